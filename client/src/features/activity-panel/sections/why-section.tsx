import type { ReactNode } from 'react'
import { formatRange } from '@schakelbord/shared/calendar/date-names'
import { daysBetween, plainDate, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { setMembership, type MembershipField } from '@schakelbord/shared/commands/set-membership'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { layers, type Layer } from '@schakelbord/shared/domain/layers'
import { themes } from '@schakelbord/shared/domain/themes'
import { values } from '@schakelbord/shared/domain/values'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { PickMany } from '../fields/pick-many.tsx'
import { ToggleChips } from '../fields/toggle-chips.tsx'
import { useToday } from '../use-today.ts'
import { Section } from './section.tsx'

const USUAL_VALUES = 3

/** Why: the values that grow, the themes it serves, the campaigns it ties in with. */
export function WhySection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const today = useToday()
  const put = (field: MembershipField, memberId: string, on: boolean): void => {
    session.run(setMembership, { activityId: activity.id, field, memberId, on }, { quiet: true })
  }
  const around = activity.start ?? today
  const prompts = values.filter(({ id }) => activity.valueIds.includes(id))
  return (
    <Section id="why" title={t.sections.why}>
      <ToggleChips
        name="valueIds"
        legend={t.values}
        help={t.valuesHelp}
        hint={activity.valueIds.length > USUAL_VALUES ? t.manyValues : undefined}
        chips={values.map(({ id, name, description }) => ({
          id,
          label: inLocale(name, locale),
          description: inLocale(description, locale),
        }))}
        chosen={activity.valueIds}
        disabled={disabled}
        onToggle={(id, on) => put('valueIds', id, on)}
      />
      {prompts.length > 0 ? (
        <ul className="ap-prompts">
          {prompts.map(({ id, boardPrompt }) => (
            <li key={id}>{inLocale(boardPrompt, locale)}</li>
          ))}
        </ul>
      ) : null}
      <ToggleChips
        name="themeIds"
        legend={t.themes}
        help={t.themesHelp}
        chips={themes.map(({ id, name, summary }) => ({
          id,
          label: inLocale(name, locale),
          description: inLocale(summary, locale),
        }))}
        chosen={activity.themeIds}
        disabled={disabled}
        onToggle={(id, on) => put('themeIds', id, on)}
      />
      <PickMany
        name="layerIds"
        legend={t.layers}
        help={t.layersHelp}
        placeholder={t.chooseLayer}
        options={[...layers]
          .map((layer) => ({ layer, near: nearestTo(layer, around) }))
          .sort((a, b) => a.near.distance - b.near.distance)
          .map(({ layer, near }) => ({
            id: layer.id,
            label: inLocale(layer.name, locale),
            detail: near.range ? formatRange(near.range, locale) : undefined,
          }))}
        chosen={activity.layerIds}
        disabled={disabled}
        onAdd={(id) => put('layerIds', id, true)}
        onRemove={(id) => put('layerIds', id, false)}
      />
    </Section>
  )
}

/** The time a layer occurs nearest to a day, so that what is at hand is offered first. */
function nearestTo(
  layer: Layer,
  day: PlainDate,
): { readonly distance: number; readonly range: { start: PlainDate; end: PlainDate } | null } {
  let best: { distance: number; range: { start: PlainDate; end: PlainDate } | null } = {
    distance: Infinity,
    range: null,
  }
  for (const occurrence of layer.occurrences) {
    const range = { start: plainDate(occurrence.start), end: plainDate(occurrence.end) }
    const distance = Math.max(0, daysBetween(range.end, day), daysBetween(day, range.start))
    if (distance < best.distance) best = { distance, range }
  }
  return best
}
