import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { awarenessFrame, rawFrame, updateBy, updateFrame } from './frames.ts'
import { HonestPair, join, newCookie, newWindow, until } from './honest-pair.ts'
import { hostileFrames } from './hostile-frames.ts'
import { BareLine, HostileSocket } from './hostile-line.ts'
import { Inspector, withInspector } from './inspector.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const mebibyte = 1024 * 1024

let dataDir: string
let server: RelayProcess
let address: string
let boardId: string
let pair: HonestPair
let inspector: Inspector
let memoryBefore: number
const hostiles = new Set<HostileSocket>()

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-wire-'))
  // The limits that people have, but for the number of connects: a trial makes more in a minute than they do.
  server = new RelayProcess({
    DATA_DIR: dataDir,
    MAX_SOCKETS_PER_BOARD: '400',
    MAX_SOCKETS_PER_ADDRESS: '600',
    ...withInspector,
  })
  address = await server.ready()
  boardId = await makeBoard(address)
  pair = await HonestPair.join(address, boardId)
  inspector = await Inspector.open(server)
  await pair.round()
  memoryBefore = await inspector.memoryInUse()
})

afterEach(async () => {
  for (const hostile of hostiles) hostile.leave()
  hostiles.clear()
  // Whatever it was: the pair goes on, and comes to hold the same.
  await pair.round()
})

afterAll(async () => {
  pair.leave()
  inspector.close()
  await server.kill()
  rmSync(dataDir, { recursive: true })
})

async function intrude(to = `/sync/${boardId}`, headers: Record<string, string> = {}): Promise<HostileSocket> {
  const socket = new HostileSocket(address, to, headers)
  hostiles.add(socket)
  await Promise.race([socket.greeted, socket.closed])
  return socket
}

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(new URL('/metrics', address))).text()
  const line = text.split('\n').find((each) => each.startsWith(`${name} `)) ?? ''
  return Number(line.slice(name.length + 1))
}

describe('frames', () => {
  test.each(hostileFrames.map((each) => [each.name, each.outcome, each] as const))(
    '%s: %s',
    async (_name, outcome, { frames }) => {
      const socket = await intrude()
      socket.say(...frames())
      if (outcome !== 'ignored') {
        expect(await socket.closed).toBe(outcome)
        return
      }
      await socket.heard()
      await pair.round()
      expect(socket.isOpen).toBe(true)
      expect({}).not.toHaveProperty('polluted')
    },
  )

  test('everything in one breath: the first that is hostile ends it', async () => {
    const socket = await intrude()
    socket.say(...hostileFrames.slice(0, 20).flatMap(({ frames }) => [...frames()]))
    expect(await socket.closed).toBe(4400)
  })
})

