import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** A program that serves one port of this machine. */
export class ServerProcess {
  readonly port: number
  readonly #child: ChildProcess
  readonly #complaints: string[] = []

  private constructor(port: number, child: ChildProcess) {
    this.port = port
    this.#child = child
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#complaints.push(text))
  }

  /** Starts a script with Node on a free port and waits until it answers. Errors: rejects with its complaints where it ends. */
  static async start(script: string, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const port = await freePort()
    const child = spawn(process.execPath, [script], {
      env: { PATH: process.env['PATH'], ...nodeOptions(), HOST: '127.0.0.1', PORT: String(port), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const server = new ServerProcess(port, child)
    while (!(await answers(port))) {
      if (child.exitCode !== null)
        throw new Error(`${script} ended with ${child.exitCode}: ${server.#complaints.join('')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return server
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill(signal)
    // Some servers close politely for as long as somebody is there.
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(impatience)
  }
}

/** `BENCH_NODE_OPTIONS` reaches every server, e.g. to write a processor profile, behind what it is started with anyway. */
export function nodeOptions(own = ''): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: [own, process.env['BENCH_NODE_OPTIONS'] ?? ''].join(' ').trim() }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
