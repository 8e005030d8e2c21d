import type { ReactNode } from 'react'
import { connect } from '@schakelbord/shared/commands/connect'
import { looksLikeIsbn, readIsbn } from '@schakelbord/shared/model/isbn'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useMessages } from '#i18n/use-language.ts'
import { useBoardSearch } from '#sync/use-board-search.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import type { PickerOption } from '../fields/matching.ts'
import { Picker } from '../fields/picker.tsx'
import { ConnectionRow } from './connection-row.tsx'
import { creatorsOf } from './part-suggestions.ts'
import { Section } from './section.tsx'

const SHOWN = 12

/** What the collection does in this activity. */
export function ConnectionsSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const t = useMessages().panel
  const session = useSession()
  const search = useBoardSearch()
  const activityId = activity.id
  const connections = useBoardView(`connections-of/${activityId}`, (view) => view.connectionsOf(activityId))
  const suggest = (query: string): readonly PickerOption[] => {
    const connected = new Set(connections.map((connection) => connection.partId))
    const isbn = looksLikeIsbn(query) ? readIsbn(query).isbn : query
    const ids = query === '' ? session.view.all('collectionParts').map((part) => part.id) : search.parts(isbn)
    return ids
      .filter((id) => !connected.has(id))
      .slice(0, SHOWN)
      .flatMap((id) => {
        const part = session.view.get('collectionParts', id)
        return part ? [{ id, label: part.title, detail: creatorsOf(part) }] : []
      })
  }
  return (
    <Section id="collection" title={t.sections.collection} note={t.count(connections.length)}>
      <p className="ap-help">{t.collectionHelp}</p>
      {connections.length === 0 ? null : (
        <ul className="ap-rows">
          {connections.map((connection) => (
            <li key={connection.id}>
              <ConnectionRow connection={connection} disabled={disabled} />
            </li>
          ))}
        </ul>
      )}
      <Picker
        label={t.connectPart}
        labelHidden={false}
        placeholder={t.searchPart}
        disabled={disabled}
        hintFor={(query) => (looksLikeIsbn(query) && readIsbn(query).problem !== null ? t.isbnProblem.typed : null)}
        suggest={suggest}
        onPick={(id) => session.run(connect, { activityId, part: { id } }, { say: () => t.connected })}
        create={{
          label: t.createPart,
          run: (query) => {
            const part = looksLikeIsbn(query) ? { title: query, isbn: readIsbn(query).isbn } : { title: query }
            session.run(connect, { activityId, part }, { say: () => t.connectedNew(query) })
          },
        }}
      />
    </Section>
  )
}
