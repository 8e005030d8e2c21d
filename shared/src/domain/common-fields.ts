import type { Bilingual } from './bilingual.ts'
import type { MainPhaseId } from './phases.ts'

/** The key of a field every activity has, as in the board file; `connections` and `messages` are lists of their own. */
export type CommonFieldKey =
  | 'title'
  | 'recipeId'
  | 'summary'
  | 'valueIds'
  | 'themeIds'
  | 'targetGroupIds'
  | 'owners'
  | 'start'
  | 'end'
  | 'times'
  | 'placeId'
  | 'connections'
  | 'partnerIds'
  | 'layerIds'
  | 'messages'
  | 'measures'
  | 'attendance'
  | 'learning'
  | 'public'

/**
 * A field every activity has, with what the screen says about it.
 *
 * Shape: `askedFrom` is the phase from which the board asks for it (it never forces), null when it never asks;
 * `min` and `max` are the length of a list that the board advises.
 */
export type CommonField = {
  key: CommonFieldKey
  askedFrom: MainPhaseId | null
  label: Bilingual
  help: Bilingual
  min?: number
  max?: number
}

/** Every common field in order. */
export const commonFields: readonly CommonField[] = [
  {
    key: 'title',
    askedFrom: 'idea',
    label: { nl: 'Titel', en: 'Title' },
    help: { nl: 'Korte naam die een bezoeker begrijpt.', en: 'Short name a visitor understands.' },
  },
  {
    key: 'recipeId',
    askedFrom: 'idea',
    label: { nl: 'Recept', en: 'Recipe' },
    help: { nl: 'Welke vorm heeft het?', en: 'Which form does it have?' },
  },
  {
    key: 'summary',
    askedFrom: 'proposed',
    label: { nl: 'In één zin', en: 'In one sentence' },
    help: { nl: 'Wat gebeurt er en wat doet het boek erin?', en: 'What happens and what does the book do in it?' },
  },
  {
    key: 'valueIds',
    askedFrom: 'proposed',
    label: { nl: 'Waarden', en: 'Values' },
    help: { nl: 'Eén tot drie waarden die hier groter worden.', en: 'One to three values that grow here.' },
    min: 1,
    max: 3,
  },
  {
    key: 'themeIds',
    askedFrom: null,
    label: { nl: "Thema's", en: 'Themes' },
    help: { nl: "Thema's uit het collectieplan, als ze passen.", en: 'Themes from the collection plan, if they fit.' },
  },
  {
    key: 'targetGroupIds',
    askedFrom: 'proposed',
    label: { nl: 'Doelgroep', en: 'Target group' },
    help: {
      nl: 'Eerst de hoofdgroep; daarna hoogstens twee nevengroepen.',
      en: 'First the main group; then at most two side groups.',
    },
    min: 1,
    max: 3,
  },
  {
    key: 'owners',
    askedFrom: 'proposed',
    label: { nl: 'Eigenaren', en: 'Owners' },
    help: {
      nl: 'Minstens iemand van collectie en iemand van programma.',
      en: 'At least someone from collection and someone from programme.',
    },
    min: 2,
  },
  {
    key: 'start',
    askedFrom: 'firm',
    label: { nl: 'Begin', en: 'Start' },
    help: { nl: 'Eerste dag.', en: 'First day.' },
  },
  {
    key: 'end',
    askedFrom: 'firm',
    label: { nl: 'Einde', en: 'End' },
    help: { nl: 'Laatste dag (zelfde dag mag).', en: 'Last day (may be the same).' },
  },
  {
    key: 'times',
    askedFrom: null,
    label: { nl: 'Tijden', en: 'Times' },
    help: {
      nl: 'Leeg laten bij een opstelling die de hele dag staat.',
      en: 'Leave empty for a set-up that stands all day.',
    },
  },
  {
    key: 'placeId',
    askedFrom: 'firm',
    label: { nl: 'Vestiging of plek', en: 'Branch or place' },
    help: { nl: 'Waar is het te vinden?', en: 'Where can it be found?' },
  },
  {
    key: 'connections',
    askedFrom: 'firm',
    label: { nl: 'Gekoppelde titels', en: 'Linked titles' },
    help: {
      nl: 'Titels en wat ze hier doen: kern, aanleiding of om mee te nemen.',
      en: 'Titles and what they do here: heart, cause or to take home.',
    },
  },
  {
    key: 'partnerIds',
    askedFrom: null,
    label: { nl: 'Partners', en: 'Partners' },
    help: { nl: 'Met wie maken we dit?', en: 'With whom do we make this?' },
  },
  {
    key: 'layerIds',
    askedFrom: null,
    label: { nl: 'Haakt aan bij', en: 'Ties in with' },
    help: { nl: 'Campagne, dag of vakantie.', en: 'Campaign, day or holiday.' },
  },
  {
    key: 'messages',
    askedFrom: 'firm',
    label: { nl: 'Kanalen', en: 'Channels' },
    help: {
      nl: 'Het bord rekent de aanleverdag terug vanaf de start.',
      en: 'The board counts the copy day back from the start.',
    },
  },
  {
    key: 'measures',
    askedFrom: 'firm',
    label: { nl: 'Waaraan merken we dat het werkt?', en: 'How do we notice it works?' },
    help: {
      nl: 'Hoogstens drie, minstens één voorbij uitleen en bezoek.',
      en: 'At most three, at least one beyond loans and visits.',
    },
    max: 3,
  },
  {
    key: 'attendance',
    askedFrom: 'held',
    label: { nl: 'Aantal mensen', en: 'Number of people' },
    help: { nl: 'Schatting mag; nul ook.', en: 'An estimate will do; zero too.' },
  },
  {
    key: 'learning',
    askedFrom: 'learned',
    label: { nl: 'Terugblik', en: 'Look back' },
    help: {
      nl: 'Uitkomst (doorgaan, aanpassen, groter maken, overdragen, stoppen met dank) en één zin per rol.',
      en: 'Outcome (continue, adapt, scale up, hand over, stop with thanks) and one sentence per role.',
    },
  },
  {
    key: 'public',
    askedFrom: null,
    label: { nl: 'Publiek tonen', en: 'Show publicly' },
    help: { nl: 'Mag op de publieksagenda.', en: 'May be on the public agenda.' },
  },
]

const commonFieldsByKey = new Map<string, CommonField>(commonFields.map((field) => [field.key, field]))

/** The common field with a key. */
export function commonFieldOf(key: string): CommonField | undefined {
  return commonFieldsByKey.get(key)
}
