import type { Bilingual } from './bilingual.ts'
import type { MainPhaseId } from './phases.ts'
import type { RecipeId } from './recipes.ts'

/**
 * What a field of a recipe holds.
 *
 * Shape: `monthRange` is { from, to } as YYYY-MM, `itemRefs` ids of collection parts, `languageCodes` BCP 47 tags,
 * `poemList` { title, maker, rights } per poem, `list` lines of text, `roleRefs` and `roleRef` ids of roles.
 */
export type RecipeFieldType =
  | 'text'
  | 'int'
  | 'monthRange'
  | 'boolean'
  | 'enum'
  | 'date'
  | 'itemRefs'
  | 'languageCodes'
  | 'poemList'
  | 'list'
  | 'roleRefs'
  | 'roleRef'

/** A choice of a field of type `enum`. */
export type RecipeFieldOption = { id: string; name: Bilingual }

/**
 * A question a recipe adds to the card.
 *
 * Shape: `askedFrom` is the phase from which the board asks for it (it never forces), null when it never asks;
 * `min` and `max` bound a number, or the length of a list.
 */
export type RecipeField = {
  key: string
  type: RecipeFieldType
  askedFrom: MainPhaseId | null
  label: Bilingual
  help: Bilingual
  min?: number
  max?: number
  options?: readonly RecipeFieldOption[]
}

