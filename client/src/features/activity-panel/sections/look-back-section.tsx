import type { ReactNode } from 'react'
import { editActivity, type ActivityChanges } from '@schakelbord/shared/commands/edit-activity'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { outcomes } from '@schakelbord/shared/domain/phases'
import { OUTCOMES, type Activity, type Learning } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { LineList } from '../fields/line-list.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { useToday } from '../use-today.ts'
import { Section } from './section.tsx'

/** What we saw and what we take along; asked once it took place. */
export function LookBackSection({
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
  const write = (changes: ActivityChanges): void => {
    session.run(editActivity, { activityId: activity.id, changes }, { quiet: true })
  }
  const learning: Learning = activity.learning ?? { outcome: null, learned: [], on: null }
  const writeLearning = (part: Partial<Learning>): void => {
    write({ learning: { ...learning, ...part, on: learning.on ?? today } })
  }
  return (
    <Section id="lookBack" title={t.sections.lookBack}>
      <NumberField
        name="attendance"
        label={t.attendance}
        help={t.attendanceHelp}
        min={0}
        value={activity.attendance}
        disabled={disabled}
        onWrite={(attendance) => write({ attendance })}
      />
      <LineList
        name="learned"
        legend={t.learned}
        help={t.learnedHelp}
        lines={learning.learned}
        disabled={disabled}
        onWrite={(learned) => writeLearning({ learned })}
      />
      <SelectField
        name="outcome"
        label={t.outcome}
        value={learning.outcome}
        none={t.notChosen}
        choices={outcomes.map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
        disabled={disabled}
        onWrite={(value) => writeLearning({ outcome: OUTCOMES.find((one) => one === value) ?? null })}
      />
    </Section>
  )
}