describe('other people’s things', () => {
  test('a change under the id of somebody who is away: 4403, and what they had not sent arrives', async () => {
    const { a, b } = pair
    a.disconnect()
    pair.losses.length = 0
    a.doc.getMap('activities').set('unsent', 'precious')
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(b.doc))
    const before = Y.encodeStateVector(forger)
    forger.clientID = a.doc.clientID
    forger.getMap('activities').set('unsent', 'forged')
    const forged = updateFrame(Y.encodeStateAsUpdate(forger, before))
    for (const headers of [{}, { cookie: await newCookie(address) }]) {
      const socket = await intrude(undefined, headers)
      socket.say(forged)
      expect(await socket.closed).toBe(4403)
    }
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        if (b.doc.getMap('activities').get('unsent') === 'precious') resolve()
      }
      b.doc.on('update', look)
    })
    a.connect()
    await arrived
  })

  test('presence of others is not to be had, moved or removed', async () => {
    const { a, b } = pair
    const seen = new Promise<void>((resolve) => {
      b.awareness.on('change', () => {
        if (b.awareness.getStates().get(a.doc.clientID)?.['user']) resolve()
      })
    })
    a.awareness.setLocalStateField('user', { name: 'Noor' })
    await seen
    const socket = await intrude()
    socket.say(
      awarenessFrame([[77, 1, '{"user":{"name":"Mallory"}}']]),
      awarenessFrame([[a.doc.clientID, 2 ** 52, '{"user":{"name":"Forged"}}']]),
      awarenessFrame([[a.doc.clientID, 2 ** 52, 'null']]),
    )
    await socket.heard()
    await pair.round()
    expect(b.awareness.getStates().get(a.doc.clientID)).toEqual({ user: { name: 'Noor' } })
    expect(socket.isOpen).toBe(true)
  })

  test('three hundred moves in one breath reach the others as a few, the last one among them', async () => {
    const { b } = pair
    const mover = 4_000_000
    let heard = 0
    const last = new Promise<void>((resolve) => {
      b.awareness.on('change', () => {
        const at: unknown = b.awareness.getStates().get(mover)?.['at']
        if (at !== undefined) heard++
        if (at === 300) resolve()
      })
    })
    const socket = await intrude()
    for (let at = 1; at <= 300; at++) socket.say(awarenessFrame([[mover, at, JSON.stringify({ at })]]))
    await last
    expect(heard).toBeLessThan(60)
    expect(socket.isOpen).toBe(true)
  })

  test('somebody who may write removes every card: allowed, and the same for everybody', async () => {
    const { a, b } = pair
    a.doc.getMap('activities').set('to be removed', 1)
    const vandal = await join(address, boardId, await newWindow(address))
    await until(vandal.doc, () => vandal.doc.getMap('activities').has('to be removed'))
    vandal.doc.transact(() => {
      for (const key of vandal.doc.getMap('activities').keys()) vandal.doc.getMap('activities').delete(key)
    })
    await until(b.doc, () => b.doc.getMap('activities').size === 0)
    await until(a.doc, () => a.doc.getMap('activities').size === 0)
    expect(pair.isEqual()).toBe(true)
    vandal.destroy()
  })

  test('a newcomer pays nothing for what was refused', async () => {
    const cost = async (): Promise<number> => {
      const newcomer = await intrude()
      newcomer.say(Uint8Array.of(0, 0, 1, 0))
      await newcomer.heard()
      newcomer.leave()
      return newcomer.bytesHeard
    }
    const before = await cost()
    for (let i = 0; i < 100; i++) {
      const doc = new Y.Doc()
      doc.getMap('activities').set('first', 1)
      const vector = Y.encodeStateVector(doc)
      doc.getMap('activities').set('second', 'x'.repeat(20_000))
      const socket = await intrude()
      socket.say(updateFrame(Y.encodeStateAsUpdate(doc, vector)))
      expect(await socket.closed).toBe(4509)
    }
    expect(await cost()).toBeLessThan(before + 2000)
  }, 120_000)
})

