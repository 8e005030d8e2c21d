import type { ReactNode } from 'react'
import { addMessage } from '@schakelbord/shared/commands/add-message'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { channelKinds, channels } from '@schakelbord/shared/domain/channels'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { AddSelect } from '../fields/add-select.tsx'
import { MessageRow } from './message-row.tsx'
import { Section } from './section.tsx'

/** Who says what, where and when about this activity. */
export function MessagesSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const activityId = activity.id
  const list = useBoardView(`messages-of/${activityId}`, (view) => view.messagesOf(activityId))
  return (
    <Section id="messages" title={t.sections.messages} note={t.count(list.length)}>
      <p className="ap-help">{t.messagesHelp}</p>
      {list.length === 0 ? null : (
        <ul className="ap-rows">
          {list.map((message) => (
            <li key={message.id}>
              <MessageRow message={message} disabled={disabled} />
            </li>
          ))}
        </ul>
      )}
      <AddSelect
        label={t.addChannel}
        disabled={disabled}
        onAdd={(channelId) => session.run(addMessage, { activityId, channelId }, { quiet: true })}
      >
        {channelKinds.map((kind) => (
          <optgroup key={kind.id} label={inLocale(kind.name, locale)}>
            {channels
              .filter((channel) => channel.kind === kind.id)
              .map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {inLocale(channel.name, locale)}
                </option>
              ))}
          </optgroup>
        ))}
      </AddSelect>
    </Section>
  )
}
