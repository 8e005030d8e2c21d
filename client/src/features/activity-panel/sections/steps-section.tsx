import { useId, useState, type ReactNode } from 'react'
import { addStep } from '@schakelbord/shared/commands/add-step'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { disciplines } from '@schakelbord/shared/domain/disciplines'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { usePerson } from '#sync/use-person.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { Section } from './section.tsx'
import { StepRow } from './step-row.tsx'
import { maxLength } from '../fields/text-limits.ts'

/** The script: what has to be done by when, counted back from the day. */
export function StepsSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const person = usePerson()
  const ids = { title: useId(), discipline: useId() }
  const [title, setTitle] = useState('')
  const [discipline, setDiscipline] = useState<string>(person.discipline || 'programming')
  const activityId = activity.id
  const steps = useBoardView(`steps-of/${activityId}`, (view) => view.stepsOf(activityId))
  const add = (): void => {
    const made = session.run(addStep, { activityId, title, on: activity.start, discipline }, { quiet: true })
    if (made.ok) setTitle('')
  }
  const done = steps.filter((step) => step.done).length
  return (
    <Section id="steps" title={t.sections.steps} note={steps.length === 0 ? undefined : t.doneOf(done, steps.length)}>
      <p className="ap-help">{t.stepsHelp}</p>
      {steps.length === 0 ? null : (
        <ul className="ap-rows">
          {steps.map((step) => (
            <li key={step.id}>
              <StepRow step={step} disabled={disabled} />
            </li>
          ))}
        </ul>
      )}
      <form
        className="ap-step-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '') add()
        }}
      >
        <label htmlFor={ids.title} className="ap-visually-hidden">
          {t.newStep}
        </label>
        <input
          id={ids.title}
          className="ap-input"
          type="text"
          autoComplete="off"
          placeholder={t.newStep}
          maxLength={maxLength.line}
          value={title}
          disabled={disabled}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && title !== '') {
              event.stopPropagation()
              setTitle('')
            }
          }}
        />
        <label htmlFor={ids.discipline} className="ap-visually-hidden">
          {t.discipline}
        </label>
        <select
          id={ids.discipline}
          className="ap-input ap-select"
          value={discipline}
          disabled={disabled}
          onChange={(event) => setDiscipline(event.target.value)}
        >
          {disciplines.map(({ id, name }) => (
            <option key={id} value={id}>
              {inLocale(name, locale)}
            </option>
          ))}
        </select>
        <button type="submit" className="ap-button" disabled={disabled}>
          {t.add}
        </button>
      </form>
    </Section>
  )
}
