// Loads one encoded document and tells what that took, as JSON: processor time of its thread, so that others on the
// machine do not count; a process per measurement, started with --expose-gc.
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { shapes } from './shapes/all-shapes.ts'

const [, , shapeId, path = ''] = process.argv
const shape = shapes.find(({ id }) => id === shapeId)
if (shape === undefined || globalThis.gc === undefined) {
  throw new Error(`Called with shape "${shapeId}" and ${globalThis.gc ? '' : 'without '}--expose-gc`)
}
const millis = ({ user, system }: { user: number; system: number }): number => (user + system) / 1000
const update = new Uint8Array(readFileSync(path))
globalThis.gc()
const before = process.memoryUsage()
const started = process.threadCpuUsage()
const doc = new Y.Doc()
Y.applyUpdate(doc, update)
const applied = process.threadCpuUsage(started)
const cards = shape.readAll(doc)
const read = process.threadCpuUsage(started)
globalThis.gc()
const after = process.memoryUsage()
const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
process.stdout.write(
  JSON.stringify({
    applyMs: millis(applied),
    readMs: millis(read) - millis(applied),
    memoryBytes: memory,
    cards: cards.size,
  }),
)
// Kept alive until memory was read.
doc.destroy()
