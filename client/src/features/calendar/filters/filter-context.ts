import { createContext, use } from 'react'
import { noFilter, type CalendarFilter } from './calendar-filter.ts'

const FilterContext = createContext<CalendarFilter>(noFilter)

/** Gives the cards the filter of this person. */
export const CalendarFilterProvider = FilterContext.Provider

/** The filter of this person. */
export function useCalendarFilter(): CalendarFilter {
  return use(FilterContext)
}
