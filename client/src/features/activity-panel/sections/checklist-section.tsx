import type { ReactNode } from 'react'
import { setChecklistItem } from '@schakelbord/shared/commands/set-checklist-item'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { marketingChecklist } from '@schakelbord/shared/domain/marketing-checklist'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { CheckField } from '../fields/check-field.tsx'
import { Section } from './section.tsx'

/** The seven questions of marketing. */
export function ChecklistSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const ticked = marketingChecklist.filter(({ id }) => activity.marketingChecklist[id] === true).length
  return (
    <Section id="checklist" title={t.sections.checklist} note={t.doneOf(ticked, marketingChecklist.length)}>
      {marketingChecklist.map((item) => (
        <CheckField
          key={item.id}
          name={`check-${item.id}`}
          label={inLocale(item.question, locale)}
          help={inLocale(item.help, locale)}
          checked={activity.marketingChecklist[item.id] === true}
          disabled={disabled}
          onWrite={(checked) =>
            session.run(setChecklistItem, { activityId: activity.id, itemId: item.id, checked }, { quiet: true })
          }
        />
      ))}
    </Section>
  )
}
