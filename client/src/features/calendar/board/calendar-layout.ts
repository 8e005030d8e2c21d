import type { CalendarLanes, Lane } from '@schakelbord/shared/views/calendar-lanes'
import { layOutLane, type CardDays, type LaneLayout } from './lane-layout.ts'
import type { TimeAxis } from './time-axis.ts'

/** The lanes and how many rows each needs; a new object only when one of these changed. */
export interface BoardFrame {
  readonly lanes: readonly Lane[]
  readonly rowCounts: readonly number[]
}

/**
 * The lanes of a board laid out on one axis, lane by lane: a change in one lane costs that lane.
 *
 * Shape: `layout` and `frame` give the same object as long as nothing changed, so that React compares identities.
 */
export class CalendarLayout {
  readonly axis: TimeAxis
  readonly #lanes: CalendarLanes
  readonly #titleColumns: number
  readonly #emptyLane: Lane
  readonly #layouts = new Map<string, { readonly cards: readonly CardDays[]; readonly layout: LaneLayout }>()
  #frame: BoardFrame | null = null

  constructor(lanes: CalendarLanes, axis: TimeAxis, titleColumns: number) {
    this.#lanes = lanes
    this.axis = axis
    this.#titleColumns = titleColumns
    this.#emptyLane = { id: '', axis: lanes.axis, label: '' }
  }

  /** The cards of a lane in their rows. Topic: `lane/<laneId>` of the lanes. */
  layout(laneId: string): LaneLayout {
    const cards = this.#lanes.cards(laneId)
    const known = this.#layouts.get(laneId)
    if (known?.cards === cards) return known.layout
    const layout = layOutLane(cards, this.axis, this.#titleColumns)
    this.#layouts.set(laneId, { cards, layout })
    return layout
  }

  /** The lanes and their heights in rows; a board without lanes has one for what comes first. */
  readonly frame = (): BoardFrame => {
    const listed = this.#lanes.lanes()
    const lanes = listed.length > 0 ? listed : this.#frame?.lanes[0]?.id === '' ? this.#frame.lanes : [this.#emptyLane]
    const before = this.#frame
    const rowCounts = lanes.map(({ id }) => this.layout(id).rows)
    if (before?.lanes === lanes && before.rowCounts.every((rows, index) => rows === rowCounts[index])) return before
    this.#frame = { lanes, rowCounts }
    return this.#frame
  }

  /** Listens to everything the frame depends on. */
  readonly subscribeFrame = (listener: () => void): (() => void) => {
    const ends = new Map<string, () => void>()
    const follow = (): void => {
      const wanted = new Set(this.#lanes.lanes().map(({ id }) => id)).add('')
      for (const [id, end] of ends) {
        if (wanted.has(id)) continue
        end()
        ends.delete(id)
      }
      for (const id of wanted) if (!ends.has(id)) ends.set(id, this.#lanes.subscribe(`lane/${id}`, listener))
    }
    follow()
    const end = this.#lanes.subscribe('lanes', () => {
      follow()
      listener()
    })
    return () => {
      end()
      for (const stop of ends.values()) stop()
    }
  }

  /** Listens to one lane. */
  subscribeLane(laneId: string, listener: () => void): () => void {
    return this.#lanes.subscribe(`lane/${laneId}`, listener)
  }
}
