import { toDayNumber } from '../calendar/plain-date.ts'
import type { Activity } from '../model/activity.ts'
import type { BoardView } from './board-view.ts'
import { fixedLanes, laneOf, NO_LANE, type LaneAxis } from './lane-axis.ts'
import { packRows, type LaneCard, type Span } from './pack-rows.ts'
import { Topics } from './topics.ts'

/** A lane of the calendar. */
export interface Lane {
  readonly id: string
  readonly axis: LaneAxis
  /** The board's own name; empty for recipes and disciplines, which the screen names in the reader's language. */
  readonly label: string
}

/** In which days a card counts as standing in the same column. `week`: rows are packed by ISO week. */
export type Granularity = 'day' | 'week'

/**
 * Which card stands in which lane, and on which row; kept card by card.
 *
 * Topics: `lanes`, `tray`, `lane/<laneId>`.
 */
export class CalendarLanes {
  readonly axis: LaneAxis
  readonly granularity: Granularity
  readonly #view: BoardView
  readonly #members = new Map<string, Map<string, Span>>()
  readonly #laneOfCard = new Map<string, string>()
  readonly #tray = new Set<string>()
  readonly #packed = new Map<string, readonly LaneCard[]>()
  readonly #topics = new Topics()
  readonly #stop: () => void
  #lanes: readonly Lane[] | null = null
  #trayList: readonly string[] | null = null

  constructor(view: BoardView, axis: LaneAxis, granularity: Granularity = 'day') {
    this.#view = view
    this.axis = axis
    this.granularity = granularity
    const topics = new Set<string>()
    for (const activity of view.all('activities')) this.#place(activity.id, activity, topics)
    this.#stop = view.onChange((change) => {
      const changed = new Set<string>()
      for (const id of change.activities) this.#place(id, view.get('activities', id), changed)
      if (change.kinds.has('targetGroups') || change.kinds.has('places')) changed.add('lanes')
      if (changed.has('lanes')) this.#lanes = null
      if (changed.has('tray')) this.#trayList = null
      this.#topics.announce(changed)
    })
  }

  /** Stops following the board. */
  destroy(): void {
    this.#stop()
  }

  /** Listens to a topic; the returned function stops it. */
  subscribe(topic: string, listener: () => void): () => void {
    return this.#topics.subscribe(topic, listener)
  }

  /** All lanes in board order; lanes the board does not list are added while cards stand in them. Topic: `lanes`. */
  lanes(): readonly Lane[] {
    if (this.#lanes === null) {
      const lanes: Lane[] = fixedLanes(this.axis, this.#view).map((lane) => ({ ...lane, axis: this.axis }))
      const listed = new Set(lanes.map(({ id }) => id))
      for (const [id, members] of this.#members) {
        if (members.size > 0 && !listed.has(id)) lanes.push({ id, axis: this.axis, label: this.#nameOf(id) })
      }
      this.#lanes = Object.freeze(lanes)
    }
    return this.#lanes
  }

  /** The cards of a lane with their rows, by first day. Topic: `lane/<laneId>`. */
  cards(laneId: string): readonly LaneCard[] {
    let packed = this.#packed.get(laneId)
    if (packed === undefined) {
      const spans = [...(this.#members.get(laneId)?.values() ?? [])]
      packed = Object.freeze(this.granularity === 'week' ? packRows(spans, wholeWeeks) : packRows(spans))
      this.#packed.set(laneId, packed)
    }
    return packed
  }

  /** How many rows the cards of a lane need; 0 for an empty lane. Topic: `lane/<laneId>`. */
  rowCount(laneId: string): number {
    return this.cards(laneId).reduce((rows, card) => Math.max(rows, card.row + 1), 0)
  }

  /** The lane a card stands in, whether it is dated or not. */
  laneOfCard(id: string): string | undefined {
    return this.#laneOfCard.get(id)
  }

  /** Ids of the cards without a date, by title. Topic: `tray`. */
  tray(): readonly string[] {
    this.#trayList ??= Object.freeze([...this.#tray].sort((a, b) => this.#byTitle(a, b)))
    return this.#trayList
  }

  #byTitle(a: string, b: string): number {
    const [x, y] = [this.#view.get('activities', a)?.title ?? '', this.#view.get('activities', b)?.title ?? '']
    return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1
  }

  #nameOf(laneId: string): string {
    if (laneId === NO_LANE) return ''
    if (this.axis === 'targetGroup') return this.#view.get('targetGroups', laneId)?.name ?? laneId
    if (this.axis === 'place') return this.#view.get('places', laneId)?.name ?? laneId
    return ''
  }

  #place(id: string, activity: Activity | undefined, topics: Set<string>): void {
    const before = this.#laneOfCard.get(id)
    const spanBefore = before === undefined ? undefined : this.#members.get(before)?.get(id)
    const here = activity !== undefined && !activity.gone ? activity : undefined
    const after = here === undefined ? undefined : laneOf(this.axis, here)
    const span = here === undefined ? undefined : spanOf(here)
    const inTray = here !== undefined && span === undefined
    // A title in the tray may have changed its place in the order.
    if (inTray || this.#tray.has(id)) topics.add('tray')
    if (inTray) this.#tray.add(id)
    else this.#tray.delete(id)
    if (after === undefined) this.#laneOfCard.delete(id)
    else this.#laneOfCard.set(id, after)
    if (before === after && spanBefore?.startDay === span?.startDay && spanBefore?.endDay === span?.endDay) return
    if (before !== undefined && spanBefore !== undefined) this.#leave(before, id, topics)
    if (after !== undefined && span !== undefined) this.#enter(after, span, topics)
  }

  #leave(laneId: string, id: string, topics: Set<string>): void {
    const members = this.#members.get(laneId)
    members?.delete(id)
    if (members?.size === 0) topics.add('lanes')
    this.#packed.delete(laneId)
    topics.add(`lane/${laneId}`)
  }

  #enter(laneId: string, span: Span, topics: Set<string>): void {
    const members = this.#members.get(laneId) ?? new Map<string, Span>()
    if (members.size === 0) topics.add('lanes')
    this.#members.set(laneId, members.set(span.id, span))
    this.#packed.delete(laneId)
    topics.add(`lane/${laneId}`)
  }
}

function spanOf(activity: Activity): Span | undefined {
  if (activity.start === null) return undefined
  const startDay = toDayNumber(activity.start)
  return { id: activity.id, startDay, endDay: activity.end === null ? startDay : toDayNumber(activity.end) }
}

/** Day number 0 is a Thursday, so Mondays are the day numbers that are 4 modulo 7. Source: 1970-01-01 was a Thursday. */
function wholeWeeks(span: Span): readonly [number, number] {
  const monday = span.startDay - ((((span.startDay + 3) % 7) + 7) % 7)
  const sunday = span.endDay + 6 - ((((span.endDay + 3) % 7) + 7) % 7)
  return [monday, sunday]
}
