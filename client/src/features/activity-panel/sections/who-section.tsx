import type { ReactNode } from 'react'
import { addListEntry } from '@schakelbord/shared/commands/add-list-entry'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import { setMembership, type MembershipField } from '@schakelbord/shared/commands/set-membership'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { partnerKindOf } from '@schakelbord/shared/domain/partner-kinds'
import { reachOf } from '@schakelbord/shared/domain/reach'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { PickMany } from '../fields/pick-many.tsx'
import { OwnersField } from './owners-field.tsx'
import { Section } from './section.tsx'

const USUAL_GROUPS = 3

/** For whom, by whom and with whom. */
export function WhoSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const groups = useBoardView('targetGroups', (view) => view.all('targetGroups'))
  const partners = useBoardView('partners', (view) => view.all('partners'))
  const activityId = activity.id
  const put = (field: MembershipField, memberId: string, on: boolean, typing?: string): void => {
    session.run(
      setMembership,
      { activityId, field, memberId, on },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  const makeAnd = (kind: 'targetGroups' | 'partners', field: MembershipField, name: string): void => {
    // Two commands, one step of undo: making it and choosing it is one thought.
    const typing = `new-${kind}-${name}`
    const made = session.run(addListEntry, { kind, name }, { typing, quiet: true })
    if (made.ok) put(field, made.value.id, true, typing)
  }
  const putFirst = (groupId: string): void => {
    // One thought, one step of undo: the group that led stays, beside the one that leads now.
    const typing = `first-${activityId}-${groupId}`
    const before = activity.targetGroupIds[0]
    const moved = session.run(moveActivity, { activityId, lane: { groupId } }, { quiet: true, typing })
    if (moved.ok && before !== undefined) put('targetGroupIds', before, true, typing)
  }
  return (
    <Section id="who" title={t.sections.who}>
      <PickMany
        name="targetGroupIds"
        legend={t.targetGroups}
        help={t.targetGroupsHelp}
        hint={activity.targetGroupIds.length > USUAL_GROUPS ? t.manyGroups : undefined}
        placeholder={t.chooseGroup}
        firstLabel={t.mainGroup}
        options={groups.map(({ id, name, reach }) => {
          const how = reachOf(reach)
          return { id, label: name, detail: how ? inLocale(how.name, locale) : undefined }
        })}
        chosen={activity.targetGroupIds}
        disabled={disabled}
        onAdd={(id) => put('targetGroupIds', id, true)}
        onRemove={(id) => put('targetGroupIds', id, false)}
        onFirst={putFirst}
        create={{ label: t.create, run: (name) => makeAnd('targetGroups', 'targetGroupIds', name) }}
      />
      <OwnersField activity={activity} disabled={disabled} />
      <PickMany
        name="partnerIds"
        legend={t.partners}
        help={t.partnersHelp}
        placeholder={t.choosePartner}
        options={partners.map(({ id, name, kindId }) => {
          const kind = partnerKindOf(kindId)
          return { id, label: name, detail: kind ? inLocale(kind.name, locale) : undefined }
        })}
        chosen={activity.partnerIds}
        disabled={disabled}
        onAdd={(id) => put('partnerIds', id, true)}
        onRemove={(id) => put('partnerIds', id, false)}
        create={{ label: t.create, run: (name) => makeAnd('partners', 'partnerIds', name) }}
      />
    </Section>
  )
}
