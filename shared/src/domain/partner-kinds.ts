import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** In what part of society a partner works. */
export type PartnerSector =
  | 'public'
  | 'education'
  | 'social'
  | 'culture'
  | 'business'
  | 'community'
  | 'place'
  | 'network'

/** A sort of partner, what it brings and how to work with it. */
export type PartnerKind = { id: string; sector: PartnerSector; name: Bilingual; summary: Bilingual; tip: Bilingual }

/** Every sort of partner in order. */
export const partnerKinds: readonly PartnerKind[] = [
  {
    id: 'municipality',
    sector: 'public',
    name: { nl: 'Gemeente', en: 'Municipality' },
    summary: {
      nl: 'Opdrachtgever en subsidiegever; deelt doelen op taal, inclusie, gezondheid.',
      en: 'Commissioner and funder; shares goals on language, inclusion, health.',
    },
    tip: {
      nl: 'Vroeg betrekken bij kaarten die gemeentelijke doelen raken.',
      en: 'Involve early for cards that touch municipal goals.',
    },
  },
  {
    id: 'primary-school',
    sector: 'education',
    name: { nl: 'Basisonderwijs (po)', en: 'Primary education' },
    summary: {
      nl: 'Leesbevordering en mediawijsheid in een doorgaande lijn.',
      en: 'Reading promotion and media literacy in a continuous line.',
    },
    tip: { nl: 'Vakanties en toetsweken eerst checken.', en: 'Check holidays and test weeks first.' },
  },
  {
    id: 'secondary-school',
    sector: 'education',
    name: { nl: 'Voortgezet onderwijs (vo)', en: 'Secondary education' },
    summary: { nl: 'Leesplezier terugbrengen, ook op het vmbo.', en: 'Bring back reading pleasure, also in vmbo.' },
    tip: { nl: 'Koppel aan een vak of mentorles.', en: 'Link to a subject or mentor lesson.' },
  },
  {
    id: 'mbo',
    sector: 'education',
    name: { nl: 'Mbo', en: 'Vocational education' },
    summary: {
      nl: 'Taal en digitale vaardigheid helpen bij diploma en meedoen.',
      en: 'Language and digital skills help with diploma and taking part.',
    },
    tip: { nl: 'Ga naar de campus; korte blokken.', en: 'Go to the campus; short slots.' },
  },
  {
    id: 'childcare',
    sector: 'education',
    name: { nl: 'Kinderopvang en peuterspeelzaal', en: 'Childcare' },
    summary: { nl: 'Voorleesplezier zo vroeg mogelijk.', en: 'Pleasure in being read to as early as possible.' },
    tip: { nl: 'Pedagogisch medewerker is je kanaal.', en: 'The childcare worker is your channel.' },
  },
  {
    id: 'health-care',
    sector: 'social',
    name: { nl: 'Gezondheidszorg', en: 'Health care' },
    summary: { nl: 'Jeugdgezondheid, huisarts, ziekenhuis, woonzorg.', en: 'Youth health, GP, hospital, care home.' },
    tip: { nl: 'Let op privacy en begrijpelijke taal.', en: 'Mind privacy and plain language.' },
  },
  {
    id: 'welfare',
    sector: 'social',
    name: { nl: 'Welzijnsorganisatie', en: 'Welfare organisation' },
    summary: { nl: 'Kent kwetsbare bewoners en buurthuizen.', en: 'Knows vulnerable residents and community centres.' },
    tip: { nl: 'Samen werven, niet dubbel.', en: 'Recruit together, not twice.' },
  },
  {
    id: 'language-course-provider',
    sector: 'social',
    name: { nl: 'Taal- en cursusaanbieder', en: 'Language and course provider' },
    summary: {
      nl: 'Taalnetwerk, Taalhuis, volksuniversiteit.',
      en: 'Language network, language house, adult education.',
    },
    tip: { nl: 'Stem taalniveau af.', en: 'Agree on language level.' },
  },
  {
    id: 'cultural-institution',
    sector: 'culture',
    name: { nl: 'Culturele instelling', en: 'Cultural institution' },
    summary: { nl: 'Museum, theater, muziekschool, archief.', en: 'Museum, theatre, music school, archive.' },
    tip: {
      nl: 'Ruil publiek en kast: hun verhaal, jouw titels.',
      en: 'Swap audience and shelf: their story, your titles.',
    },
  },
  {
    id: 'heritage-group',
    sector: 'culture',
    name: { nl: 'Erfgoed en historische vereniging', en: 'Heritage and history society' },
    summary: { nl: 'Lokale verhalen en bronnen.', en: 'Local stories and sources.' },
    tip: {
      nl: 'Goed voor gastcollectie en Maand van de Geschiedenis.',
      en: 'Good for guest collection and Month of History.',
    },
  },
  {
    id: 'bookshop',
    sector: 'business',
    name: { nl: 'Boekhandel', en: 'Bookshop' },
    summary: {
      nl: 'Titels snel in huis, signeertafel, gezamenlijke avond.',
      en: 'Titles in quickly, signing table, joint evening.',
    },
    tip: { nl: 'Spreek af wie verkoopt en wie uitleent.', en: 'Agree who sells and who lends.' },
  },
  {
    id: 'local-business',
    sector: 'business',
    name: { nl: 'Lokale ondernemer of supermarkt', en: 'Local business or supermarket' },
    summary: { nl: 'Plek en publiek buiten de bibliotheek.', en: 'Place and audience outside the library.' },
    tip: {
      nl: 'Laagdrempelig kanaal voor flyers en raamposter.',
      en: 'Low-threshold channel for flyers and window poster.',
    },
  },
  {
    id: 'community-group',
    sector: 'community',
    name: { nl: 'Gemeenschap of bewonersgroep', en: "Community or residents' group" },
    summary: {
      nl: 'Mee vormgeven: aanbod én kennis uit de groep zelf.',
      en: 'Co-shape: offer and knowledge from the group itself.',
    },
    tip: { nl: 'Langer dan één activiteit; geen hapsnap.', en: 'Longer than one activity; no hit-and-run.' },
  },
  {
    id: 'language-community',
    sector: 'community',
    name: { nl: 'Taal- of cultuurgemeenschap', en: 'Language or cultural community' },
    summary: {
      nl: 'Sleutelpersonen die titels en uitgevers in hun taal kennen.',
      en: 'Key persons who know titles and publishers in their language.',
    },
    tip: { nl: 'Beloon tijd; leg vast wie de boeken beheert.', en: 'Reward time; record who manages the books.' },
  },
  {
    id: 'multifunctional-building',
    sector: 'place',
    name: { nl: 'Multifunctionele accommodatie (mfa/mfo)', en: 'Multifunctional building' },
    summary: { nl: 'Samen in één huis met school, zorg of sport.', en: 'In one house with school, care or sports.' },
    tip: { nl: 'Gebruik de gedeelde hal als presentatieplek.', en: 'Use the shared hall as display place.' },
  },
  {
    id: 'national-campaign',
    sector: 'network',
    name: { nl: 'Landelijke campagneorganisatie', en: 'National campaign organisation' },
    summary: {
      nl: 'CPNB, Stichting Lezen, Stichting Lezen en Schrijven, Netwerk Mediawijsheid.',
      en: 'CPNB, Stichting Lezen, Stichting Lezen en Schrijven, Netwerk Mediawijsheid.',
    },
    tip: {
      nl: 'Materiaal op tijd bestellen; lokale draai geven.',
      en: 'Order material in time; give it a local turn.',
    },
  },
  {
    id: 'library-network',
    sector: 'network',
    name: { nl: 'Collega-bibliotheek en ondersteuningsinstelling', en: 'Fellow library and support organisation' },
    summary: { nl: 'Fieldlab, intervisie, wisselcollectie.', en: 'Fieldlab, peer review, rotating collection.' },
    tip: { nl: 'Deel uitkomsten, ook mislukkingen.', en: 'Share outcomes, also failures.' },
  },
  {
    id: 'media',
    sector: 'business',
    name: { nl: 'Lokale pers en omroep', en: 'Local press and broadcaster' },
    summary: { nl: 'Bereik buiten eigen kanalen.', en: 'Reach outside own channels.' },
    tip: { nl: 'Vaste deadlines; lever beeld mee.', en: 'Fixed deadlines; supply images.' },
  },
]

const partnerKindsById = indexById(partnerKinds)

/** The sort of partner with an id, if the list has it. */
export function partnerKindOf(id: string): PartnerKind | undefined {
  return partnerKindsById.get(id)
}
