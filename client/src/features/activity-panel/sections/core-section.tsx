import type { ReactNode } from 'react'
import { editActivity, type ActivityChanges } from '@schakelbord/shared/commands/edit-activity'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useMessages } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { CheckField } from '../fields/check-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Section } from './section.tsx'

/** What it is, in words: for the visitor and for colleagues. */
export function CoreSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const t = useMessages().panel
  const session = useSession()
  const write = (changes: ActivityChanges, typing?: string): void => {
    session.run(
      editActivity,
      { activityId: activity.id, changes },
      typing === undefined ? { quiet: true } : { typing, quiet: true },
    )
  }
  return (
    <Section id="core" title={t.sections.core}>
      <TextField
        name="customerSentence"
        label={t.customerSentence}
        help={t.customerSentenceHelp}
        placeholder={t.customerSentenceExample}
        rows={2}
        value={activity.customerSentence}
        disabled={disabled}
        onWrite={(customerSentence, typing) => write({ customerSentence }, typing)}
      />
      <TextField
        name="summary"
        label={t.summary}
        help={t.summaryHelp}
        rows={2}
        value={activity.summary}
        disabled={disabled}
        onWrite={(summary, typing) => write({ summary }, typing)}
      />
      <CheckField
        name="public"
        label={t.public}
        help={t.publicHelp}
        checked={activity.public}
        disabled={disabled}
        onWrite={(on) => write({ public: on })}
      />
    </Section>
  )
}
