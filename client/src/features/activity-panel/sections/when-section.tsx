import { useId, type ReactNode } from 'react'
import { formatLongRange } from '@schakelbord/shared/calendar/date-names'
import { lengthInDays } from '@schakelbord/shared/calendar/date-range'
import { isoWeekOf } from '@schakelbord/shared/calendar/iso-week'
import { addDays, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { moveActivity, type ActivityMoved } from '@schakelbord/shared/commands/move-activity'
import type { PlacementChange } from '@schakelbord/shared/commands/place-activity'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { asPlainDate, DateInput } from '../fields/date-input.tsx'
import { Field } from '../fields/field.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { Section } from './section.tsx'
import { TimesField } from './times-field.tsx'

/** When and where, and moving without dragging. */
export function WhenSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const ids = { start: useId(), startHelp: useId(), end: useId(), endHelp: useId() }
  const places = useBoardView('places', (view) => view.all('places'))
  const groups = useBoardView('targetGroups', (view) => view.all('targetGroups'))
  const { start, end } = activity

  const move = (change: PlacementChange): void => {
    session.run(
      moveActivity,
      { activityId: activity.id, ...change },
      {
        say: (moved: ActivityMoved) =>
          moved.to.start === null || moved.to.end === null
            ? t.movedToTray
            : t.moved(formatLongRange({ start: moved.to.start, end: moved.to.end }, locale), moved),
      },
    )
  }
  const shift = (days: number): void => {
    if (start !== null) move({ start: addDays(start, days) })
  }
  const stretch = (days: number): void => {
    if (end !== null) move({ end: addDays(end, days) })
  }
  const range = start !== null && end !== null ? { start, end } : null
  return (
    <Section id="when" title={t.sections.when} note={range ? formatLongRange(range, locale) : t.notDatedYet}>
      <div className="ap-pair">
        <Field
          name="start"
          label={t.start}
          help={range ? t.week(isoWeekOf(range.start).week) : t.startHelp}
          controlId={ids.start}
          helpId={ids.startHelp}
        >
          <DateInput
            id={ids.start}
            describedBy={ids.startHelp}
            value={start}
            disabled={disabled}
            onWrite={(value) => move({ start: asPlainDate(value) })}
          />
        </Field>
        <Field
          name="end"
          label={t.end}
          help={range ? t.days(lengthInDays(range)) : t.endHelp}
          controlId={ids.end}
          helpId={ids.endHelp}
        >
          <DateInput
            id={ids.end}
            describedBy={ids.endHelp}
            value={end}
            min={start ?? undefined}
            disabled={disabled || start === null}
            onWrite={(value) => move({ end: laterThan(start, asPlainDate(value)) })}
          />
        </Field>
      </div>
      <fieldset className="ap-fieldset ap-field">
        <legend className="ap-label">{t.moveWithoutDragging}</legend>
        <div className="ap-buttons">
          <button type="button" className="ap-button" disabled={disabled || range === null} onClick={() => shift(-7)}>
            <span aria-hidden>‹ </span>
            {t.weekEarlier}
          </button>
          <button type="button" className="ap-button" disabled={disabled || range === null} onClick={() => shift(7)}>
            {t.weekLater}
            <span aria-hidden> ›</span>
          </button>
          <button
            type="button"
            className="ap-button"
            disabled={disabled || range === null || range.start === range.end}
            onClick={() => stretch(-1)}
          >
            <span aria-hidden>− </span>
            {t.dayShorter}
          </button>
          <button type="button" className="ap-button" disabled={disabled || range === null} onClick={() => stretch(1)}>
            <span aria-hidden>+ </span>
            {t.dayLonger}
          </button>
          <button
            type="button"
            className="ap-button"
            disabled={disabled || range === null}
            onClick={() => move({ start: null })}
          >
            {t.toTray}
          </button>
        </div>
        <SelectField
          name="lane"
          label={t.moveToGroup}
          value={activity.targetGroupIds[0] ?? null}
          none={t.noGroupYet}
          choices={groups.map(({ id, name }) => ({ id, label: name }))}
          disabled={disabled}
          onWrite={(groupId) => move({ lane: { groupId } })}
        />
      </fieldset>
      <TimesField activity={activity} disabled={disabled} />
      <SelectField
        name="placeId"
        label={t.place}
        help={t.placeHelp}
        value={activity.placeId}
        none={t.noPlaceYet}
        choices={places.map(({ id, name }) => ({ id, label: name }))}
        disabled={disabled}
        onWrite={(placeId) =>
          session.run(moveActivity, { activityId: activity.id, lane: { placeId } }, { quiet: true })
        }
      />
    </Section>
  )
}

/** An end before the start becomes a day: the board has no dates that run backwards. */
function laterThan(start: PlainDate | null, end: PlainDate | null): PlainDate | null {
  return start !== null && end !== null && end < start ? start : end
}
