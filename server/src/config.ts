import { resolve } from 'node:path'
import { isLocale } from '@schakelbord/shared/calendar/locale'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import { Refusal } from './errors.ts'

/** How much the server writes down. Source: pino. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** What one address may ask for. Shape: an address is what `PROXY_HOPS` says, an IPv6 network of 64 bits counts as one. */
export interface AddressLimits {
  readonly sockets: number
  /** Boards that are open at the same time. */
  readonly boards: number
  readonly connectsPerMinute: number
  readonly requestsPerMinute: number
  readonly newBoardsPerMinute: number
}

/** Every setting, checked. */
export interface Config {
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly dataDir: string
  /** The base of links where it cannot be taken from the request; also an allowed origin. */
  readonly publicUrl: URL | undefined
  /** Whoever reaches the server edits. Accounts come later. */
  readonly access: 'open'
  readonly secret: string | undefined
  readonly demo: boolean
  /** How many nightly backups are kept; 0 makes none. */
  readonly backupsKept: number
  readonly locale: Locale
  readonly logLevel: LogLevel
  /** How many reverse proxies stand in front, each of which adds to `X-Forwarded-For` whom it answers. */
  readonly proxyHops: number
  readonly relayLimits: RelayLimits
  readonly addressLimits: AddressLimits
  /** Where to report a weakness; `/.well-known/security.txt` says so. */
  readonly securityContact: URL | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const minSecretLength = 32
const kibibyte = 1024

/** Says whether an address can only be reached from the machine itself. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '')
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

/** One setting of the environment; an empty one counts as not set. */
function settingOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

/** The two languages of "what is expected", chosen by the language of the whole start. */
function invalid(env: Environment, setting: string, value: string, nl: string, en: string): Refusal {
  return new Refusal('BRD_SETTING_INVALID', { setting, value, expected: localeOfStart(env) === 'en' ? en : nl })
}

/** The language in which a start is refused: the one that is set, if it is one. */
export function localeOfStart(env: Environment): Locale {
  const locale = settingOf(env, 'LOCALE')
  return isLocale(locale) ? locale : 'nl'
}

function readChoice<T extends string>(env: Environment, name: string, choices: readonly T[], otherwise: T): T {
  const value = settingOf(env, name) ?? otherwise
  const choice = choices.find((known) => known === value)
  if (choice !== undefined) return choice
  const list = choices.join(', ')
  throw invalid(env, name, value, `kies uit ${list}`, `choose from ${list}`)
}

function readPort(env: Environment): number {
  const value = settingOf(env, 'PORT') ?? '4321'
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw invalid(
    env,
    'PORT',
    value,
    'een poort is een getal van 0 tot en met 65535',
    'a port is a number from 0 to 65535',
  )
}

function readBackupsKept(env: Environment): number {
  const value = settingOf(env, 'BACKUP_KEEP') ?? '14'
  if (/^\d{1,3}$/.test(value)) return Number(value)
  throw invalid(
    env,
    'BACKUP_KEEP',
    value,
    'een aantal back-ups van 0 tot en met 999; 0 maakt er geen',
    'a number of backups from 0 to 999; 0 makes none',
  )
}

function readPublicUrl(env: Environment): URL | undefined {
  const value = settingOf(env, 'PUBLIC_URL')
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const bare = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.pathname === '/'
  if (url && bare && url.username === '') return url
  throw invalid(
    env,
    'PUBLIC_URL',
    value,
    'verwacht wordt een adres als https://bord.voorbeeld.nl',
    'expected is an address like https://board.example.org',
  )
}

function readSecret(env: Environment): string | undefined {
  const value = settingOf(env, 'SECRET')
  if (value === undefined || value.length >= minSecretLength) return value
  throw invalid(
    env,
    'SECRET',
    '…',
    `een geheim heeft minstens ${minSecretLength} tekens`,
    `a secret has at least ${minSecretLength} characters`,
  )
}

function readAccess(env: Environment, host: string): 'open' {
  const openOnNetwork = readChoice(env, 'ACCESS_OPEN_ON_NETWORK', ['yes', 'no'], 'no') === 'yes'
  const access = readChoice(env, 'ACCESS', ['open', 'accounts'], isLoopback(host) ? 'open' : 'accounts')
  if (access === 'accounts') {
    if (settingOf(env, 'ACCESS') === 'accounts') {
      throw new Refusal('BRD_SETTING_NOT_YET', { setting: 'ACCESS', value: 'accounts' })
    }
    throw new Refusal('BRD_OPEN_ON_NETWORK', { value: host })
  }
  if (!isLoopback(host) && !openOnNetwork) throw new Refusal('BRD_OPEN_ON_NETWORK', { value: host })
  return access
}

function readNumber(env: Environment, name: string, otherwise: number, from: number, to: number): number {
  const value = settingOf(env, name)
  if (value === undefined) return otherwise
  const number = Number(value)
  if (/^\d{1,9}$/.test(value) && number >= from && number <= to) return number
  throw invalid(
    env,
    name,
    value,
    `verwacht wordt een geheel getal van ${from} tot en met ${to}`,
    `expected is a whole number from ${from} to ${to}`,
  )
}

function readRelayLimits(env: Environment): RelayLimits {
  const bytes = (name: string, unit: number, otherwise: number, from: number, to: number): number =>
    readNumber(env, name, otherwise / unit, from, to) * unit
  const framesPerSecond = readNumber(env, 'MAX_MESSAGES_PER_SECOND', RELAY_LIMITS.framesPerSecond, 10, 100_000)
  const bytesPerSecond = bytes('MAX_KB_PER_SECOND', kibibyte, RELAY_LIMITS.bytesPerSecond, 16, 1_000_000)
  return {
    ...RELAY_LIMITS,
    maxFrameBytes: bytes('MAX_FRAME_KB', kibibyte, RELAY_LIMITS.maxFrameBytes, 16, 65_536),
    maxDocumentBytes: bytes('MAX_BOARD_MB', 1024 * kibibyte, RELAY_LIMITS.maxDocumentBytes, 1, 512),
    maxAwarenessStateBytes: bytes('MAX_PRESENCE_KB', kibibyte, RELAY_LIMITS.maxAwarenessStateBytes, 1, 64),
    maxSocketsPerBoard: readNumber(env, 'MAX_SOCKETS_PER_BOARD', RELAY_LIMITS.maxSocketsPerBoard, 1, 100_000),
    framesPerSecond,
    frameBurst: 2 * framesPerSecond,
    bytesPerSecond,
    byteBurst: 3 * bytesPerSecond,
    processorMsPerSecond: 10 * readNumber(env, 'MAX_PROCESSOR_PERCENT', RELAY_LIMITS.processorMsPerSecond / 10, 1, 100),
  }
}

function readAddressLimits(env: Environment): AddressLimits {
  const most = 1_000_000
  return {
    sockets: readNumber(env, 'MAX_SOCKETS_PER_ADDRESS', 600, 1, most),
    boards: readNumber(env, 'MAX_BOARDS_PER_ADDRESS', 200, 1, most),
    connectsPerMinute: readNumber(env, 'MAX_CONNECTS_PER_MINUTE', 3000, 1, most),
    requestsPerMinute: readNumber(env, 'MAX_REQUESTS_PER_MINUTE', 12_000, 1, most),
    newBoardsPerMinute: readNumber(env, 'MAX_NEW_BOARDS_PER_MINUTE', 300, 1, most),
  }
}

function readSecurityContact(env: Environment): URL | undefined {
  const value = settingOf(env, 'SECURITY_CONTACT')
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^(?:mailto|https|tel):$/.test(url.protocol)) return url
  throw invalid(
    env,
    'SECURITY_CONTACT',
    value,
    'verwacht wordt een adres als mailto:veiligheid@voorbeeld.nl',
    'expected is an address like mailto:security@example.org',
  )
}

