import type { ReactNode } from 'react'
import { setPhase } from '@schakelbord/shared/commands/set-phase'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { mainLine, phaseOf, phasesBeside } from '@schakelbord/shared/domain/phases'
import { PHASES, type Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'

/** How far it is, what that means, and the reason where a phase asks for one. */
export function PhaseSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const phase = phaseOf(activity.phase)
  return (
    <div className="ap-group">
      <SelectField
        name="phase"
        label={t.phase}
        help={phase ? inLocale(phase.help, locale) : undefined}
        value={activity.phase}
        choices={[...mainLine, ...phasesBeside].map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
        disabled={disabled}
        onWrite={(value) => {
          const next = PHASES.find((id) => id === value)
          if (next !== undefined) {
            session.run(setPhase, { activityId: activity.id, phase: next, reason: activity.reason }, { quiet: true })
          }
        }}
      />
      {phase?.needsReason ? (
        <TextField
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          rows={2}
          value={activity.reason}
          disabled={disabled}
          onWrite={(reason, typing) =>
            session.run(setPhase, { activityId: activity.id, phase: activity.phase, reason }, { typing })
          }
        />
      ) : null}
    </div>
  )
}
