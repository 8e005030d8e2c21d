import type { ReactNode } from 'react'
import { restoreEntity } from '@schakelbord/shared/commands/restore-entity'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { channelOf } from '@schakelbord/shared/domain/channels'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import type { BinEntry, BoardView } from '@schakelbord/shared/views/board-view'
import type { Messages } from '#i18n/nl.ts'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession, useSessionStatus } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { formatInstant } from './format-instant.ts'

/** What lies in the bin, the latest first; everything comes back in one step, with all that hung on it. */
export function BinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel.bin
  const session = useSession()
  const { writable } = useSessionStatus()
  const entries = useBoardView('bin', (view) => view.bin())
  const { timeZone } = useBoardView('board', (view) => view.info())
  return (
    <Dialog title={t.title} onClose={onClose} wide>
      <p className="mb-3 text-sm text-ink-2">{entries.length === 0 ? t.empty : t.help}</p>
      {entries.length === 0 ? null : (
        <ul className="rounded-panel border border-line">
          {entries.map((entry) => {
            const title = titleOf(entry, session.view, locale, messages)
            const when = formatInstant(entry.at, locale, timeZone)
            return (
              <li
                key={`${entry.kind}/${entry.id}`}
                className="flex items-center gap-3 border-t border-line px-3 py-2 first:border-t-0"
              >
                <div className="mr-auto min-w-0 [overflow-wrap:anywhere]">
                  <p className="font-semibold">{title}</p>
                  <p className="text-sm text-ink-2">
                    {t.kinds[entry.kind]} · {t.gone(entry.by, when)}
                  </p>
                </div>
                <Button
                  disabled={!writable}
                  aria-label={`${messages.panel.restore}: ${title}`}
                  onClick={() =>
                    session.run(restoreEntity, { kind: entry.kind, id: entry.id }, { say: () => t.restored(title) })
                  }
                >
                  {messages.panel.restore}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}

/** What somebody would call it: a message by its channel and activity, a connection by both its ends. */
function titleOf(entry: BinEntry, view: BoardView, locale: Locale, { panel: t }: Messages): string {
  const activityTitle = (id: string | null): string =>
    (id === null ? undefined : view.get('activities', id)?.title) || t.untitled
  if (entry.kind === 'connections') {
    const connection = view.get('connections', entry.id)
    const part = connection?.partId ? view.get('collectionParts', connection.partId)?.title : undefined
    return t.bin.connectionOf(part || t.untitled, activityTitle(connection?.activityId ?? null))
  }
  if (entry.kind === 'messages') {
    const message = view.get('messages', entry.id)
    const channel = channelOf(message?.channelId ?? '')
    const name = channel ? inLocale(channel.name, locale) : entry.title
    return t.bin.hangsOn(name, activityTitle(message?.activityId ?? null))
  }
  if (entry.kind === 'steps') {
    return t.bin.hangsOn(entry.title || t.untitled, activityTitle(view.get('steps', entry.id)?.activityId ?? null))
  }
  return entry.title || t.untitled
}
