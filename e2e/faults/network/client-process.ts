import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../client/src/sync/testing/session-process.ts', import.meta.url))

/** One thing a person does. */
export type Doing =
  | { readonly what: 'rename'; readonly title: string }
  | { readonly what: 'add' | 'edit'; readonly card: string; readonly title: string }
  | { readonly what: 'move'; readonly card: string; readonly day: string | null }
  | { readonly what: 'tick'; readonly card: string; readonly member: string; readonly on: boolean }
  | { readonly what: 'delete' | 'restore'; readonly card: string }
  | { readonly what: 'undo' }

/** What a window shows and knows. */
export interface Looks {
  readonly contents: 'waiting' | 'ready'
  readonly saved: { readonly kind: string; readonly changes?: number; readonly reason?: string }
  readonly deviceTrouble: boolean
  readonly repairs: number
  /** All that was ever added and removed, as one text. */
  readonly holds: string
  readonly title: string
  readonly reloads: number
}

/** How patient a session is; what is left out is as for a real board. Units: milliseconds. */
export interface Pace {
  readonly compareEveryMs?: number
  readonly compareAgainMs?: number
  readonly answerWithinMs?: number
  readonly connectWithinMs?: number
  readonly firstSyncWithinMs?: number
}

/** A pace at which a trial need not wait for half minutes. */
export const QUICK: Pace = { compareEveryMs: 150, compareAgainMs: 50 }

/** A machine on which the client runs, without a screen: devices, windows on them, and a clock on the wall. */
export class ClientProcess {
  readonly #child: ChildProcess
  readonly #answers = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  #asked = 0

  constructor() {
    this.#child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
      const waiting = this.#answers.get(id)
      this.#answers.delete(id)
      if (error === undefined) waiting?.resolve(value)
      else waiting?.reject(new Error(error))
    })
    this.#child.on('exit', (code) => {
      for (const { reject } of this.#answers.values()) reject(new Error(`the client's process ended with ${code}`))
      this.#answers.clear()
    })
  }

  /** Opens a board in a window; windows with the same device are tabs. */
  async open(where: {
    readonly window: string
    readonly device?: string
    readonly syncUrl: string
    readonly boardId: string
    readonly pace?: Pace
  }): Promise<ClientWindow> {
    await this.ask('open', { device: where.window, pace: QUICK, ...where })
    return new ClientWindow(this, where.window)
  }

  /** Sets this machine's clock on the wall off by so much. */
  async skewClock(byMs: number): Promise<void> {
    await this.ask('clock', { byMs })
  }

  /** Switches the machine off. */
  async off(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  ask(call: string, args: unknown): Promise<unknown> {
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject })
      this.#child.send({ id, call, args })
    })
  }
}

/** One open board in one window. */
export class ClientWindow {
  readonly name: string
  readonly #process: ClientProcess

  constructor(process: ClientProcess, name: string) {
    this.#process = process
    this.name = name
  }

  /** Does things one after the other. */
  async do(...doings: readonly Doing[]): Promise<void> {
    await this.#ask('do', { doings })
  }

  /** The board as a file, the same text for the same board. */
  async picture(): Promise<string> {
    return (await this.#ask('picture')) as string
  }

  async look(): Promise<Looks> {
    return (await this.#ask('look')) as Looks
  }

  /** Resolves when its badge says one of these. */
  async badge(...kinds: readonly string[]): Promise<Looks['saved']> {
    return (await this.#ask('badge', { kinds })) as Looks['saved']
  }

  /** Resolves when all that was done here is on its device. */
  async settled(): Promise<void> {
    await this.#ask('settled')
  }

  /** Compares with the relay now. */
  async compare(): Promise<void> {
    await this.#ask('compare')
  }

  async close(): Promise<void> {
    await this.#ask('close')
  }

  /** Dies in the middle of whatever it does. */
  async crash(): Promise<void> {
    await this.#ask('crash')
  }

  #ask(call: string, more: object = {}): Promise<unknown> {
    return this.#process.ask(call, { window: this.name, ...more })
  }
}
