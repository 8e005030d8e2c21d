import { useState, type ReactNode } from 'react'
import { formatRange } from '@schakelbord/shared/calendar/date-names'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import type { BoardView } from '@schakelbord/shared/views/board-view'
import type { Messages } from '#i18n/nl.ts'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardSearch } from '#sync/use-board-search.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useCombobox } from '#ui/use-combobox.ts'
import { findOnBoard, type SearchHit } from './find-on-board.ts'

/** Finds an activity or a collection part; choosing an activity opens its card, choosing a part shows where it is used. */
export function SearchDialog({
  onClose,
  onOpenCard,
}: {
  readonly onClose: () => void
  onOpenCard(activityId: string): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel.search
  const { view } = useSession()
  const search = useBoardSearch()
  const [query, setQuery] = useState('')
  const [partId, setPartId] = useState<string | null>(null)
  // What is found may change under our eyes when a colleague adds or renames something.
  useBoardView('activities', (board) => board.all('activities'))
  useBoardView('collectionParts', (board) => board.all('collectionParts'))
  useBoardView('connections', (board) => board.all('connections'))
  const hits = findOnBoard(view, search, query, partId)
  const combobox = useCombobox({
    options: hits,
    label: partId === null ? t.title : t.usedIn(view.get('collectionParts', partId)?.title ?? ''),
    alwaysOpen: true,
    onPick: (id) => {
      const hit = hits.find((one) => one.id === id)
      if (hit === undefined) return
      if (hit.kind === 'collectionParts') setPartId(hit.entityId)
      else {
        onClose()
        onOpenCard(hit.entityId)
      }
    },
    onEscape: () => {
      if (partId === null) return false
      setPartId(null)
      return true
    },
  })
  const part = partId === null ? undefined : view.get('collectionParts', partId)
  return (
    <Dialog title={t.title} onClose={onClose} wide>
      <input
        {...combobox.inputProps}
        data-autofocus
        type="text"
        aria-label={t.label}
        placeholder={t.placeholder}
        value={query}
        onChange={(event) => {
          setPartId(null)
          setQuery(event.target.value)
        }}
        className="w-full rounded-card border border-line-strong bg-surface px-3 py-2 text-lg"
      />
      {part === undefined ? null : (
        <div className="mt-3 flex items-center gap-3">
          <p className="mr-auto font-semibold [overflow-wrap:anywhere]">{t.usedIn(part.title)}</p>
          <button
            type="button"
            className="min-h-[max(var(--hit),2rem)] rounded-card px-2 underline underline-offset-2"
            onClick={() => setPartId(null)}
          >
            {t.back}
          </button>
        </div>
      )}
      <p role="status" className="mt-3 text-sm text-ink-2">
        {hits.length > 0
          ? messages.panel.found(hits.length)
          : part !== undefined
            ? t.noUse
            : query.trim() === ''
              ? t.start
              : t.nothing(query.trim())}
      </p>
      <ul {...combobox.listProps} className="mt-1 min-h-24">
        {hits.map((hit) => (
          <li
            key={hit.id}
            {...combobox.optionProps(hit.id)}
            className={classNames(
              'flex min-h-[max(var(--hit),2.25rem)] cursor-pointer flex-wrap items-baseline gap-x-3 rounded-card px-3 py-1.5',
              hit.id === combobox.activeId && 'bg-ink text-paper',
            )}
          >
            <HitLine hit={hit} view={view} locale={locale} messages={messages} active={hit.id === combobox.activeId} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function HitLine({
  hit,
  view,
  locale,
  messages,
  active,
}: {
  readonly hit: SearchHit
  readonly view: BoardView
  readonly locale: Locale
  readonly messages: Messages
  readonly active: boolean
}): ReactNode {
  const { panel: t } = messages
  const quiet = classNames('text-sm', !active && 'text-ink-2')
  if (hit.kind === 'activities') {
    const activity = view.get('activities', hit.entityId)
    const { start = null, end = null } = activity ?? {}
    return (
      <>
        <span className="[overflow-wrap:anywhere]">{activity?.title || t.untitled}</span>
        <span className={classNames(quiet, 'tabular ml-auto')}>
          {start !== null && end !== null ? formatRange({ start, end }, locale) : t.notDatedYet}
        </span>
      </>
    )
  }
  const part = view.get('collectionParts', hit.entityId)
  return (
    <>
      <span className="[overflow-wrap:anywhere]">{part?.title || t.untitled}</span>
      <span className={quiet}>{part?.creators.join(', ')}</span>
      <span className={classNames(quiet, 'ml-auto')}>
        {t.search.usedBy(view.connectionsOfPart(hit.entityId).length)}
      </span>
    </>
  )
}
