import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { useState, useSyncExternalStore, type RefObject } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { useView } from '#sync/use-view.ts'
import type { BoardInteraction } from '../board/board-interaction.ts'
import { ListedCard } from '../card/listed-card.tsx'
import type { DragHand } from '../drag/drag-hand.ts'

/** What the tray shows. */
export interface ActivityTrayProps {
  readonly lanes: CalendarLanes
  readonly interaction: BoardInteraction
  readonly hand: DragHand
  readonly ref: RefObject<HTMLElement | null>
  readonly isOpen: boolean
}

const shownAtFirst = 60

/** Cards without a date, beside the board: drag them onto a day, or drag a card here to take its date away. */
export function ActivityTray({ lanes, interaction, hand, ref, isOpen }: ActivityTrayProps) {
  const { calendar } = useMessages()
  const ids = useView(lanes, 'tray', () => lanes.tray())
  const selectedId = useSyncExternalStore(interaction.subscribe, () => interaction.get().selectedId)
  const isTarget = useSyncExternalStore(hand.subscribe, () => hand.get().target?.kind === 'tray')
  const [shown, setShown] = useState(shownAtFirst)
  return (
    <aside
      className={`cal-tray${isTarget ? ' is-target' : ''}`}
      aria-label={calendar.tray.title}
      data-open={isOpen}
      ref={ref}
      id="cal-tray"
    >
      <h2 className="cal-tray-title">
        {calendar.tray.title} <span className="cal-tray-count">{ids.length}</span>
      </h2>
      {ids.length === 0 && <p className="cal-tray-empty">{calendar.tray.empty}</p>}
      <ul className="cal-tray-list">
        {ids.slice(0, shown).map((id) => (
          <li key={id}>
            <ListedCard id={id} isSelected={id === selectedId} />
          </li>
        ))}
      </ul>
      {ids.length > shown && (
        <button type="button" className="cal-button" onClick={() => setShown(shown + shownAtFirst)}>
          {calendar.tray.more(ids.length - shown)}
        </button>
      )}
    </aside>
  )
}
