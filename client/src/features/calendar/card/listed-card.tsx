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
      className={`cal-card cal-listed ${recipeLookOf(activity.recipeId).hueClass}${isSelected ? ' is-selected' : ''}${faded}`}
      data-card={id}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.3, younger than the lint's list; one attribute where a hidden element was
      aria-description={describeActivity(activity, connections, view, locale, messages)}
      aria-roledescription={messages.calendar.cardRole}
    >
      <CardFace activity={activity} connections={connections} untitled={messages.calendar.untitled} />
    </button>
  )
})
