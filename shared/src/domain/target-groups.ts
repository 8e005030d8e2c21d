import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** What the people of a target group have in common. */
export type TargetGroupDimensionId = 'age' | 'language' | 'access' | 'education' | 'life' | 'relation' | 'internal'

/**
 * A target group every library knows; a board starts with these and changes them as it likes.
 *
 * Units: `ageMin` and `ageMax` are years, null where age does not matter.
 */
export type StandardTargetGroup = {
  id: string
  dimension: TargetGroupDimensionId
  name: Bilingual
  ageMin: number | null
  ageMax: number | null
  help: Bilingual
}

/** Every dimension in order. */
export const targetGroupDimensions: readonly { id: TargetGroupDimensionId; name: Bilingual }[] = [
  { id: 'age', name: { nl: 'Leeftijd', en: 'Age' } },
  { id: 'language', name: { nl: 'Taal en geletterdheid', en: 'Language and literacy' } },
  { id: 'access', name: { nl: 'Toegang', en: 'Access' } },
  { id: 'education', name: { nl: 'Onderwijs', en: 'Education' } },
  { id: 'life', name: { nl: 'Levenssituatie', en: 'Life situation' } },
  { id: 'relation', name: { nl: 'Band met de bibliotheek', en: 'Relation with the library' } },
  { id: 'internal', name: { nl: 'Intern', en: 'Internal' } },
]

/** What to keep in mind when choosing a target group. */
export const targetGroupRules: readonly Bilingual[] = [
  { nl: 'Kies liever één groep goed dan vijf half.', en: 'Rather choose one group well than five by halves.' },
  {
    nl: 'Groepen overlappen; laat op een kaart hoogstens één hoofdgroep en twee nevengroepen toe.',
    en: 'Groups overlap; allow at most one main group and two side groups on a card.',
  },
  {
    nl: 'Denk niet in hokjes: een groep is een ingang, geen etiket.',
    en: 'Do not think in boxes: a group is an entry, not a label.',
  },
  { nl: 'Gebruik groepen nooit om personen op te slaan.', en: 'Never use groups to store persons.' },
]