describe('lines', () => {
  test.each<[string, number, (line: BareLine) => void]>([
    ['a compressed frame, which nobody agreed on', 1002, ({ line }) => line.write(rawFrame(0xc2, new Uint8Array(100)))],
    ['a frame that is not masked', 1002, ({ line }) => line.write(rawFrame(0x82, Uint8Array.of(0), { masked: false }))],
    ['a frame of a kind that is reserved', 1002, ({ line }) => line.write(rawFrame(0x83, Uint8Array.of(0)))],
    ['the middle of a message that never began', 1002, ({ line }) => line.write(rawFrame(0x80, Uint8Array.of(0)))],
    [
      'a length of 2^63',
      1009,
      ({ line }) => line.write(Uint8Array.of(0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255)),
    ],
    [
      'a length of 200 MB with one byte of it',
      1009,
      ({ line }) => line.write(Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0x0b, 0xeb, 0xc2, 0, 0, 0, 0, 0, 1)),
    ],
    ['a ping of 200 bytes', 1002, ({ line }) => line.write(rawFrame(0x89, new Uint8Array(200)))],
    ['a text that is no text', 1007, ({ line }) => line.write(rawFrame(0x81, Uint8Array.of(0xff, 0xfe)))],
    ['a goodbye with a code that is none', 1002, ({ line }) => line.write(rawFrame(0x88, Uint8Array.of(0, 5)))],
    [
      'a goodbye with a code that may not be said',
      1002,
      ({ line }) => line.write(rawFrame(0x88, Uint8Array.of(3, 237))),
    ],
    ['a goodbye with half a code', 1002, ({ line }) => line.write(rawFrame(0x88, Uint8Array.of(3)))],
    [
      'a message in two thousand pieces',
      1008,
      ({ line }) => {
        line.write(rawFrame(0x02, Uint8Array.of(0)))
        for (let i = 0; i < 2000; i++) line.write(rawFrame(0x00, Uint8Array.of(0)))
      },
    ],
  ])('%s: %i', async (_name, code, attack) => {
    const line = new BareLine(address)
    await line.opened
    await line.upgrade(`/sync/${boardId}`, ['Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits'])
    // Nobody agrees to compress: then there is no bomb to unpack.
    expect(line.heard.toString('latin1')).not.toMatch(/permessage-deflate/i)
    attack(line)
    await line.ended
    expect(line.closeCode).toBe(code)
  })

  test('an honest message in pieces, sent by the byte, is taken', async () => {
    const line = new BareLine(address)
    await line.opened
    await line.upgrade(`/sync/${boardId}`)
    line.line.setNoDelay(true)
    const frame = updateFrame(updateBy((doc) => doc.getMap('activities').set('in pieces', 1)))
    const third = Math.floor(frame.length / 3)
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        if (pair.a.doc.getMap('activities').has('in pieces')) resolve()
      }
      pair.a.doc.on('update', look)
    })
    const bytes = Buffer.concat([
      rawFrame(0x02, frame.subarray(0, third)),
      rawFrame(0x00, frame.subarray(third, 2 * third)),
      rawFrame(0x80, frame.subarray(2 * third)),
    ])
    for (const byte of bytes) await new Promise((resolve) => line.line.write(Uint8Array.of(byte), resolve))
    await arrived
    expect(line.closeCode).toBeUndefined()
    line.line.destroy()
  })

  test('lines cut in the middle of a frame, by hundreds', async () => {
    for (let i = 0; i < 200; i++) {
      const line = new BareLine(address)
      await line.opened
      await line.upgrade(`/sync/${boardId}`)
      line.line.write(rawFrame(0x82, new Uint8Array(60)).subarray(0, 3 + (i % 60)))
      line.line.resetAndDestroy()
      await line.ended
    }
    await expect.poll(() => metric('schakelbord_sockets'), { timeout: 20_000 }).toBe(2)
  })

  test('lines that say nothing, by the thousand: hung up on', async () => {
    const lines = Array.from({ length: 1000 }, () => new BareLine(address))
    await Promise.all(lines.map(({ opened }) => opened))
    await pair.round()
    await Promise.all(lines.map(({ ended }) => ended))
    expect(Buffer.concat(lines.map(({ heard }) => heard)).toString()).toMatch(/^(?:HTTP\/1\.1 408 [^]*)?$/)
  })

  test('a thousand sockets that only open: as many as a board takes, the rest 4413, and all is given back', async () => {
    const sockets = Array.from({ length: 1000 }, () => new HostileSocket(address, `/sync/${boardId}`))
    for (const socket of sockets) hostiles.add(socket)
    const outcomes = await Promise.all(
      sockets.map(({ greeted, closed }) => Promise.race([greeted.then(() => 'in' as const), closed])),
    )
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(398)
    expect(outcomes.filter((outcome) => outcome === 4413)).toHaveLength(602)
    await pair.round()
    for (const socket of sockets) socket.leave()
    await expect.poll(() => metric('schakelbord_sockets'), { timeout: 20_000 }).toBe(2)
  })

  test('pings without end that nobody reads the answers to: read no faster than anything else', async () => {
    const line = new BareLine(address)
    await line.opened
    await line.upgrade(`/sync/${boardId}`)
    line.line.pause()
    const ping = rawFrame(0x89, new Uint8Array(125))
    const flood = Buffer.concat(Array.from({ length: 100_000 }, () => ping))
    line.line.write(flood)
    for (let i = 0; i < 10; i++) await pair.round()
    expect((await inspector.memoryInUse()) - memoryBefore).toBeLessThan(16 * mebibyte)
    line.line.destroy()
  })
})

