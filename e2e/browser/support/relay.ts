import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The real relay as a process of its own, on a folder of its own. */
export class Relay {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-e2e-'))
  readonly #settings: Readonly<Record<string, string>>
  #process: ChildProcess | null = null
  #origin = ''
  #announced = ''

  private constructor(settings: Readonly<Record<string, string>>) {
    this.#settings = settings
  }

  /** Starts a relay on a free port and an empty folder; resolves when it has printed its address. */
  static async start(settings: Readonly<Record<string, string>> = { DEMO: 'no' }): Promise<Relay> {
    const relay = new Relay(settings)
    await relay.startAgain()
    return relay
  }

  /** Where it listens. Shape: `http://127.0.0.1:<port>`, the same after a restart. */
  get origin(): string {
    return this.#origin
  }

  /** The address it printed; with a demo board that board's. */
  get announced(): string {
    return this.#announced
  }

  /** Starts it again on the same port and folder. */
  async startAgain(): Promise<void> {
    const port = this.#origin === '' ? '0' : new URL(this.#origin).port
    const child = spawn(process.execPath, ['server/src/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        LOG_LEVEL: 'error',
        ...this.#settings,
        PORT: port,
        DATA_DIR: this.#dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    const errors: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    this.#announced = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /https?:\/\/\S+/.exec(line)?.[0]
        if (address !== undefined) resolve(address)
      })
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`The relay ended with ${code}: ${errors.join('')}`)))
    })
    this.#origin = new URL(this.#announced).origin
  }

  /** Takes its power away: no chance to store anything. */
  async pullThePlug(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Ends it as an operator does, and leaves its folder. */
  async halt(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** Spoils all that the store of an ended relay holds of a board; a snapshot alone it would make anew from the history. Errors: throws where it holds nothing. */
  damageOnDisk(boardId: string): void {
    const store = new DatabaseSync(join(this.#dataDir, 'boards.db'))
    try {
      const spoil = (table: string): number =>
        Number(
          store.prepare(`UPDATE ${table} SET bytes = zeroblob(length(bytes)) WHERE board_id = ?`).run(boardId).changes,
        )
      if (spoil('snapshots') + spoil('history') + spoil('updates') === 0)
        throw new Error(`The store does not hold ${boardId}`)
    } finally {
      store.close()
    }
  }

  /** Ends it as an operator does and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process
    this.#process = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}