/** Every standard target group in order. */
export const targetGroups: readonly StandardTargetGroup[] = [
  {
    id: 'babies-toddlers',
    dimension: 'age',
    name: { nl: "Baby's, peuters en hun ouders (0-4)", en: 'Babies, toddlers and their parents (0-4)' },
    ageMin: 0,
    ageMax: 4,
    help: {
      nl: 'BoekStart-leeftijd; de ouder of opvang beslist mee.',
      en: 'BookStart age; parent or childcare decides too.',
    },
  },
  {
    id: 'children-4-12',
    dimension: 'age',
    name: { nl: 'Kinderen (4-12)', en: 'Children (4-12)' },
    ageMin: 4,
    ageMax: 12,
    help: {
      nl: 'Basisschoolleeftijd; bereik loopt vaak via school en ouders.',
      en: 'Primary school age; reach often runs through school and parents.',
    },
  },
  {
    id: 'teens-12-18',
    dimension: 'age',
    name: { nl: 'Tieners (12-18)', en: 'Teens (12-18)' },
    ageMin: 12,
    ageMax: 18,
    help: {
      nl: 'Voortgezet onderwijs; vraag wie al leest, aarzelt of niet leest.',
      en: 'Secondary school; ask who reads already, hesitates or does not read.',
    },
  },
  {
    id: 'young-adults-18-27',
    dimension: 'age',
    name: { nl: 'Jongvolwassenen (18-27)', en: 'Young adults (18-27)' },
    ageMin: 18,
    ageMax: 27,
    help: {
      nl: 'Steeds meer bibliotheken geven hier gratis lidmaatschap; Engels lezen is gewoon.',
      en: 'More and more libraries give free membership here; reading in English is normal.',
    },
  },
  {
    id: 'adults-27-65',
    dimension: 'age',
    name: { nl: 'Volwassenen (27-65)', en: 'Adults (27-65)' },
    ageMin: 27,
    ageMax: 65,
    help: {
      nl: 'Te breed om alleen te staan: kies er een tweede kenmerk bij.',
      en: 'Too broad to stand alone: add a second characteristic.',
    },
  },
  {
    id: 'seniors-65',
    dimension: 'age',
    name: { nl: 'Senioren (65+)', en: 'Seniors (65+)' },
    ageMin: 65,
    ageMax: null,
    help: {
      nl: 'Geen eenheidsgroep: een welgestelde reiziger leeft anders dan een bescheiden oudere.',
      en: 'Not one group: a well-off traveller lives differently from a modest older person.',
    },
  },
  {
    id: 'low-literate-nt1',
    dimension: 'language',
    name: {
      nl: 'Mensen die moeite hebben met lezen (NT1)',
      en: 'People who find reading hard (Dutch first language, NT1)',
    },
    ageMin: 18,
    ageMax: null,
    help: {
      nl: 'Nederlands als moedertaal; vermijd schriftelijke werving als enige weg.',
      en: 'Dutch as mother tongue; avoid written recruitment as the only way.',
    },
  },
  {
    id: 'dutch-learners-nt2',
    dimension: 'language',
    name: { nl: 'Nederlands-lerenden (NT2)', en: 'Dutch learners (second language, NT2)' },
    ageMin: 16,
    ageMax: null,
    help: {
      nl: 'Leert Nederlands als tweede taal; taalniveau (A1-B1) vermelden.',
      en: 'Learning Dutch as a second language; state the level (A1-B1).',
    },
  },
  {
    id: 'multilingual-families',
    dimension: 'language',
    name: { nl: 'Meertalige gezinnen', en: 'Multilingual families' },
    ageMin: 0,
    ageMax: 12,
    help: {
      nl: 'Thuis een andere taal dan of naast het Nederlands; noem de talen.',
      en: 'At home a language other than or next to Dutch; name the languages.',
    },
  },
  {
    id: 'multilingual-adults',
    dimension: 'language',
    name: { nl: 'Anderstalige lezers', en: 'Readers in other languages' },
    ageMin: 16,
    ageMax: null,
    help: {
      nl: 'Leest graag in een eigen taal; kies samen met sleutelpersonen.',
      en: 'Likes to read in an own language; choose together with key persons.',
    },
  },
  {
    id: 'refugees-newcomers',
    dimension: 'language',
    name: { nl: 'Nieuwkomers en vluchtelingen', en: 'Newcomers and refugees' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Ongeacht verblijfsstatus welkom, ook zonder papieren.',
      en: 'Welcome whatever the residence status, also without papers.',
    },
  },
  {
    id: 'print-disabled',
    dimension: 'access',
    name: { nl: 'Mensen met een leesbeperking', en: 'People with a print disability' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Denk aan groteletter, luister, dyslexie, Passend Lezen.',
      en: 'Think of large print, audio, dyslexia, Passend Lezen.',
    },
  },
  {
    id: 'low-digital-skills',
    dimension: 'access',
    name: { nl: 'Mensen met weinig digitale vaardigheden', en: 'People with few digital skills' },
    ageMin: 16,
    ageMax: null,
    help: {
      nl: 'Niet alleen online aankondigen; koppel aan Informatiepunt en cursus.',
      en: 'Do not only announce online; link to the help point and courses.',
    },
  },
  {
    id: 'housebound-care',
    dimension: 'access',
    name: { nl: 'Mensen aan huis of in een zorginstelling', en: 'People at home or in a care home' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Breng de kaart naar hen toe: bieb-aan-huis, woonzorg.',
      en: 'Take the card to them: library at home, care home.',
    },
  },
  {
    id: 'primary-school-classes',
    dimension: 'education',
    name: { nl: 'Klassen basisonderwijs (po)', en: 'Primary school classes (po)' },
    ageMin: 4,
    ageMax: 12,
    help: {
      nl: 'Boek je via de leesconsulent; plan buiten toetsweken en vakanties.',
      en: 'Book via the reading consultant; plan outside test weeks and holidays.',
    },
  },
  {
    id: 'secondary-school-classes',
    dimension: 'education',
    name: { nl: 'Klassen voortgezet onderwijs (vo)', en: 'Secondary school classes (vo)' },
    ageMin: 12,
    ageMax: 18,
    help: {
      nl: 'Inclusief vmbo; koppel aan leeslijst of burgerschap.',
      en: 'Including vmbo; link to the reading list or citizenship.',
    },
  },
  {
    id: 'mbo-students',
    dimension: 'education',
    name: { nl: 'Mbo-studenten', en: 'Vocational students (mbo)' },
    ageMin: 16,
    ageMax: 27,
    help: {
      nl: 'Taalniveau en tijd zijn krap; ga naar de campus toe.',
      en: 'Language level and time are tight; go to the campus.',
    },
  },
  {
    id: 'teachers-childcare',
    dimension: 'education',
    name: { nl: 'Leerkrachten en pedagogisch medewerkers', en: 'Teachers and childcare staff' },
    ageMin: 18,
    ageMax: 67,
    help: {
      nl: 'Intermediairs: zij nemen de collectie mee naar hun groep.',
      en: 'Intermediaries: they take the collection to their group.',
    },
  },
  {
    id: 'parents',
    dimension: 'life',
    name: { nl: 'Ouders en opvoeders', en: 'Parents and carers' },
    ageMin: 18,
    ageMax: null,
    help: {
      nl: 'Bereikbaar via school, opvang en consultatiebureau.',
      en: 'Reachable via school, childcare and the health centre.',
    },
  },
  {
    id: 'carers',
    dimension: 'life',
    name: { nl: 'Mantelzorgers', en: 'Informal carers' },
    ageMin: 16,
    ageMax: null,
    help: {
      nl: 'Weinig tijd; kies korte vormen en meeneempakket.',
      en: 'Little time; choose short forms and a take-away set.',
    },
  },
  {
    id: 'job-seekers-career',
    dimension: 'life',
    name: { nl: 'Werkzoekenden en loopbaanzoekers', en: 'Job and career seekers' },
    ageMin: 18,
    ageMax: 67,
    help: {
      nl: 'Werk en inkomen is een profileringsthema in het participatiewerk.',
      en: 'Work and income is a profiling theme in participation work.',
    },
  },
  {
    id: 'volunteers-makers',
    dimension: 'life',
    name: { nl: 'Vrijwilligers en makers', en: 'Volunteers and makers' },
    ageMin: 16,
    ageMax: null,
    help: {
      nl: 'Mensen die zelf iets willen doen of laten zien.',
      en: 'People who want to do or show something themselves.',
    },
  },
  {
    id: 'lgbtqia',
    dimension: 'life',
    name: { nl: 'Lhbtqia+ en bondgenoten', en: 'LGBTQIA+ people and allies' },
    ageMin: 12,
    ageMax: null,
    help: { nl: 'Zelf laten meekiezen; identiteiten overlappen.', en: 'Let them help choose; identities overlap.' },
  },
  {
    id: 'heavy-borrowers',
    dimension: 'relation',
    name: { nl: 'Trouwe veelleners', en: 'Loyal frequent borrowers' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Al bereikt; 70-80% van het aanschafbudget mag op hun gebruik leunen.',
      en: 'Already reached; 70-80% of the buying budget may lean on their use.',
    },
  },
  {
    id: 'non-members',
    dimension: 'relation',
    name: { nl: 'Niet-leden', en: 'Non-members' },
    ageMin: null,
    ageMax: null,
    help: { nl: 'Staan niet in de uitleendata: vraag het hun zelf.', en: 'Not in the loan data: ask them yourself.' },
  },
  {
    id: 'incidental-readers',
    dimension: 'relation',
    name: { nl: 'Incidentele lezers', en: 'Occasional readers' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Leest een paar keer per maand of minder; hier zit volgens de CPNB de meeste groei.',
      en: 'Reads a few times a month or less; according to CPNB most growth is here.',
    },
  },
  {
    id: 'hesitant-readers',
    dimension: 'relation',
    name: { nl: 'Aarzelende lezers', en: 'Hesitant readers' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Wil wel, komt er niet toe; persoonlijk advies helpt.',
      en: 'Wants to, does not get to it; personal advice helps.',
    },
  },
  {
    id: 'study-work-visitors',
    dimension: 'relation',
    name: { nl: 'Studie- en werkbezoekers', en: 'Study and work visitors' },
    ageMin: 15,
    ageMax: null,
    help: {
      nl: 'Zitten er al, lopen langs de kast: verrassen op looproute.',
      en: 'Already there, walk past the shelves: surprise on the route.',
    },
  },
  {
    id: 'local-makers-interest',
    dimension: 'relation',
    name: { nl: 'Groepen met een gedeelde interesse', en: 'Groups with a shared interest' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Doelgroep hoeft geen kenmerk te zijn: een gedeelde liefhebberij telt ook.',
      en: 'A target group need not be a trait: a shared passion counts too.',
    },
  },
  {
    id: 'staff-internal',
    dimension: 'internal',
    name: { nl: "Eigen collega's", en: 'Own colleagues' },
    ageMin: null,
    ageMax: null,
    help: {
      nl: 'Voor interne kaarten: kennis delen, plansessies.',
      en: 'For internal cards: sharing knowledge, planning sessions.',
    },
  },
]

const targetGroupsById = indexById(targetGroups)

/** The standard target group with an id, if the list has it. */
export function targetGroupOf(id: string): StandardTargetGroup | undefined {
  return targetGroupsById.get(id)
}
