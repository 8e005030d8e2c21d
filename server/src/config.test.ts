import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { isLoopback, localeOfStart, readConfig } from './config.ts'
import { Refusal, refusalBody } from './errors.ts'

function refusalOf(env: Record<string, string>): Refusal {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('settings', () => {
  test('without any, the server listens on the machine itself with a demo board in Dutch', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4321,
      dataDir: resolve('data'),
      publicUrl: undefined,
      access: 'open',
      secret: undefined,
      demo: true,
      backupsKept: 14,
      locale: 'nl',
      logLevel: 'info',
      proxyHops: 0,
      relayLimits: RELAY_LIMITS,
      addressLimits: {
        sockets: 600,
        boards: 200,
        connectsPerMinute: 3000,
        requestsPerMinute: 12_000,
        newBoardsPerMinute: 300,
      },
      securityContact: undefined,
    })
  })

  test('an empty setting counts as not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test('each is taken', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: '/srv/boards',
      PUBLIC_URL: 'https://board.example.org',
      ACCESS: 'open',
      ACCESS_OPEN_ON_NETWORK: 'yes',
      SECRET: 's'.repeat(32),
      DEMO: 'no',
      LOCALE: 'en',
      LOG_LEVEL: 'silent',
      PROXY_HOPS: '1',
      SECURITY_CONTACT: 'mailto:security@example.org',
      MAX_FRAME_KB: '512',
      MAX_BOARD_MB: '8',
      MAX_PRESENCE_KB: '2',
      MAX_MESSAGES_PER_SECOND: '50',
      MAX_KB_PER_SECOND: '256',
      MAX_PROCESSOR_PERCENT: '10',
      MAX_SOCKETS_PER_BOARD: '120',
      MAX_SOCKETS_PER_ADDRESS: '20',
      MAX_BOARDS_PER_ADDRESS: '5',
      MAX_CONNECTS_PER_MINUTE: '60',
      MAX_REQUESTS_PER_MINUTE: '600',
      MAX_NEW_BOARDS_PER_MINUTE: '6',
      BACKUP_KEEP: '3',
    }
    expect(readConfig(env)).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/srv/boards',
      publicUrl: new URL('https://board.example.org/'),
      access: 'open',
      secret: 's'.repeat(32),
      demo: false,
      backupsKept: 3,
      locale: 'en',
      logLevel: 'silent',
      proxyHops: 1,
      relayLimits: {
        ...RELAY_LIMITS,
        maxFrameBytes: 512 * 1024,
        maxDocumentBytes: 8 * 1024 * 1024,
        maxAwarenessStateBytes: 2048,
        maxSocketsPerBoard: 120,
        framesPerSecond: 50,
        frameBurst: 100,
        bytesPerSecond: 256 * 1024,
        byteBurst: 768 * 1024,
        processorMsPerSecond: 100,
      },
      addressLimits: {
        sockets: 20,
        boards: 5,
        connectsPerMinute: 60,
        requestsPerMinute: 600,
        newBoardsPerMinute: 6,
      },
      securityContact: new URL('mailto:security@example.org'),
    })
  })

  test.each<[Record<string, string>, string]>([
    [{ PORT: '70000' }, 'BRD_SETTING_INVALID'],
    [{ PORT: 'http' }, 'BRD_SETTING_INVALID'],
    [{ PORT: '-1' }, 'BRD_SETTING_INVALID'],
    [{ PORT: '1.5' }, 'BRD_SETTING_INVALID'],
    [{ PUBLIC_URL: 'board.example.org' }, 'BRD_SETTING_INVALID'],
    [{ PUBLIC_URL: 'ftp://board.example.org' }, 'BRD_SETTING_INVALID'],
    [{ PUBLIC_URL: 'https://board.example.org/deep/' }, 'BRD_SETTING_INVALID'],
    [{ PUBLIC_URL: 'https://me:pw@board.example.org' }, 'BRD_SETTING_INVALID'],
    [{ ACCESS: 'closed' }, 'BRD_SETTING_INVALID'],
    [{ ACCESS: 'accounts' }, 'BRD_SETTING_NOT_YET'],
    [{ HOST: '0.0.0.0' }, 'BRD_OPEN_ON_NETWORK'],
    [{ HOST: '::' }, 'BRD_OPEN_ON_NETWORK'],
    [{ HOST: '192.168.1.5', ACCESS: 'open' }, 'BRD_OPEN_ON_NETWORK'],
    [{ HOST: '192.168.1.5', ACCESS_OPEN_ON_NETWORK: 'yes' }, 'BRD_OPEN_ON_NETWORK'],
    [{ ACCESS_OPEN_ON_NETWORK: 'true' }, 'BRD_SETTING_INVALID'],
    [{ SECRET: 'short' }, 'BRD_SETTING_INVALID'],
    [{ DEMO: '1' }, 'BRD_SETTING_INVALID'],
    [{ LOCALE: 'de' }, 'BRD_SETTING_INVALID'],
    [{ LOG_LEVEL: 'loud' }, 'BRD_SETTING_INVALID'],
    [{ PROXY_HOPS: 'yes' }, 'BRD_SETTING_INVALID'],
    [{ PROXY_HOPS: '11' }, 'BRD_SETTING_INVALID'],
    [{ MAX_SOCKETS_PER_BOARD: '0' }, 'BRD_SETTING_INVALID'],
    [{ MAX_SOCKETS_PER_ADDRESS: 'many' }, 'BRD_SETTING_INVALID'],
    [{ MAX_FRAME_KB: '1' }, 'BRD_SETTING_INVALID'],
    [{ MAX_BOARD_MB: '1e3' }, 'BRD_SETTING_INVALID'],
    [{ MAX_KB_PER_SECOND: '-5' }, 'BRD_SETTING_INVALID'],
    [{ MAX_PROCESSOR_PERCENT: '101' }, 'BRD_SETTING_INVALID'],
    [{ SECURITY_CONTACT: 'security@example.org' }, 'BRD_SETTING_INVALID'],
    [{ SECURITY_CONTACT: 'javascript:alert(1)' }, 'BRD_SETTING_INVALID'],
    [{ DATABASE_URL: 'postgres://user:pass@db/board' }, 'BRD_SETTING_NOT_YET'],
    [{ REDIS_URL: 'redis://cache' }, 'BRD_SETTING_NOT_YET'],
  ])('%j is refused with %s and one sentence that names the setting', (env, code) => {
    const refusal = refusalOf(env)
    expect(refusal.code).toBe(code)
    for (const locale of ['nl', 'en'] as const) {
      const { message } = refusalBody(refusal.code, refusal.values, locale)
      expect(message).toContain(code === 'BRD_OPEN_ON_NETWORK' ? 'HOST' : Object.keys(env)[0])
      expect(message).not.toContain('{')
      expect(message).not.toContain('pass')
    }
  })

  test('what is expected is said in the language of the start', () => {
    expect(refusalOf({ PORT: 'x' }).values['expected']).toContain('een getal')
    expect(refusalOf({ PORT: 'x', LOCALE: 'en' }).values['expected']).toContain('a number')
    expect(localeOfStart({ LOCALE: 'de' })).toBe('nl')
  })

  test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])(
    '%s is the machine itself',
    (host) => {
      expect(isLoopback(host)).toBe(true)
    },
  )

  test.each(['0.0.0.0', '::', '10.0.0.1', 'board.example.org', '127.evil.example', '128.0.0.1'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false)
    },
  )
})
