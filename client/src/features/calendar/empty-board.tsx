import { addListEntry } from '@schakelbord/shared/commands/add-list-entry'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { useView } from '#sync/use-view.ts'
import { useCalendarHost } from './calendar-host.ts'

/** What to do first on a board without cards; without target groups it asks for one, since those are the lanes. */
export function EmptyBoard({ lanes }: { readonly lanes: CalendarLanes }) {
  const { view, run, readOnly } = useCalendarHost()
  const { calendar } = useMessages()
  const groups = useView(view, 'targetGroups', () => view.all('targetGroups').length)
  const isEmpty = useView(
    lanes,
    ['lanes', 'tray'],
    () => lanes.tray().length === 0 && lanes.lanes().every(({ id }) => lanes.cards(id).length === 0),
  )
  const [name, setName] = useState('')
  if (!isEmpty) return null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (run(addListEntry, { kind: 'targetGroups' as const, name: name.trim() }).ok) setName('')
  }
  return (
    <div className="cal-empty">
      <p className="cal-empty-title">{calendar.empty.title}</p>
      <p>{calendar.empty.text}</p>
      {!readOnly && groups < 3 && (
        <form className="cal-empty-form" onSubmit={submit}>
          <label className="cal-field">
            <span>{calendar.empty.group}</span>
            <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="cal-button" disabled={name.trim() === ''}>
            {calendar.empty.addGroup}
          </button>
        </form>
      )}
    </div>
  )
}
