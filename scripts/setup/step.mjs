/** A failed step: what failed, what it printed, and what a person can do next. */
export class StepFailed extends Error {
  /** @param {string} message @param {{ output?: string, hint: string }} details */
  constructor(message, { output = '', hint }) {
    super(message)
    this.name = 'StepFailed'
    this.output = output
    this.hint = hint
  }
}

/**
 * Runs one step of the set-up with one line of progress on stderr; stdout stays free for the server's address.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedMs = Date.now()
  const elapsed = () => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`
  process.stderr.write(`· ${title} … `)
  try {
    const result = await work()
    process.stderr.write(`${elapsed()}\n`)
    return result
  } catch (error) {
    process.stderr.write(`failed after ${elapsed()}\n`)
    throw error
  }
}

/**
 * Prints a failure: the end of the output, what failed, what to do next.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof StepFailed)) {
    console.error(error)
    return
  }
  const lines = error.output.trimEnd().split('\n').slice(-40)
  if (error.output.trim()) process.stderr.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
  process.stderr.write(`\n${error.message}\nWhat to do: ${error.hint}\n`)
}
