import { addListEntry } from '@schakelbord/shared/commands/add-list-entry'
import type { LaneAxis } from '@schakelbord/shared/views/lane-axis'
import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useCalendarHost } from '../calendar-host.ts'

/** A new target group or place, that is a new lane; disciplines and recipes are the same on every board. */
export function AddLane({ axis }: { readonly axis: LaneAxis }) {
  const { run } = useCalendarHost()
  const { calendar, app } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  if (axis !== 'targetGroup' && axis !== 'place') return null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const entry = { kind: axis === 'place' ? ('places' as const) : ('targetGroups' as const), name: name.trim() }
    if (!run(addListEntry, entry).ok) return
    setName('')
    setOpen(false)
  }
  return (
    <>
      <button
        type="button"
        className="cal-button cal-square"
        aria-label={calendar.addLane[axis]}
        title={calendar.addLane[axis]}
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden="true" />
      </button>
      {isOpen && (
        <Dialog title={calendar.addLane[axis]} onClose={() => setOpen(false)}>
          <form onSubmit={submit}>
            <label className="cal-field">
              <span>{calendar.addLane.name}</span>
              <input
                data-autofocus
                required
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <div className="cal-dialog-actions">
              <Button onClick={() => setOpen(false)}>{app.cancel}</Button>
              <Button type="submit" look="solid" disabled={name.trim() === ''}>
                {app.save}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
