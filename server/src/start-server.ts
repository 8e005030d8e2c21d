import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import { buildApp } from './app.ts'
import { makeDemoBoard } from './boards/make-board.ts'
import { boardSummary } from './boards/board-summary.ts'
import { readConfig } from './config.ts'
import type { Config, LogLevel } from './config.ts'
import { announceServer, withdrawServer } from './operator/control-file.ts'
import type { ServerAnnouncement } from './operator/control-file.ts'
import { NightlyBackup } from './operator/nightly-backup.ts'
import { Refusal } from './errors.ts'
import type { RefusalCode } from './errors.ts'
import { collectWhenQuiet } from './quiet-collection.ts'
import { secretOfFolder } from './secret-file.ts'
import { SqliteLog } from './log/sqlite-log.ts'
import type { SqliteLogOptions } from './log/sqlite-log.ts'
import { storeFileName } from './log/sqlite-file.ts'
import { LogError } from './log/update-log.ts'
import type { LogFailure } from './log/update-log.ts'
import { isOnNetworkDisk } from './network-folder.ts'
import { RelayMetrics } from './relay-metrics.ts'
import { RoomRegistry } from './rooms/room-registry.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where a person opens it: the demo board if one was just made, else the list of boards. */
  readonly url: string
  /** Stores and acknowledges everything, sends everybody away with 1012, and lets go of folder and port. */
  stop(): Promise<void>
}

const codeOfFailure: Partial<Record<LogFailure, RefusalCode>> = {
  'in-use': 'BRD_DATA_IN_USE',
  unwritable: 'BRD_DATA_UNWRITABLE',
  full: 'BRD_DATA_FULL',
  damaged: 'BRD_DATA_DAMAGED',
  newer: 'BRD_DATA_NEWER',
  failed: 'BRD_DATA_FAILED',
}

async function openLog({ dataDir }: Config, options: SqliteLogOptions): Promise<SqliteLog> {
  try {
    return await SqliteLog.open(dataDir, options)
  } catch (error) {
    const code = error instanceof LogError ? codeOfFailure[error.failure] : undefined
    if (code === undefined || !(error instanceof LogError)) throw error
    throw new Refusal(code, { value: dataDir, cause: error.message })
  }
}

function secretOf({ dataDir }: Config): string {
  try {
    return secretOfFolder(dataDir)
  } catch (error) {
    throw new Refusal('BRD_DATA_UNWRITABLE', { value: dataDir, cause: String(error) })
  }
}

function announce({ dataDir }: Config, announcement: ServerAnnouncement): void {
  try {
    announceServer(dataDir, announcement)
  } catch (error) {
    throw new Refusal('BRD_DATA_UNWRITABLE', { value: dataDir, cause: String(error) })
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    // Without an address: the one line that names it is the program's own, on standard output.
    return await app.listen({ host, port, listenTextResolver: () => 'listening' })
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (cause === 'EADDRINUSE') throw new Refusal('BRD_PORT_TAKEN', { value: String(port) })
    if (['EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(cause)) {
      throw new Refusal('BRD_ADDRESS_UNAVAILABLE', { value: `${host}:${port}`, cause })
    }
    throw error
  }
}

/**
 * Opens the store, makes the demo board where the store is empty, and listens.
 *
 * Errors: a `Refusal` whose status is an exit code, for whatever a setting or the machine does not allow.
 */
export async function startServer(
  env: Parameters<typeof readConfig>[0],
  clientDir: string,
  makeLogger: (level: LogLevel) => FastifyBaseLogger,
  tighter: Partial<RelayLimits> = {},
  storeWorkerUrl?: URL,
): Promise<RunningServer> {
  const config = readConfig(env)
  const logger = makeLogger(config.logLevel)
  const limits = { ...config.relayLimits, ...tighter }
  const metrics = new RelayMetrics(logger, () => rooms.counts)
  metrics.watchStore(join(config.dataDir, storeFileName))
  const log = await openLog(config, {
    tell: (event) => metrics.storeTold(event),
    ...(storeWorkerUrl ? { workerUrl: storeWorkerUrl } : {}),
  })
  if (isOnNetworkDisk(config.dataDir))
    logger.warn(
      { dataDir: config.dataDir },
      'the data folder lies on a network disk, whose locks and syncs are no promise',
    )
  const secret = config.secret ?? secretOf(config)
  const rooms: RoomRegistry = new RoomRegistry({ log, observer: metrics, summarise: boardSummary, limits })
  const operatorToken = randomBytes(32).toString('base64url')
  const app = await buildApp({ config, log, rooms, metrics, clientDir, operatorToken, limits, secret }, logger)
  const tellRefusals = setInterval(() => metrics.tellRefusals(), 10_000).unref()
  const nightly = new NightlyBackup({
    log,
    dataDir: config.dataDir,
    keep: config.backupsKept,
    tell: (outcome) => metrics.backedUp(outcome),
  })
  const stopCollecting = collectWhenQuiet(() => metrics.takeRoomClosed())
  const stop = async (): Promise<void> => {
    clearInterval(tellRefusals)
    stopCollecting()
    nightly.stop()
    await rooms.stop()
    withdrawServer(config.dataDir)
    await app.close()
    await log.close()
  }
  try {
    const address = await listen(app, config)
    announce(config, { url: address, token: operatorToken })
    nightly.start()
    const demoId = config.demo ? await makeDemoBoard(log, config.locale) : undefined
    const base = config.publicUrl ?? new URL(address)
    return { url: new URL(demoId === undefined ? '/' : `/b/${demoId}/calendar`, base).href, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
