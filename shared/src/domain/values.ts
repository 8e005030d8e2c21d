import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** A value of the collection that an activity makes grow. */
export type Value = { id: string; name: Bilingual; description: Bilingual; boardPrompt: Bilingual }

/** The nine values in order. */
export const values: readonly Value[] = [
  {
    id: 'pluriformity',
    name: { nl: 'Pluriformiteit', en: 'Pluriformity' },
    description: {
      nl: 'Er klinkt meer dan één stem: de kast laat verschillende kijkrichtingen uit de samenleving naast elkaar zien.',
      en: 'More than one voice is heard: the shelves put different outlooks from society side by side.',
    },
    boardPrompt: {
      nl: 'Wie ontbreekt nog in deze activiteit of op deze tafel?',
      en: 'Who is still missing from this activity or this table?',
    },
  },
  {
    id: 'independence',
    name: { nl: 'Onafhankelijkheid', en: 'Independence' },
    description: {
      nl: 'De bibliotheek beslist zelf wat erin komt en blijft daar verantwoordelijk voor, ook als anderen meekiezen.',
      en: 'The library itself decides what comes in and stays accountable for it, also when others help choose.',
    },
    boardPrompt: {
      nl: 'Wie neemt hier het laatste besluit over de titels?',
      en: 'Who takes the final decision on the titles here?',
    },
  },
  {
    id: 'accessibility',
    name: { nl: 'Toegankelijkheid', en: 'Accessibility' },
    description: {
      nl: 'Iedereen in het werkgebied kan erbij; drempels worden steeds lager gemaakt.',
      en: 'Everyone in the service area can reach it; thresholds keep being lowered.',
    },
    boardPrompt: { nl: 'Welke drempel halen we met deze kaart weg?', en: 'Which threshold does this card remove?' },
  },
  {
    id: 'authenticity',
    name: { nl: 'Authenticiteit', en: 'Authenticity' },
    description: {
      nl: 'De collectie is echt van deze plek: je leest de verhalen van het eigen publiek terug.',
      en: 'The collection truly belongs to this place: you find the stories of the own public in it.',
    },
    boardPrompt: {
      nl: 'Waaraan merkt een bezoeker dat dit bij ons hoort?',
      en: 'How does a visitor notice that this belongs to us?',
    },
  },
  {
    id: 'reliability',
    name: { nl: 'Betrouwbaarheid', en: 'Reliability' },
    description: {
      nl: 'Er is zorgvuldig gekozen en de informatie klopt.',
      en: 'Choices were made with care and the information is sound.',
    },
    boardPrompt: {
      nl: 'Is de bron van deze titel of spreker gecontroleerd?',
      en: 'Has the source of this title or speaker been checked?',
    },
  },
  {
    id: 'inspiration',
    name: { nl: 'Inspiratie', en: 'Inspiration' },
    description: {
      nl: 'Mensen vinden een verhaal dat past en komen op plekken waar ze niet naar zochten.',
      en: 'People find a story that fits and end up in places they were not looking for.',
    },
    boardPrompt: { nl: 'Wat brengt iemand hier op een ander spoor?', en: 'What puts someone on a new track here?' },
  },
  {
    id: 'connectedness',
    name: { nl: 'Verbondenheid', en: 'Connectedness' },
    description: {
      nl: 'Boeken zijn aanleiding om elkaar te ontmoeten en blikken te wisselen.',
      en: 'Books are a reason to meet and to exchange points of view.',
    },
    boardPrompt: {
      nl: 'Wie ontmoet hier wie, en wat doet het boek daarin?',
      en: 'Who meets whom here, and what does the book do in that?',
    },
  },
  {
    id: 'topicality',
    name: { nl: 'Actualiteit', en: 'Topicality' },
    description: {
      nl: 'Wat er staat sluit aan bij wat hier en in de wereld speelt.',
      en: 'What is on the shelf fits what goes on here and in the world.',
    },
    boardPrompt: { nl: 'Waarom juist nu?', en: 'Why now?' },
  },
  {
    id: 'personal-development',
    name: { nl: 'Persoonlijke ontwikkeling', en: 'Personal development' },
    description: {
      nl: 'De collectie helpt mensen groeien: in lezen en taal, en breder.',
      en: 'The collection helps people grow: in reading and language, and beyond.',
    },
    boardPrompt: {
      nl: 'Wat kan iemand na afloop dat eerst niet ging?',
      en: 'What can someone do afterwards that they could not do before?',
    },
  },
]

const valuesById = indexById(values)

/** The value with an id, if the list has it. */
export function valueOf(id: string): Value | undefined {
  return valuesById.get(id)
}
