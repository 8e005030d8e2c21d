import { useId, type ReactNode } from 'react'
import { setRecipeField } from '@schakelbord/shared/commands/set-recipe-field'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import type { RecipeField } from '@schakelbord/shared/domain/recipe-fields'
import { roles } from '@schakelbord/shared/domain/roles'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { CheckField } from '../fields/check-field.tsx'
import { DateInput } from '../fields/date-input.tsx'
import { Field } from '../fields/field.tsx'
import { LineList } from '../fields/line-list.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { PickMany } from '../fields/pick-many.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { LanguagesField } from './languages-field.tsx'
import { PartsField } from './parts-field.tsx'
import { PoemsField } from './poems-field.tsx'
import { readRecipeValue, tooFew, withTexts } from './recipe-value.ts'

/** One question of the recipe, with the control that suits what it asks. */
export function RecipeFieldControl({
  activity,
  field,
  disabled,
}: {
  readonly activity: Activity
  readonly field: RecipeField
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const ids = { from: useId(), help: useId() }
  const stored = activity.fields[field.key]
  const { content, odd } = readRecipeValue(field, stored)
  const write = (value: unknown, typing?: string): void => {
    session.run(
      setRecipeField,
      { activityId: activity.id, key: field.key, value },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  const label = inLocale(field.label, locale)
  const count = Array.isArray(content.value) ? content.value.length : 0
  const hint = odd ? t.oddValue : tooFew(field, count) ? t.usuallyAtLeast(field.min ?? 0) : undefined
  const name = `field-${field.key}`
  const around = { name, label, help: inLocale(field.help, locale), hint, disabled }
  const list = { name, legend: label, help: inLocale(field.help, locale), hint, disabled }
  switch (content.control) {
    case 'text':
      return <TextField {...around} rows={2} value={content.value} onWrite={(text, typing) => write(text, typing)} />
    case 'number':
      return <NumberField {...around} value={content.value} min={field.min} max={field.max} onWrite={write} />
    case 'check':
      return (
        <CheckField
          name={name}
          label={label}
          help={odd ? t.oddValue : around.help}
          checked={content.value}
          disabled={disabled}
          onWrite={write}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...around}
          value={content.value}
          none={t.notChosen}
          choices={(field.options ?? []).map((option) => ({ id: option.id, label: inLocale(option.name, locale) }))}
          onWrite={write}
        />
      )
    case 'role':
      return (
        <SelectField
          {...around}
          value={content.value}
          none={t.notChosen}
          choices={roles.map((role) => ({ id: role.id, label: inLocale(role.name, locale) }))}
          onWrite={write}
        />
      )
    case 'date':
      return (
        <Field name={name} label={label} help={around.help} hint={hint} controlId={ids.from} helpId={ids.help}>
          <DateInput id={ids.from} describedBy={ids.help} value={content.value} disabled={disabled} onWrite={write} />
        </Field>
      )
    case 'months': {
      const { from, to } = content.value
      return (
        <fieldset className="ap-field ap-fieldset" data-field={name}>
          <legend className="ap-label">{label}</legend>
          <div className="ap-pair ap-pair-tight">
            <DateInput
              type="month"
              label={t.monthFrom(label)}
              value={from}
              disabled={disabled}
              onWrite={(month) => write(month === null && to === null ? null : { from: month, to: to ?? month })}
            />
            <DateInput
              type="month"
              label={t.monthUntil(label)}
              value={to}
              min={from ?? undefined}
              disabled={disabled}
              onWrite={(month) => write(from === null && month === null ? null : { from: from ?? month, to: month })}
            />
          </div>
          <div className="ap-help">
            {around.help}
            {hint ? <span className="ap-hint">{hint}</span> : null}
          </div>
        </fieldset>
      )
    }
    case 'lines':
      return <LineList {...list} lines={content.value} onWrite={(lines) => write(withTexts(stored, lines))} />
    case 'languages':
      return <LanguagesField {...list} codes={content.value} onWrite={(codes) => write(withTexts(stored, codes))} />
    case 'parts':
      return <PartsField {...list} partIds={content.value} onWrite={(partIds) => write(withTexts(stored, partIds))} />
    case 'roles':
      return (
        <PickMany
          {...list}
          placeholder={t.chooseRole}
          options={roles.map((role) => ({ id: role.id, label: inLocale(role.name, locale) }))}
          chosen={content.value}
          onAdd={(id) => write(withTexts(stored, [...content.value, id]))}
          onRemove={(id) =>
            write(
              withTexts(
                stored,
                content.value.filter((one) => one !== id),
              ),
            )
          }
        />
      )
    case 'poems':
      return <PoemsField {...list} poems={content.value} stored={stored} onWrite={write} />
  }
}
