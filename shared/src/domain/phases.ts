import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a phase on the main line, from a spark to what was learned. */
export type MainPhaseId = 'idea' | 'proposed' | 'pencilled' | 'firm' | 'announced' | 'held' | 'learned'

/** The id of a phase beside the main line; it needs a reason. */
export type PhaseBesideId = 'not-this-year' | 'cancelled'

/** The id of any phase of an activity. */
export type PhaseId = MainPhaseId | PhaseBesideId

/** The id of what came of an activity. */
export type OutcomeId = 'continue' | 'adapt' | 'scale-up' | 'hand-over' | 'stop-with-thanks'

/** The status of an event in iCalendar. */
export type IcalendarStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

/**
 * How far an activity is.
 *
 * Shape: `icalendarStatus` is null where the activity is not handed out as an event; `needsReason` where nobody may
 * enter it without saying why.
 * Units: `shelfLifeWeeks`, where given, is the weeks after which the board asks whether to keep it.
 */
export type Phase = {
  id: PhaseId
  name: Bilingual
  help: Bilingual
  icalendarStatus: IcalendarStatus | null
  publicPossible: boolean
  needsReason: boolean
  shelfLifeWeeks?: number
}

/** What came of an activity. */
export type Outcome = { id: OutcomeId; name: Bilingual }

/** The phases of the main line in order. */
export const mainLine: readonly Phase[] = [
  {
    id: 'idea',
    name: { nl: 'Idee', en: 'Idea' },
    help: { nl: 'Iemand schreef een vonk op.', en: 'Somebody wrote down a spark.' },
    icalendarStatus: null,
    publicPossible: false,
    needsReason: false,
  },
  {
    id: 'proposed',
    name: { nl: 'Voorstel', en: 'Proposed' },
    help: {
      nl: 'Er is een doelgroep en een waarom; klaar om te kiezen.',
      en: 'It has a target group and a why; ready to be chosen.',
    },
    icalendarStatus: null,
    publicPossible: false,
    needsReason: false,
  },
  {
    id: 'pencilled',
    name: { nl: 'Potlood', en: 'Pencilled' },
    help: {
      nl: 'Het staat op de kalender, maar nog niet vast. Na zes weken vraagt het bord: houden of laten vallen?',
      en: 'On the calendar, not settled. After six weeks the board asks: keep or drop?',
    },
    icalendarStatus: 'TENTATIVE',
    publicPossible: false,
    needsReason: false,
    shelfLifeWeeks: 6,
  },
  {
    id: 'firm',
    name: { nl: 'Vast', en: 'Firm' },
    help: { nl: 'Datum, plek en eigenaren staan vast.', en: 'Date, place and owners are settled.' },
    icalendarStatus: 'CONFIRMED',
    publicPossible: true,
    needsReason: false,
  },
  {
    id: 'announced',
    name: { nl: 'Aangekondigd', en: 'Announced' },
    help: { nl: 'Het publiek weet ervan.', en: 'The public knows.' },
    icalendarStatus: 'CONFIRMED',
    publicPossible: true,
    needsReason: false,
  },
  {
    id: 'held',
    name: { nl: 'Geweest', en: 'Held' },
    help: { nl: 'Het is geweest; wat zagen we?', en: 'It took place; what did we see?' },
    icalendarStatus: 'CONFIRMED',
    publicPossible: true,
    needsReason: false,
  },
  {
    id: 'learned',
    name: { nl: 'Geleerd', en: 'Learned' },
    help: { nl: 'De leerkaart is klaar.', en: 'The learning card is done.' },
    icalendarStatus: 'CONFIRMED',
    publicPossible: true,
    needsReason: false,
  },
]

/** The phases beside the main line. */
export const phasesBeside: readonly Phase[] = [
  {
    id: 'not-this-year',
    name: { nl: 'Dit jaar niet', en: 'Not this year' },
    help: {
      nl: 'Nu niet, met een reden; volgend jaar komt het terug.',
      en: 'Not now, with a reason; it returns next year.',
    },
    icalendarStatus: null,
    publicPossible: false,
    needsReason: true,
  },
  {
    id: 'cancelled',
    name: { nl: 'Afgelast', en: 'Cancelled' },
    help: { nl: 'Het gaat niet door; de reden staat erbij.', en: 'It does not go ahead; the reason is given.' },
    icalendarStatus: 'CANCELLED',
    publicPossible: false,
    needsReason: true,
  },
]

/** Every phase: the main line in order, then those beside it. */
export const phases: readonly Phase[] = [...mainLine, ...phasesBeside]

/** Every outcome in order. */
export const outcomes: readonly Outcome[] = [
  { id: 'continue', name: { nl: 'Doorgaan', en: 'Continue' } },
  { id: 'adapt', name: { nl: 'Aanpassen', en: 'Adapt' } },
  { id: 'scale-up', name: { nl: 'Groter maken', en: 'Scale up' } },
  { id: 'hand-over', name: { nl: 'Overdragen', en: 'Hand over' } },
  { id: 'stop-with-thanks', name: { nl: 'Stoppen met dank', en: 'Stop with thanks' } },
]

const phasesById = indexById(phases)
const outcomesById = indexById(outcomes)

/** The phase with an id, if the list has it. */
export function phaseOf(id: string): Phase | undefined {
  return phasesById.get(id)
}

/** The outcome with an id, if the list has it. */
export function outcomeOf(id: string): Outcome | undefined {
  return outcomesById.get(id)
}

/**
 * Whether a phase on the main line has reached another; false for a phase beside the line or unknown.
 *
 * Fields are asked from a phase on: `hasReached(activity.phase, field.askedFrom)`.
 */
export function hasReached(phaseId: string, from: MainPhaseId): boolean {
  const position = mainLine.findIndex((phase) => phase.id === phaseId)
  return position >= 0 && position >= mainLine.findIndex((phase) => phase.id === from)
}
