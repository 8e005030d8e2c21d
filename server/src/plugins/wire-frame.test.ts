import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import * as ws from 'ws'
import { writeFrame, writePieces } from './wire-frame.ts'

// ws exports its receiver; its types do not say so.
const { Receiver } = ws as unknown as { readonly Receiver: new (options: object) => NodeJS.WritableStream }

// The receiver of ws is the judge: whatever is written must come out of it as the same messages.
async function readBack(
  payloads: readonly Uint8Array[],
  write: (wire: PassThrough, payload: Uint8Array) => void = writeFrame,
): Promise<Uint8Array[]> {
  const wire = new PassThrough()
  const heard: Uint8Array[] = []
  const receiver = new Receiver({ isServer: false })
  receiver.on('message', (data: Buffer) => heard.push(new Uint8Array(data)))
  wire.pipe(receiver)
  for (const payload of payloads) write(wire, payload)
  wire.end()
  await new Promise((resolve) => receiver.on('finish', resolve))
  return heard
}

test('[RFC 6455 §5.2] a message of every length of length arrives as it was', async () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 65_537, 200_000]
  const payloads = lengths.map((length) => new Uint8Array(length).map((_, index) => (index * 31 + length) % 256))
  expect(await readBack(payloads)).toEqual(payloads)
})

test('a message that comes right behind another goes with its write, and is a message of its own', async () => {
  const lengths = [0, 125, 126, 65_535, 65_536, 200_000]
  const behind = [Uint8Array.of(121, 1), new Uint8Array(300).fill(7)]
  const payloads = lengths.map((length) => new Uint8Array(length).map((_, index) => (index * 17 + length) % 256))
  for (const next of behind) {
    let writes = 0
    const heard = await readBack(payloads, (wire, payload) => {
      const count = vi.spyOn(wire, 'write')
      writeFrame(wire, payload, next)
      if (payload.byteLength < 65_000) writes += count.mock.calls.length
      count.mockRestore()
    })
    expect(heard).toEqual(payloads.flatMap((payload) => [payload, next]))
    expect(writes).toBe(payloads.filter(({ byteLength }) => byteLength < 65_000).length)
  }
})

test('a frame that is used again is not the frame of another payload', async () => {
  const [one, other] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]
  expect(await readBack([one, one, other, one, other, other])).toEqual([one, one, other, one, other, other])
})

test('pieces arrive as one message each, also where the other side does not read for a while', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const far = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [near] = (await once(server, 'connection')) as [Socket]
  const heard: Buffer[] = []
  const receiver = new Receiver({ isServer: false })
  receiver.on('message', (data: Buffer) => heard.push(Buffer.from(data)))
  far.pause()
  const written: Buffer[] = []
  let held = 0
  for (let message = 0; message < 800; message++) {
    const pieces = [3, (message * 37) % 200, 20_000 + (message % 5 === 0 ? 60_000 : message)].map((length) =>
      Buffer.alloc(length, message),
    )
    written.push(Buffer.concat(pieces))
    writePieces(near, pieces)
    if (near.writableLength > 0) held++
  }
  expect(held).toBeGreaterThan(0)
  far.pipe(receiver)
  near.end()
  await new Promise((resolve) => receiver.on('finish', resolve))
  expect(heard.length).toBe(written.length)
  expect(heard.every((message, index) => written[index]?.equals(message))).toBe(true)
  server.close()
})
