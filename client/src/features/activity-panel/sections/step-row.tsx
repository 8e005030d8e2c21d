import { Lock, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { formatDay } from '@schakelbord/shared/calendar/date-names'
import { editStep, type StepChanges } from '@schakelbord/shared/commands/edit-step'
import { removeStep } from '@schakelbord/shared/commands/remove-step'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { disciplineOf, disciplines } from '@schakelbord/shared/domain/disciplines'
import type { ScriptStep } from '@schakelbord/shared/model/script-step'
import { stepWarning } from '@schakelbord/shared/views/script-warnings'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { CheckField } from '../fields/check-field.tsx'
import { asPlainDate, DateInput } from '../fields/date-input.tsx'
import { Field } from '../fields/field.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useToday } from '../use-today.ts'
import { Disclosure } from './disclosure.tsx'

/** One step of the script, to tick and to change. */
export function StepRow({ step, disabled }: { readonly step: ScriptStep; readonly disabled: boolean }): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const today = useToday()
  const ids = { on: useId(), onHelp: useId() }
  const warning = stepWarning(step, today)
  const discipline = disciplineOf(step.discipline)
  const write = (changes: StepChanges, typing?: string): void => {
    session.run(
      editStep,
      { stepId: step.id, changes },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  return (
    <div className="ap-row">
      <input
        type="checkbox"
        className="ap-row-check"
        checked={step.done}
        disabled={disabled}
        aria-label={t.doneNamed(step.title)}
        onChange={(event) => write({ done: event.target.checked })}
      />
      <Disclosure
        summary={
          <span className="ap-row-main">
            <span className={step.done ? 'ap-row-title ap-done' : 'ap-row-title'}>
              {step.title}
              {step.locked ? <Lock size={13} aria-label={t.lockedLabel} className="ap-lock" /> : null}
            </span>
            <span className="ap-row-detail">
              {[
                step.on === null ? t.noDay : formatDay(step.on, locale),
                discipline ? inLocale(discipline.name, locale) : step.discipline,
              ].join(' · ')}
            </span>
            {warning === null ? null : (
              <span className={warning === 'too-late' ? 'ap-warning' : 'ap-warning ap-warning-soon'}>
                {warning === 'too-late' ? t.stepTooLate : t.stepDueSoon}
              </span>
            )}
          </span>
        }
      >
        <TextField
          label={t.stepTitle}
          value={step.title}
          disabled={disabled}
          onWrite={(title, typing) => write({ title }, typing)}
        />
        <div className="ap-pair">
          <Field label={t.stepOn} controlId={ids.on} helpId={ids.onHelp}>
            <DateInput
              id={ids.on}
              describedBy={ids.onHelp}
              value={step.on}
              disabled={disabled}
              onWrite={(value) => write({ on: asPlainDate(value) })}
            />
          </Field>
          <SelectField
            label={t.discipline}
            value={step.discipline}
            choices={disciplines.map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
            disabled={disabled}
            onWrite={(value) => {
              if (value !== null) write({ discipline: value })
            }}
          />
        </div>
        <CheckField
          label={t.lock}
          help={t.lockHelp}
          checked={step.locked}
          disabled={disabled}
          onWrite={(locked) => write({ locked })}
        />
      </Disclosure>
      <button
        type="button"
        className="ap-icon-button"
        disabled={disabled}
        aria-label={t.removeNamed(step.title)}
        title={t.removeNamed(step.title)}
        onClick={() => session.run(removeStep, { stepId: step.id }, { say: () => t.stepRemoved(step.title) })}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  )
}
