import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** How binding a norm is. */
export type NormKindId = 'norm' | 'guideline' | 'ambition' | 'monitor' | 'fact'

/** How a norm's value is meant: a bound, an aim, a range, a question to report on, or a plain figure. */
export type NormOperator = 'max' | 'target' | 'min' | 'report' | 'range' | 'fact-max' | 'fact'

/**
 * A figure to hold up as a mirror, never as a grade.
 *
 * Shape: `value` is a pair for the operator `range` and null where the norm asks for a report only.
 */
export type Norm = {
  id: string
  operator: NormOperator
  value: number | readonly [number, number] | null
  unit: string
  name: Bilingual
  description: Bilingual
  kind: NormKindId
}

/** Every sort of norm with its name. */
export const normKinds: readonly { id: NormKindId; name: Bilingual }[] = [
  { id: 'norm', name: { nl: 'Norm', en: 'Norm' } },
  { id: 'guideline', name: { nl: 'Richtlijn', en: 'Guideline' } },
  { id: 'ambition', name: { nl: 'Ambitie', en: 'Ambition' } },
  { id: 'monitor', name: { nl: 'Monitorvraag', en: 'Monitor question' } },
  { id: 'fact', name: { nl: 'Kengetal', en: 'Figure' } },
]

/** Every norm in order. */
export const norms: readonly Norm[] = [
  {
    id: 'loans-from-other-libraries',
    operator: 'max',
    value: 5,
    unit: 'percent',
    name: {
      nl: 'Uitleningen afkomstig van een andere bibliotheekorganisatie',
      en: 'Loans coming from another library organisation',
    },
    description: {
      nl: 'Hoogstens 5% van de uitleningen; daarboven komt de onderlinge solidariteit in de knel.',
      en: 'At most 5% of loans; above that mutual solidarity suffers.',
    },
    kind: 'norm',
  },
  {
    id: 'weeding-regular-collection',
    operator: 'target',
    value: 10,
    unit: 'percent-per-year',
    name: { nl: 'Afschrijven van de reguliere collectie', en: 'Weeding of the regular collection' },
    description: {
      nl: 'Elk jaar 10% van de reguliere collectie afschrijven.',
      en: 'Weed 10% of the regular collection each year.',
    },
    kind: 'norm',
  },
  {
    id: 'loans-from-outside-public-network',
    operator: 'max',
    value: 0.1,
    unit: 'percent',
    name: {
      nl: 'Uitleningen van buiten het openbare-bibliotheeknetwerk',
      en: 'Loans from outside the public library network',
    },
    description: { nl: 'Hoogstens 0,1% van de uitleningen.', en: 'At most 0.1% of loans.' },
    kind: 'norm',
  },
  {
    id: 'hours-small',
    operator: 'min',
    value: 24,
    unit: 'hours-per-week',
    name: { nl: 'Uren collectiespecialist, kleine bibliotheek', en: 'Hours collection specialist, small library' },
    description: {
      nl: 'Werkgebied tot 80.000 inwoners: minstens 24 uur per week.',
      en: 'Service area up to 80,000 residents: at least 24 hours a week.',
    },
    kind: 'norm',
  },
  {
    id: 'hours-medium-small',
    operator: 'min',
    value: 36,
    unit: 'hours-per-week',
    name: {
      nl: 'Uren collectiespecialist, middelkleine bibliotheek',
      en: 'Hours collection specialist, medium-small library',
    },
    description: {
      nl: 'Werkgebied tot 130.000 inwoners: minstens 36 uur per week.',
      en: 'Service area up to 130,000 residents: at least 36 hours a week.',
    },
    kind: 'norm',
  },
  {
    id: 'hours-medium-large',
    operator: 'min',
    value: 48,
    unit: 'hours-per-week',
    name: {
      nl: 'Uren collectiespecialist, middelgrote bibliotheek',
      en: 'Hours collection specialist, medium-large library',
    },
    description: {
      nl: 'Werkgebied vanaf 180.000 inwoners: minstens 48 uur per week.',
      en: 'Service area from 180,000 residents: at least 48 hours a week.',
    },
    kind: 'norm',
  },
  {
    id: 'hours-large',
    operator: 'min',
    value: 64,
    unit: 'hours-per-week',
    name: { nl: 'Uren collectiespecialist, grote bibliotheek', en: 'Hours collection specialist, large library' },
    description: {
      nl: 'Werkgebied vanaf 250.000 inwoners: minstens 64 uur per week.',
      en: 'Service area from 250,000 residents: at least 64 hours a week.',
    },
    kind: 'norm',
  },
  {
    id: 'budget-per-resident',
    operator: 'report',
    value: null,
    unit: 'euro-per-resident',
    name: { nl: 'Collectiebudget per inwoner', en: 'Collection budget per resident' },
    description: {
      nl: 'Wordt jaarlijks uitgevraagd en vertrouwelijk gedeeld met de directeurenoverleggen; er is geen landelijke norm.',
      en: "Asked every year and shared in confidence with the directors' councils; there is no national norm.",
    },
    kind: 'monitor',
  },
  {
    id: 'budget-target-group',
    operator: 'min',
    value: 20,
    unit: 'percent-of-collection-budget',
    name: { nl: 'Budget voor doelgroepgericht collectioneren', en: 'Budget for target-group collecting' },
    description: { nl: 'Minstens 20% van het collectiebudget.', en: 'At least 20% of the collection budget.' },
    kind: 'ambition',
  },
  {
    id: 'budget-existing-users',
    operator: 'range',
    value: [70, 80],
    unit: 'percent-of-collection-budget',
    name: { nl: 'Budget voor wie al bereikt wordt', en: 'Budget for those already reached' },
    description: {
      nl: '70 tot 80% kan met uitleencijfers als leidraad worden besteed.',
      en: '70 to 80% may be spent with loan figures as a guide.',
    },
    kind: 'guideline',
  },
  {
    id: 'budget-new-groups-and-collaboration',
    operator: 'range',
    value: [20, 30],
    unit: 'percent-of-collection-budget',
    name: { nl: 'Budget voor nieuwe groepen en samenwerking', en: 'Budget for new groups and collaboration' },
    description: {
      nl: '20 tot 30% voor nieuwe groepen, samenwerking met andere afdelingen en actualiteit.',
      en: '20 to 30% for new groups, work with other departments and topicality.',
    },
    kind: 'guideline',
  },
  {
    id: 'time-new-groups-and-collaboration',
    operator: 'range',
    value: [70, 80],
    unit: 'percent-of-specialist-time',
    name: { nl: 'Tijd voor dat tweede deel', en: 'Time for that second part' },
    description: {
      nl: 'De specialist besteedt 70 tot 80% van de tijd aan nieuwe groepen en samenwerking.',
      en: 'The specialist spends 70 to 80% of the time on new groups and collaboration.',
    },
    kind: 'guideline',
  },
  {
    id: 'vmbo-library-at-school',
    operator: 'target',
    value: 100,
    unit: 'percent-of-vmbo-schools',
    name: { nl: 'Vmbo-scholen met de Bibliotheek op school', en: 'Vmbo schools with the Library at School' },
    description: { nl: 'Netwerkagenda: op alle vmbo-scholen.', en: 'Network agenda: at all vmbo schools.' },
    kind: 'ambition',
  },
  {
    id: 'catalogue-integration',
    operator: 'target',
    value: 100,
    unit: 'percent',
    name: {
      nl: 'Fysieke en digitale catalogus in één zoekomgeving',
      en: 'Physical and digital catalogue in one search',
    },
    description: {
      nl: 'Volledige integratie van zoeken en vinden (Online Bibliotheek 2028).',
      en: 'Full integration of search and discovery (Online Library 2028).',
    },
    kind: 'ambition',
  },
  {
    id: 'online-library-awareness',
    operator: 'target',
    value: 100,
    unit: 'percent',
    name: { nl: 'Bekendheid van de Online Bibliotheek', en: 'Awareness of the Online Library' },
    description: {
      nl: 'Alle klanten en medewerkers kennen de Online Bibliotheek.',
      en: 'All customers and staff know the Online Library.',
    },
    kind: 'ambition',
  },
  {
    id: 'english-share-today',
    operator: 'fact-max',
    value: 5,
    unit: 'percent-of-collection',
    name: { nl: 'Aandeel Engelstalig nu', en: 'Share of English now' },
    description: {
      nl: 'Nu minder dan 5% van de collectie; jongeren lezen graag in het Engels.',
      en: 'Now under 5% of the collection; young people like to read in English.',
    },
    kind: 'fact',
  },
  {
    id: 'youth-literacy-risk',
    operator: 'fact',
    value: 33,
    unit: 'percent-of-young-people',
    name: { nl: 'Jongeren met kans op laaggeletterdheid', en: 'Young people at risk of low literacy' },
    description: {
      nl: 'Een derde loopt dat risico bij het verlaten van school.',
      en: 'One third runs that risk when leaving school.',
    },
    kind: 'fact',
  },
]

const normsById = indexById(norms)

/** The norm with an id, if the list has it. */
export function normOf(id: string): Norm | undefined {
  return normsById.get(id)
}
