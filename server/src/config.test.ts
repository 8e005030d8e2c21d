import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
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
      locale: 'nl',
      logLevel: 'info',
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
    }
    expect(readConfig(env)).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/srv/boards',
      publicUrl: new URL('https://board.example.org/'),
      access: 'open',
      secret: 's'.repeat(32),
      demo: false,
      locale: 'en',
      logLevel: 'silent',
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
