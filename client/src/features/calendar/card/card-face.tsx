import type { Activity } from '@schakelbord/shared/model/activity'
import { BookOpen } from 'lucide-react'
import { PhaseShape } from './phase-shape.tsx'
import { recipeLookOf } from './recipe-look.ts'

/** What is written on a card: picture, title, connections, phase. Its name and details are said by the button around it. */
export function CardFace({ activity, connections }: { readonly activity: Activity; readonly connections: number }) {
  const { Icon } = recipeLookOf(activity.recipeId)
  return (
    <>
      <span className="cal-card-room">
        <span className="cal-card-name">
          <Icon className="cal-icon" aria-hidden="true" />
          <span className="cal-card-title">{activity.title}</span>
        </span>
      </span>
      {connections > 0 && (
        <span className="cal-count" aria-hidden="true">
          <BookOpen className="cal-count-icon" />
          {connections}
        </span>
      )}
      <PhaseShape phase={activity.phase} />
    </>
  )
}
