import { copyActivity } from '@schakelbord/shared/commands/copy-activity'
import { deleteActivity } from '@schakelbord/shared/commands/delete-activity'
import type { BoardInteraction } from './board/board-interaction.ts'
import type { TimeAxis } from './board/time-axis.ts'
import { placeCard, standOf, type PlacingContext } from './move/place-on-board.ts'

/** What can be done with a card from the keyboard and the preview. */
export interface CardActions {
  open(cardId: string): void
  remove(cardId: string): void
  copy(cardId: string): void
  /** Units: columns, signed. */
  lengthen(cardId: string, columns: number): void
  /** Units: days, signed. */
  shift(cardId: string, days: number): void
}

/** The actions on a card, each one command and one toast. */
export function cardActionsOf(
  context: PlacingContext,
  axis: TimeAxis,
  interaction: BoardInteraction,
  focusCard: (cardId: string) => void,
): CardActions {
  const { host, lanes, locale, messages } = context
  const { done } = messages.calendar
  const titleOf = (id: string): string => host.view.get('activities', id)?.title ?? ''
  return {
    open: (id) => {
      interaction.set({ selectedId: null })
      host.openCard(id)
    },
    remove: (id) => {
      const title = titleOf(id)
      host.run(deleteActivity, { activityId: id }, () => done.toBin(title))
      interaction.set({ selectedId: null })
      const { active } = interaction.get()
      if (active !== null) interaction.focus({ ...active, cardId: null })
    },
    copy: (id) => {
      const result = host.run(copyActivity, { activityId: id, locale }, () => done.copied(titleOf(id)))
      if (result.ok) focusCard(result.value.activityId)
    },
    lengthen: (id, columns) => {
      const stand = standOf(host, lanes, id)
      if (stand === null) return
      const endDay = Math.max(stand.startDay, stand.endDay + columns * axis.daysPerColumn)
      if (endDay === stand.endDay) return
      placeCard(context, id, { kind: 'cell', laneId: stand.laneId, startDay: stand.startDay, endDay }, true)
      host.announce(done.length(titleOf(id), endDay - stand.startDay + 1))
    },
    shift: (id, days) => {
      const stand = standOf(host, lanes, id)
      if (stand === null) return
      const { laneId, startDay, endDay } = stand
      placeCard(context, id, { kind: 'cell', laneId, startDay: startDay + days, endDay: endDay + days })
    },
  }
}