/** Reads every setting. Errors: a `Refusal` with one sentence for the first that is wrong. */
export function readConfig(env: Environment): Config {
  const locale = readChoice<Locale>(env, 'LOCALE', ['nl', 'en'], 'nl')
  for (const setting of ['DATABASE_URL', 'REDIS_URL']) {
    const value = settingOf(env, setting)
    // The value may hold a password: it is not repeated.
    if (value !== undefined) throw new Refusal('BRD_SETTING_NOT_YET', { setting, value: '…' })
  }
  const host = settingOf(env, 'HOST') ?? '127.0.0.1'
  return {
    host,
    port: readPort(env),
    dataDir: resolve(settingOf(env, 'DATA_DIR') ?? './data'),
    publicUrl: readPublicUrl(env),
    access: readAccess(env, host),
    secret: readSecret(env),
    demo: readChoice(env, 'DEMO', ['yes', 'no'], 'yes') === 'yes',
    backupsKept: readBackupsKept(env),
    locale,
    logLevel: readChoice(env, 'LOG_LEVEL', logLevels, 'info'),
    proxyHops: readNumber(env, 'PROXY_HOPS', 0, 0, 10),
    relayLimits: readRelayLimits(env),
    addressLimits: readAddressLimits(env),
    securityContact: readSecurityContact(env),
  }
}

/** The environment of this process; nothing else reads it. */
export function environment(): Environment {
  return process.env
}
