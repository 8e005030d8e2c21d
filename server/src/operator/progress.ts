/** How often a long piece of work says how far it is. */
const sayEveryMs = 1000

/**
 * Says how far a piece of work is, at most once a second, so that a short one says nothing.
 *
 * @param say gets whole percents
 */
export function progressOf(say: (percent: number) => void, now: () => number = () => performance.now()) {
  let saidAtMs = now()
  return (done: number, of: number): void => {
    if (now() - saidAtMs < sayEveryMs) return
    saidAtMs = now()
    say(Math.min(100, Math.floor((100 * done) / Math.max(1, of))))
  }
}
