import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import type { Message } from '../model/message.ts'
import type { ScriptStep } from '../model/script-step.ts'

/** What to say about a day that comes near or has passed; nothing is ever forbidden. */
export type ScriptWarning = 'too-late' | 'due-soon'

/** From how many days ahead a day counts as near. */
const SOON_DAYS = 7

/** Whether the copy of a message is late or due soon; a published or withdrawn one needs none. */
export function messageWarning(message: Message, today: PlainDate): ScriptWarning | null {
  if (message.state === 'published' || message.state === 'withdrawn') return null
  return warningFor(message.copyDue ?? message.publishOn, today)
}

/** Whether a step is late or due soon; one that is done is not. */
export function stepWarning(step: ScriptStep, today: PlainDate): ScriptWarning | null {
  return step.done ? null : warningFor(step.on, today)
}

function warningFor(day: PlainDate | null, today: PlainDate): ScriptWarning | null {
  if (day === null) return null
  const left = daysBetween(today, day)
  return left < 0 ? 'too-late' : left <= SOON_DAYS ? 'due-soon' : null
}
