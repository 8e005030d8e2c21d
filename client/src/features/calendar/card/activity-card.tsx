import { memo } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useCalendarHost } from '../calendar-host.ts'
import { passesFilter } from '../filters/calendar-filter.ts'
import { useCalendarFilter } from '../filters/filter-context.ts'
import { CardFace } from './card-face.tsx'
import { describeActivity } from './describe-activity.ts'
import { recipeLookOf } from './recipe-look.ts'
import { useActivity, useConnectionCount } from './use-activity.ts'

/** Where a card stands and what I do with it. Units: CSS pixels within the lane; columns from 1. */
export interface ActivityCardProps {
  readonly id: string
  readonly left: number
  readonly top: number
  /** Room for the title. */
  readonly width: number
  /** The days it takes, from its own left edge. */
  readonly spanLeft: number
  readonly spanWidth: number
  readonly height: number
  readonly column: number
  readonly columnSpan: number
  /** Longer than its name needs. */
  readonly isLong: boolean
  readonly startsBefore: boolean
  readonly endsAfter: boolean
  readonly isTabStop: boolean
  readonly isSelected: boolean
  readonly isHeld: boolean
}

/** A card on the grid: a button by the name of the activity, drawn again only when that activity or its place changed. */
export const ActivityCard = memo(function ActivityCard(props: ActivityCardProps) {
  const { id, left, top, width, spanLeft, spanWidth, height, column, columnSpan, isTabStop, isSelected, isHeld } = props
  const { view } = useCalendarHost()
  const { locale, messages } = useLanguage()
  const filter = useCalendarFilter()
  const activity = useActivity(id)
  const connections = useConnectionCount(id)
  if (activity === undefined) return null
  const className = `cal-card ${recipeLookOf(activity.recipeId).hueClass}${isSelected ? ' is-selected' : ''}${isHeld ? ' is-held' : ''}${
    passesFilter(activity, filter) ? '' : ' is-faded'
  }${props.startsBefore ? ' starts-before' : ''}${props.endsAfter ? ' ends-after' : ''}${spanLeft > 0 ? ' hangs-left' : ''}${spanWidth < width ? ' overflows' : ''}`
  return (
    <div
      role="gridcell"
      className="cal-place"
      aria-colindex={column}
      aria-colspan={columnSpan}
      style={{ left, top, width, height }}
    >
      <button
        type="button"
        className={className}
        style={
          spanWidth === width
            ? undefined
            : { ['--span' as string]: `${spanWidth}px`, ['--span-left' as string]: `${spanLeft}px` }
        }
        data-card={id}
        data-stop={isTabStop ? '' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.3, younger than the lint's list; one attribute where a hidden element was
        aria-description={describeActivity(activity, connections, view, locale, messages)}
        aria-roledescription={messages.calendar.cardRole}
      >
        <CardFace
          activity={activity}
          connections={connections}
          untitled={messages.calendar.untitled}
          isLong={props.isLong}
        />
      </button>
      {isSelected && !props.startsBefore && (
        <span className="cal-grip cal-grip-start" data-resize="start" data-resizes={id} style={{ left: spanLeft }} />
      )}
      {isSelected && !props.endsAfter && (
        <span
          className="cal-grip cal-grip-end"
          data-resize="end"
          data-resizes={id}
          style={{ left: spanLeft + spanWidth - 8 }}
        />
      )}
    </div>
  )
})
