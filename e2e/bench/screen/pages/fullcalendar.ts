// The page of FullCalendar: its views with lanes are paid, so this is the year as weeks below one another.
import type { BenchCard } from '../bench-hook.ts'

/** What is used of it; its own declarations do not resolve as Node resolves modules. */
interface YearCalendar {
  render(): void
  removeAllEventSources(): void
  addEventSource(events: readonly object[]): void
  getEventById(id: string): { readonly title: string; setProp(name: 'title', value: string): void } | null
  batchRendering(change: () => void): void
}

declare const FullCalendar: { readonly Calendar: new (element: HTMLElement, options: object) => YearCalendar }

const colours = ['#4063d8', '#389826', '#cb3c33', '#9558b2', '#c27c0e', '#12848c']
const dayMs = 86_400_000

const element = document.getElementById('calendar')
if (element === null) throw new Error('fullcalendar.html has no element with the id calendar')
const calendar = new FullCalendar.Calendar(element, {
  initialView: 'dayGridYear',
  initialDate: '2027-01-01',
  timeZone: 'UTC',
  editable: true,
  eventClass: 'fc-bench-card',
  firstDay: 1,
})
calendar.render()

const dayOf = (day: number): string => new Date(Date.UTC(2027, 0, 1) + day * dayMs).toISOString().slice(0, 10)
const eventOf = (card: BenchCard) => ({
  id: card.id,
  title: card.title,
  start: dayOf(card.day),
  end: dayOf(card.end + 1),
  allDay: true,
  color: colours[card.proto] ?? '#4063d8',
  extendedProps: { lane: card.lane, status: card.status, owner: card.owner },
})

globalThis.window.__bench = {
  seed: (cards) => {
    calendar.removeAllEventSources()
    calendar.addEventSource(cards.map(eventOf))
  },
  update: (id, title) => calendar.getEventById(id)?.setProp('title', title),
  updateMany: (titles) => {
    calendar.batchRendering(() => {
      for (const [id, title] of titles) calendar.getEventById(id)?.setProp('title', title)
    })
  },
  get: (id) => calendar.getEventById(id) ?? undefined,
}
