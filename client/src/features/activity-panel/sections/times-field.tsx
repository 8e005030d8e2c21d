import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatDay } from '@schakelbord/shared/calendar/date-names'
import { parsePlainTime } from '@schakelbord/shared/calendar/plain-time'
import { editActivity } from '@schakelbord/shared/commands/edit-activity'
import type { Activity, TimeSlot } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { asPlainDate, DateInput } from '../fields/date-input.tsx'
import { useDraft } from '../fields/use-draft.ts'
import { draftKeys } from '../fields/text-field.tsx'

/** The parts of a day on which it takes place; none for a set-up that stands all day. */
export function TimesField({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const [fresh, setFresh] = useState(false)
  const { times, start } = activity
  const write = (next: readonly TimeSlot[]): void => {
    session.run(editActivity, { activityId: activity.id, changes: { times: next } }, { quiet: true })
  }
  return (
    <fieldset className="ap-field ap-fieldset" data-field="times">
      <legend className="ap-label">{t.times}</legend>
      {times.map((slot, index) => {
        const day = formatDay(slot.date, locale)
        const change = (part: Partial<TimeSlot>): void => write(times.with(index, { ...slot, ...part }))
        return (
          // A slot has no id of its own; its place is what it is.
          <div key={index} className="ap-time">
            <DateInput
              label={t.timeDay(index + 1)}
              value={slot.date}
              disabled={disabled}
              onWrite={(value) => {
                const date = asPlainDate(value)
                if (date !== null) change({ date })
              }}
            />
            <TimeInput
              label={t.timeFrom(day)}
              value={slot.start}
              disabled={disabled}
              onWrite={(value) => {
                if (value !== null) change({ start: value })
              }}
            />
            <span aria-hidden>–</span>
            <TimeInput
              label={t.timeUntil(day)}
              value={slot.end}
              disabled={disabled}
              onWrite={(value) => change({ end: value })}
            />
            <button
              type="button"
              className="ap-icon-button"
              disabled={disabled}
              aria-label={t.removeNamed(`${day} ${slot.start}`)}
              onClick={() => write(times.filter((_, at) => at !== index))}
            >
              <X aria-hidden size={16} />
            </button>
          </div>
        )
      })}
      {fresh && start !== null ? (
        <div className="ap-time">
          <span className="ap-time-day">{formatDay(start, locale)}</span>
          <TimeInput
            label={t.timeFrom(formatDay(start, locale))}
            value={null}
            disabled={disabled}
            autoFocus
            onWrite={(value) => {
              setFresh(false)
              if (value !== null) write([...times, { date: start, start: value, end: null }])
            }}
          />
        </div>
      ) : (
        <button
          type="button"
          className="ap-button"
          disabled={disabled || start === null}
          onClick={() => setFresh(true)}
        >
          {t.addTime}
        </button>
      )}
      <div className="ap-help">{start === null ? t.timesNeedDay : t.timesHelp}</div>
    </fieldset>
  )
}

function TimeInput({
  label,
  value,
  disabled,
  autoFocus = false,
  onWrite,
}: {
  readonly label: string
  readonly value: string | null
  readonly disabled: boolean
  readonly autoFocus?: boolean
  onWrite(value: string | null): void
}): ReactNode {
  const draft = useDraft(value ?? '', (text) => {
    const time = parsePlainTime(text)
    if (text === '' || time !== null) onWrite(time)
  })
  return (
    <input
      className="ap-input ap-input-time"
      type="time"
      value={draft.text}
      aria-label={label}
      disabled={disabled}
      // The row appears because somebody asked for it; its first control is where they go on.
      ref={autoFocus ? (input) => input?.focus() : undefined}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.settle}
      onKeyDown={(event) => draftKeys(event, draft, false)}
    />
  )
}
