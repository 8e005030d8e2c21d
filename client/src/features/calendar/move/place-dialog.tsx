import {
  addDays,
  daysBetween,
  parsePlainDate,
  toDayNumber,
  type PlainDate,
} from '@schakelbord/shared/calendar/plain-date'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { useState, type FormEvent } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { laneName } from '../board/lane-names.ts'
import type { DropTarget } from '../drag/grip.ts'

/** What the dialog begins with. */
export interface PlaceDialogProps {
  readonly heading: string
  readonly submitLabel: string
  readonly lanes: CalendarLanes
  readonly laneId: string
  readonly start: PlainDate
  /** `null` hides the field: a new card takes the length of its recipe. */
  readonly end: PlainDate | null
  /** What a new card is called when nothing is typed; `null` for a card that has its title. */
  readonly titleHint: string | null
  /** `lengthen`: the person gave it another length. */
  onPlace(target: DropTarget, lengthen: boolean, title: string): void
  onClose(): void
}

/** Putting a card somewhere without dragging: lane and dates, or not dated yet. The same result as a drag. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { lanes, onPlace, onClose } = props
  const { locale, messages } = useLanguage()
  const { calendar, app } = messages
  const [laneId, setLaneId] = useState(props.laneId)
  const [start, setStart] = useState<string>(props.start)
  const [end, setEnd] = useState<string>(props.end ?? props.start)
  const [title, setTitle] = useState('')
  const [undated, setUndated] = useState(false)
  const startDate = parsePlainDate(start)
  const endDate = parsePlainDate(end)
  const changeStart = (text: string): void => {
    const next = parsePlainDate(text)
    if (next !== null && startDate !== null && endDate !== null) setEnd(addDays(endDate, daysBetween(startDate, next)))
    setStart(text)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (undated) onPlace({ kind: 'tray' }, false, title)
    else if (startDate !== null) {
      const startDay = toDayNumber(startDate)
      const last = props.end === null || endDate === null || endDate < startDate ? startDate : endDate
      const lengthen = props.end !== null && daysBetween(props.start, props.end) !== daysBetween(startDate, last)
      onPlace({ kind: 'cell', laneId, startDay, endDay: toDayNumber(last) }, lengthen, title)
    } else return
    onClose()
  }
  const options = lanes.lanes()
  const known = options.some(({ id }) => id === laneId)
  return (
    <Dialog title={props.heading} onClose={onClose}>
      <form onSubmit={submit}>
        {props.titleHint !== null && (
          <label className="cal-field">
            <span>{calendar.place.title}</span>
            <input
              data-autofocus
              value={title}
              maxLength={200}
              placeholder={props.titleHint}
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
        )}
        <label className="cal-field">
          <span>{calendar.axis[lanes.axis]}</span>
          <select
            data-autofocus={props.titleHint === null ? '' : undefined}
            value={laneId}
            onChange={(event) => setLaneId(event.target.value)}
            disabled={undated}
          >
            {!known && <option value={laneId}>{calendar.noLane[lanes.axis]}</option>}
            {options.map((lane) => (
              <option key={lane.id} value={lane.id}>
                {laneName(lane, locale, messages)}
              </option>
            ))}
          </select>
        </label>
        <div className="cal-field-row">
          <label className="cal-field">
            <span>{props.end === null ? calendar.move.date : calendar.move.start}</span>
            <input
              type="date"
              required={!undated}
              value={start}
              disabled={undated}
              onChange={(event) => changeStart(event.target.value)}
            />
          </label>
          {props.end !== null && (
            <label className="cal-field">
              <span>{calendar.move.end}</span>
              <input
                type="date"
                value={end}
                min={start}
                disabled={undated}
                onChange={(event) => setEnd(event.target.value)}
              />
            </label>
          )}
        </div>
        <label className="cal-check">
          <input type="checkbox" checked={undated} onChange={(event) => setUndated(event.target.checked)} />
          <span>{calendar.tray.title}</span>
        </label>
        <div className="cal-dialog-actions">
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button type="submit" look="solid">
            {props.submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
