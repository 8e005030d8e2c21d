import type { Bilingual } from './bilingual.ts'
import type { DisciplineId } from './disciplines.ts'
import { indexById } from './index-by-id.ts'
import { disciplineOfRole } from './roles.ts'

/** What sort of channel it is. */
export type ChannelKindId = 'place' | 'print' | 'digital' | 'social' | 'partner' | 'press' | 'internal'

/** A sort of channel and its name. */
export type ChannelKind = { id: ChannelKindId; name: Bilingual }

/**
 * A way to reach people with a message.
 *
 * Units: `publishLeadDays` is days before the activity's start on which the message goes out, `copyLeadDays` is days
 * before publication on which text and image must be ready, `runDays` is how many days the message stays visible.
 */
export type Channel = {
  id: string
  kind: ChannelKindId
  name: Bilingual
  publishLeadDays: number
  copyLeadDays: number
  runDays: number
  ownerRole: string
  help: Bilingual
}

/** Every sort of channel in order. */
export const channelKinds: readonly ChannelKind[] = [
  { id: 'place', name: { nl: 'Op de plek', en: 'In the place' } },
  { id: 'print', name: { nl: 'Drukwerk', en: 'Print' } },
  { id: 'digital', name: { nl: 'Digitaal', en: 'Digital' } },
  { id: 'social', name: { nl: 'Sociale media', en: 'Social media' } },
  { id: 'partner', name: { nl: 'Via partners', en: 'Via partners' } },
  { id: 'press', name: { nl: 'Pers', en: 'Press' } },
  { id: 'internal', name: { nl: 'Intern', en: 'Internal' } },
]

