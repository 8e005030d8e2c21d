import { memo } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useCalendarHost } from '../calendar-host.ts'
import { CardFace } from './card-face.tsx'
import { describeActivity } from './describe-activity.ts'
import { recipeLookOf } from './recipe-look.ts'
import { useActivity, useConnectionCount } from './use-activity.ts'
import { passesFilter } from '../filters/calendar-filter.ts'
import { useCalendarFilter } from '../filters/filter-context.ts'

/** A card in a list: in the tray or in the agenda. */
export const ListedCard = memo(function ListedCard({
  id,
  isSelected,
}: {
  readonly id: string
  readonly isSelected: boolean
}) {
  const { view } = useCalendarHost()
  const { locale, messages } = useLanguage()
  const filter = useCalendarFilter()
  const activity = useActivity(id)
  const connections = useConnectionCount(id)
  if (activity === undefined) return null
  const faded = passesFilter(activity, filter) ? '' : ' is-faded'
  return (
    <button
      type="button"
      className={`cal-card cal-listed${isSelected ? ' is-selected' : ''}${faded}`}
      style={{ ['--hue' as string]: recipeLookOf(activity.recipeId).colour }}
      data-card={id}
      aria-describedby={`cal-about-${id}`}
      aria-roledescription={messages.calendar.cardRole}
    >
      <CardFace activity={activity} connections={connections} untitled={messages.calendar.untitled} />
      <span id={`cal-about-${id}`} hidden>
        {describeActivity(activity, connections, view, locale, messages)}
      </span>
    </button>
  )
})