describe('addresses', () => {
  test.each([
    'null',
    'http://evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example/127.0.0.1',
    'http://sub.127.0.0.1',
    'https://127.0.0.1',
    'http://127.0.0.1',
    'http://user@127.0.0.1',
    'http://127.0.0.1:80@evil.example',
    'file://',
    'chrome-extension://abcdefghijklmnop',
    '',
    'http://127.0.0.1, http://evil.example',
  ])('a page of %j is refused at the upgrade', async (origin) => {
    const line = new BareLine(address)
    await line.opened
    await line.upgrade(`/sync/${boardId}`, [`Origin: ${origin}`])
    await line.ended
    expect(line.heard.toString()).toContain('HTTP/1.1 403')
  })

  const names = [
    '',
    '.',
    '..',
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    '%252e%252e%252fboards.db',
    '..\\boards.db',
    '%00',
    'a%00b',
    'a%0d%0aSet-Cookie:x',
    'a b',
    'a%20b',
    'a/b',
    'a%2Fb',
    "a';DROP TABLE boards;--",
    'a?v=1&v=2',
    '__proto__',
    'constructor',
    'x'.repeat(65),
    'x'.repeat(9000),
    '%F0%9F%93%9A',
    'الجدول',
    'לוח',
    '看板',
    'доска',
    'πίνακας',
    'กระดาน',
    'बोर्ड',
    'ボード',
    '\u202Eevil',
    'е',
    'a\u0301',
    '%E2%80%8B',
    '👩‍💻',
  ]

  /** What a line is told that asks for a board as it stands: a status, or after an upgrade a close code. */
  async function answerTo(name: string): Promise<string> {
    const line = new BareLine(address)
    await line.opened
    await line.upgrade(`/sync/${name.replaceAll(' ', '%20')}`)
    await line.ended
    const [, status = ''] = /HTTP\/1\.1 (\d+)/.exec(line.heard.toString('latin1')) ?? []
    return status === '101' ? String(line.closeCode) : status
  }

  test('whatever a board is called in whatever alphabet, only a board has its name: 4404, or no request at all', async () => {
    const answers = await Promise.all(
      names.map(async (name) => {
        // As a browser would write it.
        const encoded = new HostileSocket(address, `/sync/${encodeURIComponent(name)}`)
        hostiles.add(encoded)
        return [name, await answerTo(name), await encoded.closed] as const
      }),
    )
    expect(answers).toHaveLength(names.length)
    for (const [name, asItStands, encoded] of answers) {
      expect(asItStands, JSON.stringify(name)).toMatch(/^(?:4404|4\d\d)$/)
      expect([4404, 1006], JSON.stringify(name)).toContain(encoded)
    }
  })

  test.each(['%', '%zz', '%c0%ae', '%ff%fe'])('%s cannot be read, and is no board: 4404', async (name) => {
    expect(await answerTo(name)).toBe('4404')
  })
})

describe('when all is over', () => {
  test('the server is well, its memory is back where it was, and nobody else was on the board', async () => {
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
    await expect.poll(() => metric('schakelbord_sockets'), { timeout: 20_000 }).toBe(2)
    await expect
      .poll(async () => (await inspector.memoryInUse()) - memoryBefore, { timeout: 30_000, interval: 500 })
      .toBeLessThan(12 * mebibyte)
  })

  test('the log names each reason once with its socket, and nothing of the board', () => {
    const text = server.complaints.join('')
    const lines = text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map(
        (line) => JSON.parse(line) as { msg: string; reason?: string; code?: number; socketId?: string; level: number },
      )
    const sentAway = lines.filter(({ msg }) => msg === 'socket sent away')
    const kinds = new Set(sentAway.map(({ code, reason }) => `${code} ${reason}`))
    expect(kinds.size).toBeGreaterThan(15)
    for (const { socketId } of sentAway) expect(socketId).toMatch(/^s\d+$/)
    // A kind comes back after a minute at the earliest; the whole trial takes less than a few.
    expect(sentAway.length).toBeLessThan(kinds.size * 5)
    expect(lines.filter(({ level }) => level >= 50)).toEqual([])
    expect(text).not.toContain('precious')
    expect(text).not.toContain('written by')
    expect(text).not.toMatch(/\n\s+at /)
  })
})
