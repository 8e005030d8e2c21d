import type { Activity } from '@schakelbord/shared/model/activity'
import { bookGlyph, Glyph } from './glyph.tsx'
import { PhaseShape } from './phase-shape.tsx'
import { recipeLookOf } from './recipe-look.ts'

/** What stands on a card. */
export interface CardFaceProps {
  readonly activity: Activity
  readonly connections: number
  /** What to call an activity without a title. */
  readonly untitled: string
  /** The name stays in sight while the card runs out of it: only for long cards, since each costs a layer. */
  readonly isLong?: boolean
}

/** Picture, title, connections, phase; the title alone is the name of the button around it. */
export function CardFace({ activity, connections, untitled, isLong = false }: CardFaceProps) {
  const { glyph } = recipeLookOf(activity.recipeId)
  const name = (
    <>
      <Glyph path={glyph} />
      <span className="cal-card-title">{activity.title || untitled}</span>
    </>
  )
  return (
    <>
      {isLong ? (
        <span className="cal-card-room">
          <span className="cal-card-name">{name}</span>
        </span>
      ) : (
        name
      )}
      {connections > 0 && (
        <span className="cal-count" aria-hidden="true">
          <Glyph path={bookGlyph} className="cal-count-icon" />
          {connections}
        </span>
      )}
      <PhaseShape phase={activity.phase} />
    </>
  )
}
