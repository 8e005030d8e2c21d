import { useMemo } from 'react'
import { useSession, useSessionStatus } from '#sync/use-session.ts'
import { announce } from '#ui/announcer.ts'
import { CalendarHostProvider, type CalendarHost } from './calendar-host.ts'
import { CalendarPlan } from './calendar-plan.tsx'

/** What the app gives the calendar. */
export interface CalendarScreenProps {
  openCard(activityId: string): void
  /** Whether keys without Ctrl do something. */
  readonly singleKeys: boolean
}

/** The calendar of the open board. */
export function CalendarScreen({ openCard, singleKeys }: CalendarScreenProps) {
  const session = useSession()
  const { contents, writable } = useSessionStatus()
  const isWaiting = contents === 'waiting'
  const host = useMemo<CalendarHost>(
    () => ({
      view: session.view,
      readOnly: !writable,
      isWaiting,
      presence: session.presence,
      run: (command, input, say) => session.run(command, input, say === undefined ? {} : { say }),
      openCard,
      announce,
    }),
    [session, writable, isWaiting, openCard],
  )
  return (
    <CalendarHostProvider value={host}>
      <CalendarPlan singleKeys={singleKeys} />
    </CalendarHostProvider>
  )
}
