import { Lock, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { formatDay } from '@schakelbord/shared/calendar/date-names'
import { editMessage, type MessageChanges } from '@schakelbord/shared/commands/edit-message'
import { removeMessage } from '@schakelbord/shared/commands/remove-message'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { channelOf } from '@schakelbord/shared/domain/channels'
import { messageStateOf, messageStates } from '@schakelbord/shared/domain/message-states'
import { MESSAGE_STATES, type Message } from '@schakelbord/shared/model/message'
import { messageWarning } from '@schakelbord/shared/views/script-warnings'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { CheckField } from '../fields/check-field.tsx'
import { asPlainDate, DateInput } from '../fields/date-input.tsx'
import { Field } from '../fields/field.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useToday } from '../use-today.ts'
import { Disclosure } from './disclosure.tsx'

/** One message: channel, days, how far it is, by whom and what it says. */
export function MessageRow({
  message,
  disabled,
}: {
  readonly message: Message
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const today = useToday()
  const people = useBoardView('people', (view) => view.all('people'))
  const ids = { on: useId(), onHelp: useId(), due: useId(), dueHelp: useId() }
  const channel = channelOf(message.channelId)
  const name = channel ? inLocale(channel.name, locale) : message.channelId
  const state = messageStateOf(message.state)
  const warning = messageWarning(message, today)
  const write = (changes: MessageChanges, typing?: string): void => {
    session.run(
      editMessage,
      { messageId: message.id, changes },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  return (
    <div className="ap-row">
      <Disclosure
        summary={
          <span className="ap-row-main">
            <span className="ap-row-title">
              {name}
              {message.locked ? <Lock size={13} aria-label={t.lockedLabel} className="ap-lock" /> : null}
            </span>
            <span className="ap-row-detail">
              {[
                message.publishOn === null ? t.noDay : formatDay(message.publishOn, locale),
                state ? inLocale(state.name, locale) : message.state,
              ].join(' · ')}
            </span>
            {warning === null ? null : (
              <span className={warning === 'too-late' ? 'ap-warning' : 'ap-warning ap-warning-soon'}>
                {warning === 'too-late' ? t.copyTooLate : t.copyDueSoon}
                {message.copyDue === null ? '' : ` (${formatDay(message.copyDue, locale)})`}
              </span>
            )}
          </span>
        }
      >
        {channel ? <p className="ap-help">{inLocale(channel.help, locale)}</p> : null}
        <div className="ap-pair">
          <Field label={t.publishOn} controlId={ids.on} helpId={ids.onHelp}>
            <DateInput
              id={ids.on}
              describedBy={ids.onHelp}
              value={message.publishOn}
              disabled={disabled}
              onWrite={(value) => write({ publishOn: asPlainDate(value) })}
            />
          </Field>
          <Field label={t.copyDue} controlId={ids.due} helpId={ids.dueHelp}>
            <DateInput
              id={ids.due}
              describedBy={ids.dueHelp}
              value={message.copyDue}
              disabled={disabled}
              onWrite={(value) => write({ copyDue: asPlainDate(value) })}
            />
          </Field>
          <SelectField
            label={t.messageState}
            value={message.state}
            choices={messageStates.map(({ id, name: label }) => ({ id, label: inLocale(label, locale) }))}
            disabled={disabled}
            onWrite={(value) => {
              const next = MESSAGE_STATES.find((one) => one === value)
              if (next !== undefined) write({ state: next })
            }}
          />
          <SelectField
            label={t.messageOwner}
            value={message.ownerId}
            none={t.stillOpen}
            choices={people.map(({ id, name: label }) => ({ id, label }))}
            disabled={disabled}
            onWrite={(ownerId) => write({ ownerId })}
          />
        </div>
        <TextField
          label={t.messageText}
          rows={3}
          value={message.text}
          disabled={disabled}
          onWrite={(text, typing) => write({ text }, typing)}
        />
        <CheckField
          label={t.lock}
          help={t.lockHelp}
          checked={message.locked}
          disabled={disabled}
          onWrite={(locked) => write({ locked })}
        />
      </Disclosure>
      <button
        type="button"
        className="ap-icon-button"
        disabled={disabled}
        aria-label={t.removeNamed(name)}
        title={t.removeNamed(name)}
        onClick={() => session.run(removeMessage, { messageId: message.id }, { say: () => t.messageRemoved(name) })}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  )
}
