import { CalendarDays, Ellipsis, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { useLanguage } from '#i18n/use-language.ts'
import { classNames } from '#ui/class-names.ts'
import { MenuButton } from '#ui/menu-button.tsx'
import type { BoardEntry } from './known-boards.ts'
import { whenChanged } from './when-changed.ts'

/** One board in the list: its name opens it; what else one can do stands in its menu. */
export function BoardRow({
  board,
  onRename,
  onBin,
}: {
  readonly board: BoardEntry
  readonly onRename: () => void
  readonly onBin: () => void
}) {
  const { locale, messages } = useLanguage()
  const { app, boards: words } = messages
  const title = board.title === '' ? app.untitledBoard : board.title
  const changed = board.updatedAt === null ? '' : whenChanged(board.updatedAt, locale)
  const facts = [
    board.library,
    board.activities === null ? '' : words.activities(board.activities),
    changed === '' ? '' : words.lastChange(changed),
  ].filter((fact) => fact !== '')
  const Icon = board.damaged ? TriangleAlert : CalendarDays
  return (
    <li
      className={classNames(
        'relative flex gap-3 border-t border-line px-4 py-3 first:border-t-0 hover:bg-sunken',
        board.damaged ? 'items-start' : 'items-center',
      )}
    >
      <Icon aria-hidden size={20} className="shrink-0 text-ink-2" />
      <div className="mr-auto min-w-0">
        {/* The link covers the row, so that the whole row opens the board. */}
        <Link
          href={`/b/${board.id}/calendar`}
          className="text-lg font-semibold after:absolute after:inset-0 after:rounded-card hover:underline"
        >
          {title}
        </Link>
        <p className="tabular text-sm text-ink-2">{facts.join(' · ')}</p>
        {board.damaged && <DamagedNote />}
      </div>
      <MenuButton
        label={words.actions(title)}
        className="relative grid size-9 min-h-(--hit) min-w-(--hit) shrink-0 place-items-center rounded-card hover:bg-line"
        items={[
          // A name is written in the board itself, and this one takes nothing.
          ...(board.damaged ? [] : [{ id: 'rename', label: words.rename, onChoose: onRename }]),
          { id: 'bin', label: words.toBin, onChoose: onBin },
        ]}
      >
        <Ellipsis aria-hidden size={20} />
      </MenuButton>
    </li>
  )
}

/** What became of a board that the server's disk damaged: what is not hurt, and what one can do. */
function DamagedNote() {
  const { damaged } = useLanguage().messages.boards
  return (
    // Above the link that covers the row, so that the command in it can be copied.
    <div className="relative mt-2 flex max-w-prose flex-col gap-1 rounded-card bg-warn-bg px-3 py-2 text-sm">
      <p className="font-semibold">{damaged.what}</p>
      <p>{damaged.operator}</p>
      <p>{damaged.copy}</p>
    </div>
  )
}
