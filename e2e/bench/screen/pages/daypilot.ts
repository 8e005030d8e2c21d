// The page of DayPilot Lite's scheduler: 12 rows by 365 days, everything else as it comes.
import type { DayPilot as DayPilotNamespace } from '@daypilot/daypilot-lite-javascript'
import type { BenchCard } from '../bench-hook.ts'

declare const DayPilot: typeof DayPilotNamespace

const laneCount = 12
const headersPx = 90
const cellWidth = Number(new URLSearchParams(location.search).get('cell') ?? 40)
const colours = ['#4063d8', '#389826', '#cb3c33', '#9558b2', '#c27c0e', '#12848c']

const scheduler = new DayPilot.Scheduler('scheduler', {
  startDate: '2027-01-01',
  days: 365,
  scale: 'Day',
  cellWidth,
  eventHeight: 26,
  rowHeaderWidth: 184,
  heightSpec: 'Max',
  height: innerHeight - headersPx,
  timeHeaders: [{ groupBy: 'Month' }, { groupBy: 'Week' }],
  resources: Array.from({ length: laneCount }, (_, lane) => ({ name: `Doelgroep ${lane + 1}`, id: `lane-${lane}` })),
})
scheduler.init()

function eventOf(card: BenchCard) {
  return {
    id: card.id,
    text: card.title,
    start: new DayPilot.Date('2027-01-01').addDays(card.day),
    end: new DayPilot.Date('2027-01-01').addDays(card.end + 1),
    resource: `lane-${card.lane}`,
    barColor: colours[card.proto] ?? '#4063d8',
  }
}

let held = new Map<string, BenchCard>()

function change(id: string, title: string): BenchCard | undefined {
  const before = held.get(id)
  if (before === undefined) return undefined
  const card = { ...before, title }
  held.set(id, card)
  return card
}

globalThis.window.__bench = {
  seed: (cards) => {
    held = new Map(cards.map((card) => [card.id, card]))
    scheduler.update({ events: cards.map(eventOf) })
  },
  update: (id, title) => {
    const card = change(id, title)
    if (card) scheduler.events.update(eventOf(card))
  },
  // One update of everything: a hundred single ones draw a hundred times.
  updateMany: (titles) => {
    for (const [id, title] of titles) change(id, title)
    scheduler.update({ events: [...held.values()].map(eventOf) })
  },
  get: (id) => held.get(id),
}
