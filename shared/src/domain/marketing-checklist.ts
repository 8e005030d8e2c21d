import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** A question to ask about the marketing of an activity, with channels that help. */
export type ChecklistItem = { id: string; question: Bilingual; help: Bilingual; suggestedChannels: readonly string[] }

/** A habit that helps collection and marketing work together. */
export type MarketingTip = { id: string; name: Bilingual; summary: Bilingual }

/** The seven questions in order. */
export const marketingChecklist: readonly ChecklistItem[] = [
  {
    id: 'visible-specialist',
    question: { nl: 'Is de collectioneur te zien?', en: 'Is the collection specialist visible?' },
    help: {
      nl: 'Laat het publiek merken dat iemand van de collectie met hen praat of gaat praten.',
      en: 'Let the public notice that someone from the collection talks or will talk with them.',
    },
    suggestedChannels: ['instagram', 'in-branch-display', 'front-desk-script'],
  },
  {
    id: 'same-target-group',
    question: { nl: 'Zelfde doelgroep voor ogen?', en: 'Same target group in mind?' },
    help: {
      nl: 'Collectie en programma kijken vanuit dezelfde groep of groepen.',
      en: 'Collection and programme start from the same group or groups.',
    },
    suggestedChannels: [],
  },
  {
    id: 'customer-view',
    question: { nl: 'Vanuit de klant gedacht?', en: 'Thought from the customer?' },
    help: {
      nl: 'Beschrijf wat iemand eraan heeft, in woorden die deze persoon gebruikt.',
      en: 'Describe what it brings someone, in words this person uses.',
    },
    suggestedChannels: ['website-agenda'],
  },
  {
    id: 'internal-visible',
    question: { nl: "Weten collega's het?", en: 'Do colleagues know?' },
    help: { nl: 'Maak de verbinding ook in huis zichtbaar.', en: 'Make the connection visible inside too.' },
    suggestedChannels: ['intranet', 'front-desk-script'],
  },
  {
    id: 'shared-calendar',
    question: { nl: 'Staat het op de gezamenlijke contentkalender?', en: 'Is it on the shared content calendar?' },
    help: {
      nl: 'Eén kalender voor alle afdelingen, met aanleverdata.',
      en: 'One calendar for all departments, with copy dates.',
    },
    suggestedChannels: [],
  },
  {
    id: 'core-attitude',
    question: { nl: 'Past de toon bij wie we willen zijn?', en: 'Does the tone fit who we want to be?' },
    help: {
      nl: 'Samen, gastvrij, betrokken, energiek en behulpzaam, met als doel een vaardige samenleving.',
      en: 'Together, hospitable, engaged, energetic and helpful, aiming for a skilled society.',
    },
    suggestedChannels: [],
  },
  {
    id: 'marketing-at-table',
    question: { nl: 'Zat marketing vanaf het begin aan tafel?', en: 'Was marketing at the table from the start?' },
    help: {
      nl: "Zonder marketing komt de verbinding niet over het voetlicht: vraag mee bij 'gekozen', niet bij 'gepland'.",
      en: "Without marketing the connection does not come across: ask them at 'chosen', not at 'planned'.",
    },
    suggestedChannels: [],
  },
]

/** The five tips in order. */
export const marketingTips: readonly MarketingTip[] = [
  {
    id: 'know-each-other',
    name: { nl: 'Ken elkaar', en: 'Know each other' },
    summary: {
      nl: 'Weet wat de ander doet: waarom doelgroepkeuze telt en hoe titels in beeld komen.',
      en: 'Know what the other does: why target-group choice counts and how titles come into view.',
    },
  },
  {
    id: 'longer-term',
    name: { nl: 'Werk op langere termijn', en: 'Work for the longer term' },
    summary: {
      nl: 'Deel jaarplannen en spreek vaste overleg- en communicatiemomenten af.',
      en: 'Share year plans and agree on fixed meeting and communication moments.',
    },
  },
  {
    id: 'sharp-choices',
    name: { nl: 'Maak scherpe keuzes', en: 'Make sharp choices' },
    summary: {
      nl: 'Tijd en geld zijn eindig; spreek uit wat je samen níet oppakt.',
      en: 'Time and money are finite; say out loud what you will not take up together.',
    },
  },
  {
    id: 'learn-target-groups',
    name: { nl: 'Leer je doelgroepen kennen', en: 'Learn to know your target groups' },
    summary: {
      nl: 'Leg segmenten naast leencijfers en kijk ook wie er nog niet komt.',
      en: 'Put segments next to loan figures and also look at who does not come yet.',
    },
  },
  {
    id: 'take-time',
    name: { nl: 'Neem de tijd', en: 'Take the time' },
    summary: { nl: 'Begin klein en laat het vanzelfsprekend worden.', en: 'Start small and let it become natural.' },
  },
]

const checklistById = indexById(marketingChecklist)

/** The checklist question with an id, if the list has it. */
export function checklistItemOf(id: string): ChecklistItem | undefined {
  return checklistById.get(id)
}
