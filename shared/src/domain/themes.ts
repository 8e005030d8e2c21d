import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** A theme of the collection plan, with the values it leans on and where it shows on the board. */
export type Theme = {
  id: string
  name: Bilingual
  summary: Bilingual
  valueIds: readonly string[]
  boardCue: Bilingual
}

/** The nine themes in order. */
export const themes: readonly Theme[] = [
  {
    id: 'collection-knowledge',
    name: { nl: 'Collectiekennis', en: 'Collection knowledge' },
    summary: {
      nl: 'Drie lagen: titelkennis op de vloer, vakkennis bij de specialist, strategische kennis bij het management.',
      en: 'Three layers: title knowledge on the floor, expertise with the specialist, strategic knowledge in management.',
    },
    valueIds: [
      'authenticity',
      'inspiration',
      'pluriformity',
      'accessibility',
      'reliability',
      'topicality',
      'independence',
    ],
    boardCue: {
      nl: 'Kaarten waarop medewerkers zelf titels dragen (boekenspreekuur, collega-tips).',
      en: 'Cards where staff carry the titles themselves (book matchmaker, staff picks).',
    },
  },
  {
    id: 'target-group-collecting',
    name: { nl: 'Doelgroepgericht collectioneren', en: 'Target-group collecting' },
    summary: {
      nl: 'Kiezen voor lokale focusgroepen, samen met die groepen, los van uitleencijfers.',
      en: 'Choosing local focus groups, together with those groups, apart from loan figures.',
    },
    valueIds: ['authenticity', 'inspiration', 'pluriformity', 'topicality', 'independence'],
    boardCue: {
      nl: 'Kaarten met een meekiezende groep: gastcollectie, aanschafverzoeken.',
      en: 'Cards with a group that helps choose: guest collection, purchase requests.',
    },
  },
  {
    id: 'place',
    name: { nl: 'Plek', en: 'Place' },
    summary: {
      nl: 'Hoe de collectie in het gebouw te zien en te beleven is, samen met programmering.',
      en: 'How the collection is seen and experienced in the building, together with programming.',
    },
    valueIds: ['authenticity', 'accessibility'],
    boardCue: {
      nl: 'Kaarten met een presentatieblok of opstelling op de vloer.',
      en: 'Cards with a presentation block or a set-up on the floor.',
    },
  },
  {
    id: 'diversity-inclusion-equity',
    name: { nl: 'Diversiteit, inclusie en gelijkwaardigheid', en: 'Diversity, inclusion and equity' },
    summary: {
      nl: 'Spiegel en venster: mensen herkennen zichzelf en zien anderen; meertaligheid telt als kracht.',
      en: 'Mirror and window: people recognise themselves and see others; multilingualism counts as a strength.',
    },
    valueIds: ['pluriformity', 'authenticity', 'personal-development'],
    boardCue: {
      nl: 'Let op: niet structureel apart zetten (anderstalig mag wel); leg op een tijdelijk blok een terugplan vast.',
      en: 'Mind: no structural separate shelving (other languages may); record a return plan for a temporary block.',
    },
  },
  {
    id: 'children',
    name: { nl: 'Jeugd (0-12)', en: 'Children (0-12)' },
    summary: {
      nl: 'Verwonderen en leesgroei; de vestiging vult de schoolcollecties aan.',
      en: 'Wonder and reading growth; the branch complements the school collections.',
    },
    valueIds: ['accessibility', 'inspiration', 'pluriformity', 'personal-development'],
    boardCue: {
      nl: 'Kaarten met de jeugdcollectioneur, scholen en opvang.',
      en: "Cards with the children's collection specialist, schools and childcare.",
    },
  },
  {
    id: 'young-people',
    name: { nl: 'Jongeren (12-27)', en: 'Young people (12-27)' },
    summary: {
      nl: 'Niet-lezers, aarzelaars en enthousiaste lezers; samen met jongeren, breed opgevat (manga, games, Engels).',
      en: 'Non-readers, hesitant and keen readers; together with young people, broadly taken (manga, games, English).',
    },
    valueIds: ['authenticity', 'topicality', 'inspiration'],
    boardCue: {
      nl: 'Kaarten waar jongeren meebeslissen; koppel Engelstalige titels en graphic novels.',
      en: 'Cards where young people co-decide; link English titles and graphic novels.',
    },
  },
  {
    id: 'digital-collection',
    name: { nl: 'Digitale collectie', en: 'Digital collection' },
    summary: {
      nl: 'E-books, luisterboeken, digitale bronnen en lokaal gemaakt materiaal, zichtbaar naast het fysieke.',
      en: 'E-books, audiobooks, digital sources and locally made material, visible next to the physical.',
    },
    valueIds: ['accessibility', 'pluriformity', 'inspiration', 'personal-development', 'reliability'],
    boardCue: {
      nl: 'Zet op elke kaart waar het kan ook de digitale vorm van de titel.',
      en: 'Where possible add the digital form of the title to each card.',
    },
  },
  {
    id: 'data',
    name: { nl: 'Haal meer uit data', en: 'Get more from data' },
    summary: {
      nl: 'Data-geïnformeerd, niet data-gedreven; ook kwalitatieve gegevens en niet-leden tellen.',
      en: 'Data-informed, not data-driven; qualitative data and non-members count too.',
    },
    valueIds: ['reliability', 'pluriformity', 'independence'],
    boardCue: {
      nl: 'Succesmaat vooraf kiezen; nooit alleen uitleningen en bezoek.',
      en: 'Choose the measure of success beforehand; never only loans and visits.',
    },
  },
  {
    id: 'artificial-intelligence',
    name: { nl: 'Artificiële intelligentie', en: 'Artificial intelligence' },
    summary: {
      nl: 'Hulp bij het werk met een mens die beslist; open zijn over AI-titels; letten op privacy en duurzaamheid.',
      en: 'Help with the work with a human who decides; open about AI-made titles; mindful of privacy and sustainability.',
    },
    valueIds: ['reliability', 'authenticity', 'accessibility', 'topicality'],
    boardCue: {
      nl: 'Noteer op de kaart of tekst of titel (deels) met AI is gemaakt.',
      en: 'Record on the card whether text or title was (partly) made with AI.',
    },
  },
]

const themesById = indexById(themes)

/** The theme with an id, if the list has it. */
export function themeOf(id: string): Theme | undefined {
  return themesById.get(id)
}
