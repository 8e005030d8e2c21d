import { Unlink } from 'lucide-react'
import type { ReactNode } from 'react'
import { disconnect } from '@schakelbord/shared/commands/disconnect'
import { editConnection, type ConnectionChanges } from '@schakelbord/shared/commands/edit-connection'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { connectionKindOf, connectionKinds } from '@schakelbord/shared/domain/connection-kinds'
import type { Connection } from '@schakelbord/shared/model/connection'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { connectionStatuses } from './connection-status.ts'
import { Disclosure } from './disclosure.tsx'
import { PartDetails } from './part-details.tsx'
import { creatorsOf } from './part-suggestions.ts'

/** One connection: which part, what it does here, and why. */
export function ConnectionRow({
  connection,
  disabled,
}: {
  readonly connection: Connection
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const partId = connection.partId ?? ''
  const part = useBoardView(`collectionParts/${partId}`, (view) => view.get('collectionParts', partId))
  const people = useBoardView('people', (view) => view.all('people'))
  const uses = useBoardView(`connections-of-part/${partId}`, (view) => view.connectionsOfPart(partId))
  const elsewhere = uses.filter((use) => use.activityId !== connection.activityId)
  const kind = connectionKindOf(connection.kind)
  const title = part?.title ?? partId
  const write = (changes: ConnectionChanges, typing?: string): void => {
    session.run(
      editConnection,
      { connectionId: connection.id, changes },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  const status = connectionStatuses.find(({ id }) => id === connection.status)
  return (
    <div className="ap-row">
      <Disclosure
        summary={
          <span className="ap-row-main">
            <span className="ap-row-title">{title}</span>
            <span className="ap-row-detail">
              {[
                part ? creatorsOf(part) : undefined,
                kind ? inLocale(kind.name, locale) : connection.kind,
                status ? inLocale(status.name, locale) : connection.status,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {connection.why === '' ? null : <span className="ap-row-why">{connection.why}</span>}
          </span>
        }
      >
        <div className="ap-pair">
          <SelectField
            label={t.connectionKind}
            value={connection.kind}
            choices={connectionKinds.map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
            disabled={disabled}
            onWrite={(value) => {
              if (value !== null) write({ kind: value })
            }}
          />
          <SelectField
            label={t.connectionStatus}
            value={connection.status === '' ? null : connection.status}
            none={t.notChosen}
            choices={connectionStatuses.map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
            disabled={disabled}
            onWrite={(value) => write({ status: value ?? '' })}
          />
        </div>
        <TextField
          label={t.connectionWhy}
          help={t.connectionWhyHelp}
          rows={2}
          value={connection.why}
          disabled={disabled}
          onWrite={(why, typing) => write({ why }, typing)}
        />
        <SelectField
          label={t.caredForBy}
          value={connection.ownerId}
          none={t.stillOpen}
          choices={people.map(({ id, name }) => ({ id, label: name }))}
          disabled={disabled}
          onWrite={(ownerId) => write({ ownerId })}
        />
        {part ? <PartDetails part={part} disabled={disabled} /> : null}
        <p className="ap-mini-title">{t.usedElsewhere(elsewhere.length)}</p>
        {elsewhere.length === 0 ? null : (
          <ul className="ap-bullets">
            {elsewhere.map((use) => (
              <li key={use.id}>{session.view.get('activities', use.activityId ?? '')?.title || t.untitled}</li>
            ))}
          </ul>
        )}
      </Disclosure>
      <button
        type="button"
        className="ap-icon-button"
        disabled={disabled}
        aria-label={t.disconnectNamed(title)}
        title={t.disconnectNamed(title)}
        onClick={() => session.run(disconnect, { connectionId: connection.id }, { say: () => t.disconnected(title) })}
      >
        <Unlink aria-hidden size={16} />
      </button>
    </div>
  )
}
