import type { FastifyBaseLogger } from 'fastify'

/** Something that was refused. Shape: `address` is whose it was, as far as the server can tell. */
export interface LoggedRefusal {
  readonly address: string
  readonly code: number
  readonly reason: string
  readonly socketId?: string
  readonly boardId?: string
}

interface Repetition {
  readonly first: LoggedRefusal
  untilMs: number
  times: number
}

const quietMs = 60_000
const maxKinds = 200

/**
 * Writes down what was refused: the first time at once, and how often it came again once a minute.
 *
 * A flood of refusals must not become a flood of lines: at most `maxKinds` addresses and reasons are told apart at a time,
 * the rest is counted together.
 */
export class RefusalLog {
  readonly #log: FastifyBaseLogger
  readonly #nowMs: () => number
  readonly #kinds = new Map<string, Repetition>()

  constructor(log: FastifyBaseLogger, nowMs: () => number = Date.now) {
    this.#log = log
    this.#nowMs = nowMs
  }

  /** Writes down one refusal, or counts it. */
  refused(refusal: LoggedRefusal, sentence: string): void {
    const nowMs = this.#nowMs()
    this.tell(nowMs)
    const own = `${refusal.address} ${refusal.code} ${refusal.reason}`
    const key = this.#kinds.has(own) || this.#kinds.size < maxKinds ? own : ''
    const known = this.#kinds.get(key)
    if (known !== undefined) {
      known.times++
      return
    }
    const first = key === '' ? { address: 'many', code: 0, reason: 'many' } : refusal
    this.#kinds.set(key, { first, untilMs: nowMs + quietMs, times: 0 })
    this.#log.warn<LoggedRefusal>(refusal, sentence)
  }

  /** Says of every refusal whose minute is over how often it came again. */
  tell(nowMs = this.#nowMs()): void {
    // In the order in which they began, so the first that is not due ends the look.
    for (const [key, { first, untilMs, times }] of this.#kinds) {
      if (untilMs > nowMs) return
      this.#kinds.delete(key)
      const { address, code, reason } = first
      if (times > 0) this.#log.warn({ address, code, reason, times }, 'refused again within a minute')
    }
  }
}