const fieldsByRecipe: Readonly<Record<RecipeId, readonly RecipeField[]>> = {
  'purchase-request-event': [
    {
      key: 'requestTheme',
      type: 'text',
      askedFrom: 'proposed',
      label: { nl: 'Onderwerp uit de verzoeken', en: 'Subject from the requests' },
      help: { nl: 'In drie tot zes woorden.', en: 'In three to six words.' },
    },
    {
      key: 'requestCount',
      type: 'int',
      askedFrom: 'proposed',
      label: { nl: 'Aantal verzoeken', en: 'Number of requests' },
      help: { nl: 'Hoeveel verzoeken wezen deze kant op?', en: 'How many requests pointed this way?' },
      min: 1,
    },
    {
      key: 'requestPeriod',
      type: 'monthRange',
      askedFrom: 'proposed',
      label: { nl: 'Periode', en: 'Period' },
      help: { nl: 'Van maand tot maand.', en: 'From month to month.' },
    },
    {
      key: 'anonymised',
      type: 'boolean',
      askedFrom: 'proposed',
      label: { nl: 'Zonder persoonsgegevens', en: 'Without personal data' },
      help: {
        nl: 'Bevestig dat er geen namen of pasnummers op het bord staan.',
        en: 'Confirm that no names or card numbers are on the board.',
      },
    },
    {
      key: 'purchaseDecision',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Wat deden we ermee', en: 'What we did with it' },
      help: { nl: 'Beslissing over de gevraagde titels.', en: 'Decision on the titles asked for.' },
      options: [
        { id: 'bought', name: { nl: 'aangeschaft', en: 'bought' } },
        { id: 'partly', name: { nl: 'deels aangeschaft', en: 'partly bought' } },
        { id: 'digital', name: { nl: 'digitaal beschikbaar', en: 'available digitally' } },
        { id: 'ill', name: { nl: 'via IBL', en: 'by interlibrary loan' } },
        { id: 'declined', name: { nl: 'niet aangeschaft', en: 'not bought' } },
        { id: 'pending', name: { nl: 'nog open', en: 'still open' } },
      ],
    },
    {
      key: 'declineReason',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Reden bij nee', en: 'Reason when no' },
      help: { nl: 'Ook een nee krijgt uitleg.', en: 'A no also gets an explanation.' },
    },
    {
      key: 'requestersInvited',
      type: 'boolean',
      askedFrom: null,
      label: { nl: 'Verzoekers uitgenodigd', en: 'Requesters invited' },
      help: {
        nl: 'Via het verzoekformulier, alleen wie dat wilde.',
        en: 'Via the request form, only those who wanted.',
      },
    },
    {
      key: 'loopClosedOn',
      type: 'date',
      askedFrom: null,
      label: { nl: 'Teruggekoppeld op', en: 'Reported back on' },
      help: {
        nl: 'Dag waarop verzoekers hoorden wat er gebeurde.',
        en: 'Day on which requesters heard what happened.',
      },
    },
  ],
  'speaker-favourites': [
    {
      key: 'speakerRole',
      type: 'text',
      askedFrom: 'firm',
      label: { nl: 'Wie spreekt (rol)', en: 'Who speaks (role)' },
      help: { nl: 'Op het bord liever een rol dan een naam.', en: 'On the board rather a role than a name.' },
    },
    {
      key: 'favouriteItemIds',
      type: 'itemRefs',
      askedFrom: 'firm',
      label: { nl: 'Favoriete titel(s)', en: 'Favourite title(s)' },
      help: { nl: 'Eén of meer titels uit de lijst.', en: 'One or more titles from the list.' },
      min: 1,
    },
    {
      key: 'askedOn',
      type: 'date',
      askedFrom: null,
      label: { nl: 'Gevraagd op', en: 'Asked on' },
      help: { nl: 'Wanneer ging de vraag uit?', en: 'When did the question go out?' },
    },
    {
      key: 'why',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Waarom dit boek', en: 'Why this book' },
      help: { nl: 'Eén zin in eigen woorden van de spreker.', en: "One sentence in the speaker's own words." },
    },
    {
      key: 'consent',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Mag het gedeeld?', en: 'May it be shared?' },
      help: { nl: 'Toestemming voor citaat en beeld.', en: 'Consent for quote and image.' },
      options: [
        { id: 'yes', name: { nl: 'ja', en: 'yes' } },
        { id: 'quoteOnly', name: { nl: 'alleen citaat', en: 'quote only' } },
        { id: 'no', name: { nl: 'nee', en: 'no' } },
        { id: 'asked', name: { nl: 'gevraagd', en: 'asked' } },
      ],
    },
    {
      key: 'shelfAction',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Wat doet de kast', en: 'What the shelf does' },
      help: { nl: 'Waar is de titel na afloop?', en: 'Where is the title afterwards?' },
      options: [
        { id: 'favouritesShelf', name: { nl: 'favorietenplank', en: 'favourites shelf' } },
        { id: 'card', name: { nl: 'kaartje op eigen plek', en: 'card in its own place' } },
        { id: 'catalogueList', name: { nl: 'lijst in de catalogus', en: 'list in the catalogue' } },
        { id: 'takeHome', name: { nl: 'stapel bij de uitgang', en: 'pile at the exit' } },
      ],
    },
  ],
  'presentation-block': [
    {
      key: 'focus',
      type: 'text',
      askedFrom: 'proposed',
      label: { nl: 'Taal, groep of onderwerp', en: 'Language, group or subject' },
      help: { nl: 'Waar gaat het blok over?', en: 'What is the block about?' },
    },
    {
      key: 'languages',
      type: 'languageCodes',
      askedFrom: 'firm',
      label: { nl: 'Talen', en: 'Languages' },
      help: { nl: 'BCP 47-codes, bijvoorbeeld nl, uk, ar.', en: 'BCP 47 codes, for example nl, uk, ar.' },
      min: 1,
    },
    {
      key: 'location',
      type: 'text',
      askedFrom: 'firm',
      label: { nl: 'Plek op de vloer', en: 'Place on the floor' },
      help: { nl: 'Zichtbaar op de looproute.', en: 'Visible on the walking route.' },
    },
    {
      key: 'plannedItems',
      type: 'int',
      askedFrom: 'firm',
      label: { nl: 'Aantal titels', en: 'Number of titles' },
      help: { nl: 'Hoeveel passen er netjes op?', en: 'How many fit neatly?' },
      min: 1,
    },
    {
      key: 'refill',
      type: 'enum',
      askedFrom: null,
      label: { nl: 'Bijvullen', en: 'Refill' },
      help: { nl: 'Hoe vaak kijkt iemand?', en: 'How often does someone look?' },
      options: [
        { id: 'daily', name: { nl: 'dagelijks', en: 'daily' } },
        { id: 'weekly', name: { nl: 'wekelijks', en: 'weekly' } },
        { id: 'biweekly', name: { nl: 'om de week', en: 'every two weeks' } },
      ],
    },
    {
      key: 'returnPlan',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Terugplan', en: 'Return plan' },
      help: {
        nl: 'Waar gaan de titels na afloop heen? Liever niet apart blijven staan.',
        en: 'Where do titles go afterwards? Rather not remain apart.',
      },
      options: [
        { id: 'regular', name: { nl: 'naar de gewone kast', en: 'to the regular shelf' } },
        { id: 'languageShelf', name: { nl: 'naar de talenkast', en: 'to the languages shelf' } },
        { id: 'rotate', name: { nl: 'door naar andere vestiging', en: 'on to another branch' } },
        { id: 'owner', name: { nl: 'terug naar eigenaar', en: 'back to owner' } },
      ],
    },
    {
      key: 'coChosen',
      type: 'boolean',
      askedFrom: 'firm',
      label: { nl: 'Samen met de groep gekozen', en: 'Chosen together with the group' },
      help: { nl: 'Niet over maar met.', en: 'Not about but with.' },
    },
  ],
  poezee: [
    {
      key: 'form',
      type: 'enum',
      askedFrom: 'proposed',
      label: { nl: 'Vorm', en: 'Form' },
      help: { nl: 'Waar klinkt of staat het gedicht?', en: 'Where does the poem sound or stand?' },
      options: [
        { id: 'window', name: { nl: 'op ramen', en: 'on windows' } },
        { id: 'waterside', name: { nl: 'aan het water', en: 'at the waterside' } },
        { id: 'boat', name: { nl: 'op een boot', en: 'on a boat' } },
        { id: 'indoor', name: { nl: 'binnen', en: 'indoors' } },
        { id: 'school', name: { nl: 'in de klas', en: 'in class' } },
        { id: 'online', name: { nl: 'online', en: 'online' } },
      ],
    },
    {
      key: 'poems',
      type: 'poemList',
      askedFrom: 'firm',
      label: { nl: 'Gedichten', en: 'Poems' },
      help: { nl: 'Titel, maker en rechten per gedicht.', en: 'Title, maker and rights per poem.' },
      min: 1,
    },
    {
      key: 'rights',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Rechten geregeld', en: 'Rights arranged' },
      help: { nl: 'Strengste geval telt.', en: 'The strictest case counts.' },
      options: [
        { id: 'publicDomain', name: { nl: 'rechtenvrij', en: 'public domain' } },
        { id: 'permission', name: { nl: 'toestemming', en: 'permission' } },
        { id: 'ownWork', name: { nl: 'eigen werk deelnemers', en: "participants' own work" } },
        { id: 'mixed', name: { nl: 'gemengd', en: 'mixed' } },
        { id: 'pending', name: { nl: 'loopt', en: 'pending' } },
      ],
    },
    {
      key: 'participants',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Deelnemers of dichters (rol)', en: 'Participants or poets (role)' },
      help: { nl: 'Rol of groep, geen namen nodig.', en: 'Role or group, no names needed.' },
    },
    {
      key: 'waterLink',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Wat heeft het met water?', en: 'What is the water link?' },
      help: { nl: 'Lokale plek of verhaal.', en: 'Local place or story.' },
    },
    {
      key: 'permitNeeded',
      type: 'boolean',
      askedFrom: null,
      label: { nl: 'Melding of vergunning nodig', en: 'Notice or permit needed' },
      help: { nl: 'Buiten? Vraag de gemeente.', en: 'Outside? Ask the municipality.' },
    },
  ],
  'book-matchmaker': [
    {
      key: 'mode',
      type: 'enum',
      askedFrom: 'proposed',
      label: { nl: 'Vorm', en: 'Mode' },
      help: { nl: 'Hoe komen mensen langs?', en: 'How do people drop by?' },
      options: [
        { id: 'walkIn', name: { nl: 'inloop', en: 'walk-in' } },
        { id: 'appointment', name: { nl: 'op afspraak', en: 'by appointment' } },
        { id: 'outreach', name: { nl: 'op locatie', en: 'on location' } },
        { id: 'online', name: { nl: 'online', en: 'online' } },
      ],
    },
    {
      key: 'slotMinutes',
      type: 'int',
      askedFrom: 'firm',
      label: { nl: 'Minuten per gesprek', en: 'Minutes per conversation' },
      help: { nl: 'Tien tot twintig werkt.', en: 'Ten to twenty works.' },
      min: 5,
      max: 60,
    },
    {
      key: 'slots',
      type: 'int',
      askedFrom: 'firm',
      label: { nl: 'Aantal plekken', en: 'Number of slots' },
      help: { nl: 'Hoeveel gesprekken passen er?', en: 'How many conversations fit?' },
      min: 1,
    },
    {
      key: 'intakeQuestions',
      type: 'list',
      askedFrom: 'firm',
      label: { nl: 'Intakevragen', en: 'Intake questions' },
      help: {
        nl: 'Korte vragen die niet naar gezondheid of geloof vragen.',
        en: 'Short questions that do not ask about health or faith.',
      },
      min: 1,
    },
    {
      key: 'matchmakers',
      type: 'roleRefs',
      askedFrom: 'firm',
      label: { nl: 'Matchmakers (rollen)', en: 'Matchmakers (roles)' },
      help: { nl: 'Wie zit er aan tafel?', en: 'Who is at the table?' },
      min: 1,
    },
    {
      key: 'followUp',
      type: 'enum',
      askedFrom: null,
      label: { nl: 'Vervolg', en: 'Follow-up' },
      help: { nl: 'Hoe horen we of het klikte?', en: 'How do we hear whether it clicked?' },
      options: [
        { id: 'none', name: { nl: 'geen', en: 'none' } },
        { id: 'card', name: { nl: 'terugkaartje', en: 'return card' } },
        { id: 'mail', name: { nl: 'mail met toestemming', en: 'mail with consent' } },
        { id: 'secondDate', name: { nl: 'tweede gesprek', en: 'second conversation' } },
      ],
    },
    {
      key: 'conversations',
      type: 'int',
      askedFrom: 'held',
      label: { nl: 'Gevoerde gesprekken', en: 'Conversations held' },
      help: { nl: 'Aantal, geen namen.', en: 'Number, no names.' },
    },
    {
      key: 'gaps',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Vragen zonder boek', en: 'Questions without a book' },
      help: { nl: 'Signaal voor aanschaf.', en: 'Signal for buying.' },
    },
  ],
  'guest-collection': [
    {
      key: 'curatorLabel',
      type: 'text',
      askedFrom: 'proposed',
      label: { nl: 'Gastcurator (groep of rol)', en: 'Guest curator (group or role)' },
      help: {
        nl: 'Op het bord een groep of rol, geen privénaam.',
        en: 'On the board a group or role, no private name.',
      },
    },
    {
      key: 'curatorType',
      type: 'enum',
      askedFrom: 'proposed',
      label: { nl: 'Soort', en: 'Type' },
      help: { nl: 'Wat voor gast is het?', en: 'What kind of guest?' },
      options: [
        { id: 'person', name: { nl: 'inwoner', en: 'resident' } },
        { id: 'group', name: { nl: 'groep', en: 'group' } },
        { id: 'organisation', name: { nl: 'organisatie', en: 'organisation' } },
        { id: 'youth', name: { nl: 'jongeren', en: 'young people' } },
      ],
    },
    {
      key: 'brief',
      type: 'text',
      askedFrom: 'firm',
      label: { nl: 'Opdracht', en: 'Assignment' },
      help: { nl: 'Waarover kiezen ze en met welk doel?', en: 'What do they choose about and with what aim?' },
    },
    {
      key: 'maxItems',
      type: 'int',
      askedFrom: 'firm',
      label: { nl: 'Hoogste aantal titels', en: 'Maximum number of titles' },
      help: { nl: 'Afgesproken bovengrens.', en: 'Agreed upper limit.' },
      min: 1,
    },
    {
      key: 'checkedBy',
      type: 'roleRef',
      askedFrom: 'firm',
      label: { nl: 'Toetst en beslist', en: 'Checks and decides' },
      help: { nl: 'Rol die het laatste woord heeft.', en: 'Role with the last word.' },
    },
    {
      key: 'ownership',
      type: 'enum',
      askedFrom: 'firm',
      label: { nl: 'Van wie zijn de boeken', en: 'Who owns the books' },
      help: { nl: 'Voorkomt gedoe na afloop.', en: 'Prevents hassle afterwards.' },
      options: [
        { id: 'library', name: { nl: 'van de bibliotheek', en: "the library's" } },
        { id: 'loaned', name: { nl: 'in bruikleen', en: 'on loan' } },
        { id: 'donated', name: { nl: 'geschonken', en: 'donated' } },
        { id: 'mixed', name: { nl: 'gemengd', en: 'mixed' } },
      ],
    },
    {
      key: 'agreedUntil',
      type: 'date',
      askedFrom: 'firm',
      label: { nl: 'Afspraak tot', en: 'Agreed until' },
      help: { nl: 'Einde van de gastplek.', en: 'End of the guest place.' },
    },
    {
      key: 'launch',
      type: 'text',
      askedFrom: null,
      label: { nl: 'Opening', en: 'Opening' },
      help: { nl: 'Hoe maken we het zichtbaar?', en: 'How do we make it visible?' },
    },
  ],
  'general-programme': [
    {
      key: 'collectionHook',
      type: 'text',
      askedFrom: 'firm',
      label: { nl: 'Wat doet de kast', en: 'What the shelf does' },
      help: { nl: 'Eén zin.', en: 'One sentence.' },
    },
  ],
  'planning-session': [
    {
      key: 'agenda',
      type: 'list',
      askedFrom: 'firm',
      label: { nl: 'Agenda', en: 'Agenda' },
      help: { nl: 'Punten in volgorde.', en: 'Items in order.' },
      min: 1,
    },
    {
      key: 'decisions',
      type: 'list',
      askedFrom: 'held',
      label: { nl: 'Besluiten', en: 'Decisions' },
      help: { nl: 'Wat is gekozen en wat niet?', en: 'What was chosen and what not?' },
    },
  ],
}

const fieldsById = new Map<string, readonly RecipeField[]>(Object.entries(fieldsByRecipe))

/** The fields a recipe adds to the card, in order; none for a recipe the list does not have. */
export function fieldsOfRecipe(recipeId: string): readonly RecipeField[] {
  return fieldsById.get(recipeId) ?? []
}