/** Every channel in order. */
export const channels: readonly Channel[] = [
  {
    id: 'in-branch-display',
    kind: 'place',
    name: { nl: 'Presentatietafel of -blok', en: 'Display table or block' },
    publishLeadDays: 7,
    copyLeadDays: 14,
    runDays: 28,
    ownerRole: 'collection-specialist',
    help: {
      nl: 'Titels, kaartje met reden, plek voor teruglegwens.',
      en: 'Titles, card with reason, place for return wishes.',
    },
  },
  {
    id: 'narrowcasting',
    kind: 'place',
    name: { nl: 'Narrowcasting (schermen in de vestiging)', en: 'Narrowcasting (screens in the branch)' },
    publishLeadDays: 21,
    copyLeadDays: 7,
    runDays: 21,
    ownerRole: 'marketer',
    help: { nl: 'Eén beeld, zeven woorden, verwijs naar de kast.', en: 'One image, seven words, point to the shelf.' },
  },
  {
    id: 'poster-a3',
    kind: 'print',
    name: { nl: 'Affiche A3 in de vestiging', en: 'A3 poster in the branch' },
    publishLeadDays: 28,
    copyLeadDays: 14,
    runDays: 28,
    ownerRole: 'marketer',
    help: { nl: 'Reken drukwerk mee; toegankelijk lettertype.', en: 'Allow for printing; accessible typeface.' },
  },
  {
    id: 'window-poster',
    kind: 'print',
    name: { nl: 'Raamposter bij winkels en partners', en: 'Window poster at shops and partners' },
    publishLeadDays: 28,
    copyLeadDays: 14,
    runDays: 28,
    ownerRole: 'marketer',
    help: { nl: 'Vraag partners vooraf; neem zelf mee.', en: 'Ask partners beforehand; bring it yourself.' },
  },
  {
    id: 'flyer',
    kind: 'print',
    name: { nl: 'Flyer of boekenlegger', en: 'Flyer or bookmark' },
    publishLeadDays: 21,
    copyLeadDays: 14,
    runDays: 21,
    ownerRole: 'marketer',
    help: {
      nl: 'Boekenlegger in gereserveerde boeken werkt als persoonlijk bericht.',
      en: 'Bookmark in reserved books works as a personal note.',
    },
  },
  {
    id: 'programme-leaflet',
    kind: 'print',
    name: { nl: 'Programmaboekje (kwartaal of seizoen)', en: 'Programme leaflet (quarter or season)' },
    publishLeadDays: 60,
    copyLeadDays: 42,
    runDays: 90,
    ownerRole: 'marketer',
    help: {
      nl: 'Vaste aanleverdatum; alles wat dan niet gepland is, mist de folder.',
      en: 'Fixed copy date; what is not planned by then misses the leaflet.',
    },
  },
  {
    id: 'website-agenda',
    kind: 'digital',
    name: { nl: 'Website en agenda', en: 'Website and agenda' },
    publishLeadDays: 42,
    copyLeadDays: 3,
    runDays: 42,
    ownerRole: 'marketer',
    help: {
      nl: 'Bron voor alle andere kanalen; titels aanklikbaar naar de catalogus.',
      en: 'Source for all other channels; titles clickable to the catalogue.',
    },
  },
  {
    id: 'catalogue-carousel',
    kind: 'digital',
    name: { nl: 'Lijst of carrousel in de catalogus', en: 'List or carousel in the catalogue' },
    publishLeadDays: 14,
    copyLeadDays: 7,
    runDays: 28,
    ownerRole: 'collection-specialist',
    help: {
      nl: 'Zelfde titels als op het blok, ook e-book en luisterboek.',
      en: 'Same titles as on the block, also e-book and audiobook.',
    },
  },
  {
    id: 'newsletter',
    kind: 'digital',
    name: { nl: 'Nieuwsbrief leden', en: "Members' newsletter" },
    publishLeadDays: 21,
    copyLeadDays: 7,
    runDays: 14,
    ownerRole: 'marketer',
    help: {
      nl: "Maandelijks ritme; vaste rubriek 'boek bij de agenda'.",
      en: "Monthly rhythm; fixed item 'book with the agenda'.",
    },
  },
  {
    id: 'targeted-mail',
    kind: 'digital',
    name: { nl: 'Gerichte mail aan een segment', en: 'Targeted mail to a segment' },
    publishLeadDays: 10,
    copyLeadDays: 7,
    runDays: 7,
    ownerRole: 'marketer',
    help: { nl: 'Alleen met toestemming en passend segment.', en: 'Only with consent and a fitting segment.' },
  },
  {
    id: 'instagram',
    kind: 'social',
    name: { nl: 'Instagram', en: 'Instagram' },
    publishLeadDays: 14,
    copyLeadDays: 3,
    runDays: 14,
    ownerRole: 'marketer',
    help: {
      nl: 'Laat een mens met een boek zien: de collectioneur in beeld.',
      en: 'Show a person with a book: the collection specialist in view.',
    },
  },
  {
    id: 'facebook',
    kind: 'social',
    name: { nl: 'Facebook en buurtgroepen', en: 'Facebook and neighbourhood groups' },
    publishLeadDays: 14,
    copyLeadDays: 3,
    runDays: 14,
    ownerRole: 'marketer',
    help: {
      nl: 'Evenement aanmaken; buurtbeheerder vragen te delen.',
      en: 'Create an event; ask the neighbourhood admin to share.',
    },
  },
  {
    id: 'tiktok',
    kind: 'social',
    name: { nl: 'TikTok / BookTok', en: 'TikTok / BookTok' },
    publishLeadDays: 10,
    copyLeadDays: 5,
    runDays: 14,
    ownerRole: 'marketer',
    help: { nl: 'Door jongeren zelf gemaakt.', en: 'Made by young people themselves.' },
  },
  {
    id: 'linkedin',
    kind: 'social',
    name: { nl: 'LinkedIn', en: 'LinkedIn' },
    publishLeadDays: 10,
    copyLeadDays: 3,
    runDays: 10,
    ownerRole: 'marketer',
    help: { nl: 'Voor partners, gemeente en vakgenoten.', en: 'For partners, municipality and peers.' },
  },
  {
    id: 'messaging-community',
    kind: 'social',
    name: { nl: 'Appgroep of community-kanaal', en: 'Messaging group or community channel' },
    publishLeadDays: 10,
    copyLeadDays: 2,
    runDays: 10,
    ownerRole: 'community-librarian',
    help: {
      nl: 'Loopt via sleutelpersoon; nooit zelf nummers verzamelen op het bord.',
      en: 'Runs via a key person; never collect numbers on the board.',
    },
  },
  {
    id: 'school-mail',
    kind: 'partner',
    name: { nl: 'Schoolmail en ouderapp', en: "School mail and parents' app" },
    publishLeadDays: 28,
    copyLeadDays: 14,
    runDays: 28,
    ownerRole: 'education-specialist',
    help: {
      nl: 'School plant weken vooruit; niet in vakantieweken.',
      en: 'Schools plan weeks ahead; not in holiday weeks.',
    },
  },
  {
    id: 'partner-newsletter',
    kind: 'partner',
    name: { nl: 'Nieuwsbrief van partner', en: "Partner's newsletter" },
    publishLeadDays: 28,
    copyLeadDays: 14,
    runDays: 28,
    ownerRole: 'programme-maker',
    help: { nl: 'Lever kant-en-klare tekst van 60 woorden.', en: 'Supply ready text of 60 words.' },
  },
  {
    id: 'press-local-weekly',
    kind: 'press',
    name: { nl: 'Huis-aan-huisblad / weekblad', en: 'Free local weekly' },
    publishLeadDays: 10,
    copyLeadDays: 7,
    runDays: 7,
    ownerRole: 'marketer',
    help: {
      nl: 'Rond 300 woorden, kern in de eerste regels, foto los aanleveren.',
      en: 'About 300 words, core in the first lines, photo as a separate file.',
    },
  },
  {
    id: 'press-weekend-supplement',
    kind: 'press',
    name: { nl: 'Weekendbijlage krant', en: 'Weekend newspaper supplement' },
    publishLeadDays: 1,
    copyLeadDays: 14,
    runDays: 3,
    ownerRole: 'marketer',
    help: { nl: 'Minstens twee weken voor het weekend insturen.', en: 'Send at least two weeks before the weekend.' },
  },
  {
    id: 'press-release-daily',
    kind: 'press',
    name: { nl: 'Persbericht dagblad of nieuwssite', en: 'Press release daily or news site' },
    publishLeadDays: 5,
    copyLeadDays: 2,
    runDays: 3,
    ownerRole: 'marketer',
    help: {
      nl: 'Stuur tussen maandagochtend en donderdagmiddag; voor de zaterdagkrant voor woensdag.',
      en: 'Send between Monday morning and Thursday noon; for the Saturday paper before Wednesday.',
    },
  },
  {
    id: 'local-broadcaster',
    kind: 'press',
    name: { nl: 'Lokale omroep', en: 'Local broadcaster' },
    publishLeadDays: 7,
    copyLeadDays: 7,
    runDays: 7,
    ownerRole: 'marketer',
    help: { nl: 'Bied een gast met een boek aan.', en: 'Offer a guest with a book.' },
  },
  {
    id: 'municipal-magazine',
    kind: 'press',
    name: { nl: 'Gemeentepagina of lokaal maandblad', en: 'Municipal page or local monthly' },
    publishLeadDays: 14,
    copyLeadDays: 30,
    runDays: 30,
    ownerRole: 'marketer',
    help: {
      nl: 'Maandbladen vragen kopij rond de eerste van de maand ervoor.',
      en: 'Monthlies ask copy around the first of the month before.',
    },
  },
  {
    id: 'regional-events-agenda',
    kind: 'digital',
    name: { nl: 'Regionale uitagenda', en: 'Regional events agenda' },
    publishLeadDays: 42,
    copyLeadDays: 7,
    runDays: 42,
    ownerRole: 'marketer',
    help: {
      nl: 'Alleen eenmalige publieke activiteiten; cursussen en ledenactiviteiten vaak niet.',
      en: 'Only one-off public events; courses and members-only events often not.',
    },
  },
  {
    id: 'paid-social',
    kind: 'social',
    name: { nl: 'Betaalde sociale advertentie', en: 'Paid social advert' },
    publishLeadDays: 14,
    copyLeadDays: 7,
    runDays: 14,
    ownerRole: 'marketer',
    help: { nl: 'Klein budget, scherp gebied en leeftijd.', en: 'Small budget, sharp area and age.' },
  },
  {
    id: 'front-desk-script',
    kind: 'internal',
    name: { nl: 'Vertelkaart voor de publieksdienst', en: 'Talking card for public services' },
    publishLeadDays: 7,
    copyLeadDays: 5,
    runDays: 28,
    ownerRole: 'public-services',
    help: {
      nl: 'Drie zinnen en één boek; iedereen aan de balie weet het.',
      en: 'Three sentences and one book; everyone at the desk knows.',
    },
  },
  {
    id: 'intranet',
    kind: 'internal',
    name: { nl: 'Intranet / teamupdate', en: 'Intranet / team update' },
    publishLeadDays: 21,
    copyLeadDays: 2,
    runDays: 21,
    ownerRole: 'marketer',
    help: { nl: 'Maak de verbinding intern zichtbaar.', en: 'Make the connection visible internally.' },
  },
]

const channelsById = indexById(channels)

/** The channel with an id, if the list has it. */
export function channelOf(id: string): Channel | undefined {
  return channelsById.get(id)
}

/** The discipline that makes the messages of a channel; marketing where the channel is unknown. */
export function disciplineOfChannel(channelId: string): DisciplineId {
  const channel = channelOf(channelId)
  return channel === undefined ? 'marketing' : disciplineOfRole(channel.ownerRole)
}
