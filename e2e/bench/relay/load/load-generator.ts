// A process of its own that plays all the people of a load: `load-runner.ts` sends it one plan and gets one result.
import { Random } from '../../measure/random.ts'
import { dialects } from '../wire/dialects.ts'
import type { FrameSocket } from '../wire/frame-socket.ts'
import { idleMsOfMachine, usageOf } from '../process/process-usage.ts'
import { DelayHistogram } from './delay-histogram.ts'
import type { LoadPlan, LoadResult } from './load-plan.ts'
import { eachMarker, nowMicros, stampMarker } from './marker.ts'
import { makeCursors, makeEdits, type PrebuiltFrame } from './prebuilt-edits.ts'
import { RoomClient } from './room-client.ts'

/** How long what was sent may still be on its way after the end. */
const drainSeconds = 2
const enteringAtOnce = 20

/** One person who writes. */
interface Writer {
  readonly socket: FrameSocket
  readonly frames: readonly PrebuiltFrame[]
  sent: number
  dueAtMs: number
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Counts what arrives. */
class Tally {
  readonly delays = new DelayHistogram()
  /** Everything that arrived so far, whenever it was sent. */
  deliveries = 0
  /** Of what was sent in the measured time. */
  arrived = 0
  bytes = 0
  #from = Number.POSITIVE_INFINITY
  #until = Number.POSITIVE_INFINITY

  measure(fromMicros: number, untilMicros: number): void {
    this.#from = fromMicros
    this.#until = untilMicros
  }

  /** What hears the frames of one person of a room, whose people are numbered from `first`. */
  listener(self: number, first: number, people: number): (buffer: Buffer, from: number, to: number) => void {
    const newest = new Int32Array(people).fill(-1)
    return (buffer, from, to) => {
      this.bytes += to - from
      const now = nowMicros()
      eachMarker(buffer, from, to, (writer, edit, sentAt) => {
        const place = writer - first
        // Its own may come back as an echo, and what came once may come again: neither is a delivery.
        if (writer === self || edit <= (newest[place] ?? 0)) return
        newest[place] = edit
        this.deliveries++
        if (sentAt < this.#from || sentAt >= this.#until) return
        this.arrived++
        this.delays.add(now - sentAt)
      })
    }
  }
}

/** Sends each person's frames when they are due, until told to stop. */
class Sender {
  readonly #writers: readonly Writer[]
  readonly #everyMs: number
  #timer: NodeJS.Timeout | undefined

  constructor(writers: readonly Writer[], everyMs: number) {
    this.#writers = writers
    this.#everyMs = everyMs
  }

  start(): void {
    const startMs = performance.now()
    const random = new Random(this.#writers.length)
    // People do not take turns: each begins at a moment of their own, the same ones in every run.
    for (const writer of this.#writers) writer.dueAtMs = startMs + random.next() * this.#everyMs
    this.#timer = setInterval(() => this.#sendDue(), 1)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #sendDue(): void {
    const now = performance.now()
    for (const writer of this.#writers) {
      while (writer.dueAtMs <= now) {
        writer.dueAtMs += this.#everyMs
        const frame = writer.frames[writer.sent]
        if (frame === undefined) throw new Error('a person ran out of edits')
        writer.sent++
        stampMarker(frame.bytes, frame.markerAt, nowMicros())
        writer.socket.sendFrame(frame.bytes)
      }
    }
  }
}

async function enterAll(plan: LoadPlan, tally: Tally): Promise<Writer[]> {
  const dialect = dialects[plan.dialect]
  const count = Math.ceil((plan.warmUpSeconds + plan.seconds + 2) * plan.perSecond)
  const make = plan.what === 'edits' ? makeEdits : makeCursors
  const writers: Writer[] = []
  const people = plan.rooms.flatMap((room, index) =>
    Array.from({ length: plan.peoplePerRoom }, (_, place) => ({ room, place, first: index * plan.peoplePerRoom })),
  )
  while (people.length > 0) {
    await Promise.all(
      people.splice(0, enteringAtOnce).map(async ({ room, place, first }) => {
        const self = first + place
        const { socket } = await RoomClient.enter(plan.url, dialect, room)
        socket.heard = tally.listener(self, first, plan.peoplePerRoom)
        socket.onClose = () => process.stderr.write(`a load client was sent away with ${socket.closeCode}\n`)
        if (place >= plan.writersPerRoom) return
        writers.push({ socket, frames: make(dialect, room, self, count), sent: 0, dueAtMs: 0 })
      }),
    )
  }
  return writers
}

async function run(plan: LoadPlan): Promise<LoadResult> {
  const tally = new Tally()
  const writers = await enterAll(plan, tally)
  const sender = new Sender(writers, 1000 / plan.perSecond)
  sender.start()
  await wait(plan.warmUpSeconds * 1000)

  const sentBefore = writers.reduce((sum, { sent }) => sum + sent, 0)
  const before = usageOf(plan.serverPid)
  const ownBefore = process.cpuUsage()
  const idleBefore = idleMsOfMachine()
  const deliveredBefore = tally.deliveries
  const bytesBefore = tally.bytes
  const fromMicros = nowMicros()
  tally.measure(fromMicros, Number.POSITIVE_INFINITY)
  await wait(plan.seconds * 1000)
  const untilMicros = nowMicros()
  tally.measure(fromMicros, untilMicros)
  const sent = writers.reduce((sum, writer) => sum + writer.sent, 0) - sentBefore
  const after = usageOf(plan.serverPid)
  const own = process.cpuUsage(ownBefore)
  const idleMs = idleMsOfMachine() - idleBefore
  const deliveries = tally.deliveries - deliveredBefore
  const bytes = tally.bytes - bytesBefore
  sender.stop()
  await wait(drainSeconds * 1000)

  const wallMs = (untilMicros - fromMicros) / 1000
  const cpuMs = after.cpuMs - before.cpuMs
  return {
    cpuPerThousand: (cpuMs / deliveries) * 1000,
    serverLoad: cpuMs / wallMs,
    mainThreadLoad: (after.mainThreadMs - before.mainThreadMs) / wallMs,
    generatorLoad: (own.user + own.system) / 1000 / wallMs,
    idle: idleMs / wallMs,
    delayMedian: tally.delays.quantile(0.5),
    delayP99: tally.delays.quantile(0.99),
    arrived: tally.arrived / (sent * (plan.peoplePerRoom - 1)),
    deliveries,
    bytesPerDelivery: bytes / deliveries,
  }
}

process.once('message', (plan: LoadPlan) => {
  void run(plan).then((result) => process.send?.(result, () => process.exit(0)))
})
