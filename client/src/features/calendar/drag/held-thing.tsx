import { recipeOf } from '@schakelbord/shared/domain/recipes'
import { useSyncExternalStore } from 'react'
import { useLanguage, useMessages } from '#i18n/use-language.ts'
import { CardFace } from '../card/card-face.tsx'
import { Glyph } from '../card/glyph.tsx'
import { recipeLookOf } from '../card/recipe-look.ts'
import { useActivity } from '../card/use-activity.ts'
import type { DragHand } from './drag-hand.ts'
import type { DropTarget } from './grip.ts'

/** A long card hangs under the hand with its beginning no further away than this. */
const nearPx = 120

/** What hangs at the pointer: the thing itself and the name of the place under it. */
export function HeldThing({ hand, nameOf }: { readonly hand: DragHand; nameOf(target: DropTarget | null): string }) {
  const { grip, by, target, gripX, isCopy } = useSyncExternalStore(hand.subscribe, hand.get)
  const { calendar } = useMessages()
  if (grip === null || by === 'keyboard') return null
  return (
    <div className="cal-held" aria-hidden="true" style={{ marginLeft: Math.max(0, gripX - nearPx) }}>
      {grip.kind === 'card' && <HeldCard id={grip.id} />}
      {grip.kind === 'recipe' && <HeldRecipe recipeId={grip.recipeId} />}
      {isCopy && <span className="cal-held-copy">{calendar.drag.copy}</span>}
      <span className="cal-held-name">{nameOf(target)}</span>
    </div>
  )
}

function HeldCard({ id }: { readonly id: string }) {
  const activity = useActivity(id)
  if (activity === undefined) return null
  return (
    <span className={`cal-card ${recipeLookOf(activity.recipeId).hueClass}`}>
      <CardFace activity={activity} connections={0} untitled="" />
    </span>
  )
}

function HeldRecipe({ recipeId }: { readonly recipeId: string }) {
  const { locale } = useLanguage()
  const { glyph, hueClass } = recipeLookOf(recipeId)
  return (
    <span className={`cal-card ${hueClass}`}>
      <Glyph path={glyph} />
      <span className="cal-card-title">{recipeOf(recipeId)?.shortName[locale]}</span>
    </span>
  )
}
