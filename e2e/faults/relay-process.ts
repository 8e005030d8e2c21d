import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** How a process of the server ended. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Everybody in a trial has one address; a trial of the limits themselves sets its own. */
const oneAddressForAll = {
  MAX_SOCKETS_PER_BOARD: '20000',
  MAX_SOCKETS_PER_ADDRESS: '20000',
  MAX_BOARDS_PER_ADDRESS: '20000',
  MAX_CONNECTS_PER_MINUTE: '1000000',
  MAX_REQUESTS_PER_MINUTE: '1000000',
  MAX_NEW_BOARDS_PER_MINUTE: '1000000',
}

/** What the launcher gives a server besides its settings; nothing where it did not start the trial. */
function asTheLauncherStartsIt(): NodeJS.ProcessEnv {
  const given = Object.entries(process.env).filter(
    ([name]) => name.startsWith('MALLOC_') || name === 'NODE_COMPILE_CACHE',
  )
  return { ...Object.fromEntries(given), NODE_OPTIONS: process.env['SERVER_NODE_OPTIONS'] }
}

/** A server as its operator sees it: a process, a folder, what it prints, how it ends. */
export class RelayProcess {
  readonly lines: string[] = []
  readonly complaints: string[] = []
  readonly ended: Promise<Ending>
  readonly #child: ChildProcess
  readonly #announced: Promise<string>

  /** @param through a program that runs the server and watches it, with its arguments */
  constructor(settings: Readonly<Record<string, string>>, through: readonly string[] = []) {
    // A disk that is full is played by a limit on the size of files; its signal would end the process, its error does not.
    const child = spawn(
      'sh',
      ['-c', `trap '' XFSZ; exec "$@" server/src/main.ts`, 'sh', ...through, process.execPath],
      {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          ...asTheLauncherStartsIt(),
          PORT: '0',
          DEMO: 'no',
          LOG_LEVEL: 'warn',
          ...oneAddressForAll,
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    this.#child = child
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })))
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.complaints.push(text))
    this.#announced = new Promise((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.lines.push(line)
        const [address] = /http:\/\/\S+/.exec(line) ?? []
        if (address !== undefined) resolve(address)
      })
    })
  }

  /** The address it prints when it is ready. Errors: rejects with its complaints where it ends before that. */
  async ready(): Promise<string> {
    const gone = this.ended.then(({ code }) => {
      throw new Error(`the server ended with ${code}: ${this.complaints.join('')}`)
    })
    return Promise.race([this.#announced, gone])
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Takes its power away. */
  async kill(): Promise<Ending> {
    this.signal('SIGKILL')
    return this.ended
  }
}

/** Makes an empty board and gives its id. */
export async function makeBoard(address: string): Promise<string> {
  const response = await fetch(new URL('/api/boards', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Kill test' }),
  })
  const { id } = (await response.json()) as { id: string }
  return id
}
