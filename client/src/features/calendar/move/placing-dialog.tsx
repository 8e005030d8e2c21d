import type { PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { freeRecipeId, recipeOf } from '@schakelbord/shared/domain/recipes'
import { PlaceDialog } from './place-dialog.tsx'
import { placeCard, placeRecipe, type PlacingContext } from './place-on-board.ts'

/** What is being placed without dragging. */
export type Placing =
  | { readonly kind: 'card'; readonly id: string }
  | { readonly kind: 'recipe'; readonly recipeId: string; readonly start: PlainDate }

/** What the dialog is about and where it begins. */
export interface PlacingDialogProps {
  readonly placing: Placing
  readonly context: PlacingContext
  /** Where something without a lane or a date begins. */
  readonly laneId: string
  readonly today: PlainDate
  onPlaced(activityId: string): void
  onClose(): void
}

/** The dialog for a card that moves, or for a recipe that is put down. */
export function PlacingDialog({ placing, context, laneId, today, onPlaced, onClose }: PlacingDialogProps) {
  const { host, lanes, locale, messages } = context
  const { calendar } = messages
  if (placing.kind === 'card') {
    const activity = host.view.get('activities', placing.id)
    const start = activity?.start ?? null
    return (
      <PlaceDialog
        heading={calendar.move.heading(activity?.title ?? '')}
        submitLabel={calendar.move.submit}
        lanes={lanes}
        laneId={lanes.laneOfCard(placing.id) ?? laneId}
        start={start ?? today}
        end={start === null ? null : (activity?.end ?? start)}
        titleHint={null}
        onClose={onClose}
        onPlace={(target, lengthen) => placeCard(context, placing.id, target, lengthen) && onPlaced(placing.id)}
      />
    )
  }
  const recipeName = recipeOf(placing.recipeId)?.shortName[locale] ?? placing.recipeId
  return (
    <PlaceDialog
      heading={calendar.place.heading(placing.recipeId === freeRecipeId ? calendar.palette.free : recipeName)}
      submitLabel={calendar.place.submit}
      lanes={lanes}
      laneId={laneId}
      start={placing.start}
      end={null}
      titleHint={recipeName}
      onClose={onClose}
      onPlace={(target, _lengthen, typed) => {
        const title = typed.trim() === '' ? undefined : typed.trim()
        const id = placeRecipe(context, placing.recipeId, target, title)
        if (id !== null) onPlaced(id)
      }}
    />
  )
}
