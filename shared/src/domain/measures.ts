import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** How a measure is written down. */
export type MeasureType = 'count' | 'percent' | 'scale' | 'story'

/** Something agreed beforehand by which a team notices that an activity works. */
export type Measure = {
  id: string
  type: MeasureType
  name: Bilingual
  howTo: Bilingual
  effort: 'low' | 'medium'
  beyondLoansAndVisits: boolean
}

/** How measures are chosen. */
export const measurePrinciple: Bilingual = {
  nl: 'Kies samen, vóór de start, hoogstens drie maten; minstens één die geen uitleen- of bezoekcijfer is.',
  en: 'Choose together, before the start, at most three measures; at least one that is no loan or visit figure.',
}

/** Every measure in order. */
export const measures: readonly Measure[] = [
  {
    id: 'attendance',
    type: 'count',
    name: { nl: 'Aanwezigen', en: 'Attendance' },
    howTo: {
      nl: 'Aantal mensen dat er was; tel ook wie alleen even keek.',
      en: 'Number of people who were there; also count those who only looked.',
    },
    effort: 'low',
    beyondLoansAndVisits: false,
  },
  {
    id: 'loans-linked-items',
    type: 'count',
    name: { nl: 'Uitleningen van gekoppelde titels', en: 'Loans of linked titles' },
    howTo: {
      nl: 'Uitleningen van de titels op de kaart tot vier weken erna, naast dezelfde weken eerder.',
      en: 'Loans of the titles on the card up to four weeks after, next to the same weeks before.',
    },
    effort: 'low',
    beyondLoansAndVisits: false,
  },
  {
    id: 'crossover',
    type: 'percent',
    name: { nl: 'Oversteek: van activiteit naar kast', en: 'Cross-over: from event to shelf' },
    howTo: {
      nl: 'Deel van de bezoekers dat met een titel naar huis gaat (turven bij de deur).',
      en: 'Share of visitors who go home with a title (tally at the door).',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'newcomers',
    type: 'percent',
    name: { nl: 'Nieuwe gezichten', en: 'New faces' },
    howTo: {
      nl: 'Deel dat voor het eerst (in lange tijd) in de bibliotheek is; één vraag bij binnenkomst.',
      en: 'Share here for the first time (in long); one question at the entrance.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'target-group-reached',
    type: 'scale',
    name: { nl: 'Doelgroep bereikt', en: 'Target group reached' },
    howTo: {
      nl: 'Team schat samen in: niet, deels, ruim. Geen persoonsgegevens.',
      en: 'Team estimates together: not, partly, amply. No personal data.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'dormant-titles-woken',
    type: 'count',
    name: { nl: 'Slapende titels gewekt', en: 'Dormant titles woken' },
    howTo: {
      nl: 'Titels die een jaar niet uitgingen en nu wel.',
      en: 'Titles that did not go out for a year and now do.',
    },
    effort: 'medium',
    beyondLoansAndVisits: true,
  },
  {
    id: 'request-loop-closed',
    type: 'percent',
    name: { nl: 'Verzoek rond gemaakt', en: 'Request loop closed' },
    howTo: {
      nl: 'Deel van de verzoekers dat hoort wat ermee is gedaan.',
      en: 'Share of requesters who hear what was done with it.',
    },
    effort: 'medium',
    beyondLoansAndVisits: true,
  },
  {
    id: 'co-makers',
    type: 'count',
    name: { nl: 'Meemakers', en: 'Co-makers' },
    howTo: {
      nl: 'Inwoners die meekozen, meespraken of meemaakten.',
      en: 'Residents who helped choose, speak or make.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'languages-served',
    type: 'count',
    name: { nl: 'Talen op tafel', en: 'Languages on the table' },
    howTo: {
      nl: 'Aantal talen in titels én in gesprekken.',
      en: 'Number of languages in titles and in conversations.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'mirror-window-story',
    type: 'story',
    name: { nl: 'Spiegel- of vensterverhaal', en: 'Mirror or window story' },
    howTo: {
      nl: 'Een kort verhaal van iemand die zichzelf herkende of een ander leerde zien, met toestemming en zonder naam.',
      en: 'A short story of someone who recognised themselves or learned to see another, with consent and without a name.',
    },
    effort: 'medium',
    beyondLoansAndVisits: true,
  },
  {
    id: 'conversation-depth',
    type: 'scale',
    name: { nl: 'Diepte van het gesprek', en: 'Depth of conversation' },
    howTo: {
      nl: "1 praatje - 3 uitwisseling - 5 nieuw inzicht; twee collega's scoren los van elkaar.",
      en: '1 small talk - 3 exchange - 5 new insight; two colleagues score apart.',
    },
    effort: 'medium',
    beyondLoansAndVisits: true,
  },
  {
    id: 'visible-specialist-moments',
    type: 'count',
    name: { nl: 'Momenten dat de collectioneur zichtbaar was', en: 'Moments the collection specialist was visible' },
    howTo: { nl: 'Op de vloer, podium of online.', en: 'On the floor, stage or online.' },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'staff-learning',
    type: 'story',
    name: { nl: 'Wat wij leerden', en: 'What we learned' },
    howTo: { nl: 'Eén zin per betrokken rol.', en: 'One sentence per role involved.' },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'partner-value',
    type: 'scale',
    name: { nl: 'Waarde voor de partner', en: 'Value for the partner' },
    howTo: { nl: 'Partner geeft 1-5 en één zin waarom.', en: 'Partner gives 1-5 and one sentence why.' },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'repeat-wish',
    type: 'percent',
    name: { nl: 'Wil nog eens', en: 'Wants more' },
    howTo: {
      nl: 'Deel dat terug wil komen of meer titels wil.',
      en: 'Share who wants to come back or wants more titles.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'title-fit',
    type: 'scale',
    name: { nl: 'Past het boek?', en: 'Does the book fit?' },
    howTo: {
      nl: 'Lezer meldt na drie weken: uitgelezen, deels, niet mijn boek.',
      en: 'Reader reports after three weeks: finished, partly, not my book.',
    },
    effort: 'medium',
    beyondLoansAndVisits: true,
  },
  {
    id: 'hours-spent',
    type: 'count',
    name: { nl: 'Uren erin', en: 'Hours in' },
    howTo: {
      nl: 'Alle rollen samen; nodig om te kunnen kiezen.',
      en: 'All roles together; needed to be able to choose.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
  {
    id: 'policy-goal-touched',
    type: 'scale',
    name: { nl: 'Raakt aan beleidsdoel', en: 'Touches a policy goal' },
    howTo: {
      nl: 'Welk doel van gemeente of eigen plan, en hoe sterk.',
      en: 'Which goal of municipality or own plan, and how strongly.',
    },
    effort: 'low',
    beyondLoansAndVisits: true,
  },
]

const measuresById = indexById(measures)

/** The measure with an id, if the list has it. */
export function measureOf(id: string): Measure | undefined {
  return measuresById.get(id)
}
