import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { ClientProcess, type ClientWindow, type Pace } from './client-process.ts'
import { FaultyLine } from './faulty-line.ts'

/** The seed of a run: the one that is given, else one of the moment. Printed with every result, so that it can be given. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** The long form, as `npm run faults` asks for it. */
export const isLong = process.env['FAULTS'] === 'long'

/** A relay, a board on it, and a machine with clients; all of it goes when the trial ends. */
export class NetworkTrial {
  readonly machine = new ClientProcess()
  readonly #dataDir: string
  readonly #ownDir: string | undefined
  readonly #machines: ClientProcess[] = [this.machine]
  readonly #lines: FaultyLine[] = []
  #server: RelayProcess | undefined
  #address = ''
  #boardId = ''

  private constructor(dataDir: string | undefined) {
    this.#ownDir = dataDir === undefined ? mkdtempSync(join(tmpdir(), 'schakelbord-network-')) : undefined
    this.#dataDir = dataDir ?? this.#ownDir ?? ''
  }

  /** @param dataDir where the relay keeps its boards, if not in a folder that goes with the trial */
  static async begin(dataDir?: string): Promise<NetworkTrial> {
    const trial = new NetworkTrial(dataDir)
    await trial.startRelay()
    trial.#boardId = await makeBoard(trial.address)
    return trial
  }

  get address(): string {
    return this.#address
  }

  get boardId(): string {
    return this.#boardId
  }

  /** Starts the relay, at first anywhere and from then on at the same port. */
  async startRelay(): Promise<void> {
    const port = this.#address === '' ? '0' : new URL(this.#address).port
    this.#server = new RelayProcess({ DATA_DIR: this.#dataDir, PORT: port, LOG_LEVEL: 'silent' })
    this.#address = await this.#server.ready()
  }

  /** Sends the relay's process a signal. */
  signalRelay(signal: NodeJS.Signals): void {
    this.#server?.signal(signal)
  }

  /** Stops the relay as an operator does. */
  async stopRelay(): Promise<void> {
    this.#server?.signal('SIGTERM')
    const ending = await this.#server?.ended
    if (ending?.code !== 0) throw new Error(`the relay ended with ${ending?.code}`)
  }

  /** Another machine, with a clock of its own. */
  newMachine(): ClientProcess {
    const machine = new ClientProcess()
    this.#machines.push(machine)
    return machine
  }

  /** Another line to the relay. */
  async newLine(seedOfLine = seed): Promise<FaultyLine> {
    const line = await FaultyLine.to(this.address, seedOfLine)
    this.#lines.push(line)
    return line
  }

  /** Opens the board in a window of its own, on a line. */
  open(window: string, line: FaultyLine, more: { device?: string; machine?: ClientProcess; pace?: Pace } = {}) {
    const { machine = this.machine, ...rest } = more
    return machine.open({ window, syncUrl: line.syncUrl, boardId: this.boardId, ...rest })
  }

  /** Resolves when all windows say saved and hold the same; gives the one picture they show. */
  async agreed(windows: readonly ClientWindow[], withinMs = 60_000): Promise<string> {
    let badges = ''
    let different = 0
    await vi
      .waitUntil(
        async () => {
          const looks = await Promise.all(windows.map((window) => window.look()))
          badges = [...new Set(looks.map(({ saved }) => saved.reason ?? saved.kind))].join(', ')
          different = new Set(looks.map(({ holds }) => holds)).size
          return badges === 'saved' && different === 1
        },
        { timeout: withinMs, interval: 100 },
      )
      .catch(() => {
        throw new Error(`they do not agree: badges ${badges}, ${different} different boards`)
      })
    const pictures = new Set(await Promise.all(windows.map((window) => window.picture())))
    if (pictures.size !== 1) throw new Error('they hold the same and show different boards')
    return [...pictures][0] ?? ''
  }

  /** A number from the relay's own counters. */
  async metric(line: string): Promise<number> {
    const text = await (await fetch(new URL('/metrics', this.address))).text()
    const found = text.split('\n').find((one) => one.startsWith(`${line} `))
    return Number(found?.split(' ').at(-1) ?? 0)
  }

  async end(): Promise<void> {
    await Promise.all(this.#machines.map((machine) => machine.off()))
    await Promise.all(this.#lines.map((line) => line.remove()))
    await this.#server?.kill()
    if (this.#ownDir !== undefined) rmSync(this.#ownDir, { recursive: true, force: true })
  }
}
