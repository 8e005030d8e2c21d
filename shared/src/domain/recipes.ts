import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a recipe. */
export type RecipeId =
  | 'purchase-request-event'
  | 'speaker-favourites'
  | 'presentation-block'
  | 'poezee'
  | 'book-matchmaker'
  | 'guest-collection'
  | 'general-programme'
  | 'planning-session'

/** The name of a recipe's picture. */
export type RecipeIcon =
  | 'inbox'
  | 'mic'
  | 'layout-grid'
  | 'waves'
  | 'heart-handshake'
  | 'users-round'
  | 'link'
  | 'calendar-check'

/**
 * A thing to do in a recipe's script.
 *
 * Units: `offsetDays` is days from the activity's start, negative before it.
 */
export type RecipeStep = { id: string; order: number; offsetDays: number; role: string; title: Bilingual }

/**
 * A way of making an activity that is known to work, with its script.
 *
 * What it asks on the card is in `recipe-fields.ts`, its advice in `recipe-guides.ts`, its channels in
 * `recipe-messages.ts`: the calendar needs none of them at first.
 *
 * Units: `defaultDurationMinutes` is null for a set-up that stands for days; `defaultLeadDays` is days before the start.
 */
export type Recipe = {
  id: RecipeId
  icon: RecipeIcon
  name: Bilingual
  shortName: Bilingual
  intent: Bilingual
  suitedFor: 'starter' | 'growing'
  leadRole: string
  withRoles: readonly string[]
  defaultDurationMinutes: number | null
  defaultLeadDays: number
  steps: readonly RecipeStep[]
}

/** Every recipe: the six of the palette in order, then the free one and the planning session. */
export const recipes: readonly Recipe[] = [
  {
    id: 'purchase-request-event',
    icon: 'inbox',
    name: { nl: 'Aanschafverzoeken als aanknopingspunt', en: 'Purchase requests as a starting point' },
    shortName: { nl: 'Aanschafverzoek', en: 'Purchase request' },
    intent: {
      nl: 'Wat inwoners aanvragen is een gratis signaal over wat er leeft. Maak er niet alleen een boek van, maar ook een gesprek.',
      en: 'What residents ask for is a free signal of what is alive. Make not only a book of it, but also a conversation.',
    },
    suitedFor: 'starter',
    leadRole: 'collection-specialist',
    withRoles: ['programme-maker', 'marketer', 'public-services'],
    defaultDurationMinutes: 90,
    defaultLeadDays: 63,
    steps: [
      {
        id: 'purchase-request-event-s1',
        order: 1,
        offsetDays: -70,
        role: 'collection-specialist',
        title: { nl: 'Verzoeken bundelen zonder namen', en: 'Bundle requests without names' },
      },
      {
        id: 'purchase-request-event-s2',
        order: 2,
        offsetDays: -63,
        role: 'programme-maker',
        title: { nl: 'Samen een onderwerp kiezen', en: 'Choose a subject together' },
      },
      {
        id: 'purchase-request-event-s3',
        order: 3,
        offsetDays: -60,
        role: 'collection-specialist',
        title: { nl: 'Titels bestellen of via IBL regelen', en: 'Order titles or arrange interlibrary loan' },
      },
      {
        id: 'purchase-request-event-s4',
        order: 4,
        offsetDays: -49,
        role: 'programme-maker',
        title: { nl: 'Vorm en gast vastleggen', en: 'Settle form and guest' },
      },
      {
        id: 'purchase-request-event-s5',
        order: 5,
        offsetDays: -42,
        role: 'marketer',
        title: { nl: 'Verzoekers en doelgroep uitnodigen', en: 'Invite requesters and target group' },
      },
      {
        id: 'purchase-request-event-s6',
        order: 6,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Activiteit met boekentafel', en: 'Event with book table' },
      },
      {
        id: 'purchase-request-event-s7',
        order: 7,
        offsetDays: 7,
        role: 'collection-specialist',
        title: { nl: 'Terugkoppelen aan verzoekers', en: 'Report back to requesters' },
      },
      {
        id: 'purchase-request-event-s8',
        order: 8,
        offsetDays: 28,
        role: 'collection-specialist',
        title: { nl: 'Uitleen en nieuwe verzoeken bekijken', en: 'Look at loans and new requests' },
      },
    ],
  },
  {
    id: 'speaker-favourites',
    icon: 'mic',
    name: { nl: 'Sprekers vragen naar hun favoriete boek', en: 'Asking speakers for their favourite book' },
    shortName: { nl: 'Favoriet van de spreker', en: "Speaker's favourite" },
    intent: {
      nl: 'Elke spreker brengt gratis een boekentip mee. Vraag die van tevoren, dan kan de kast meedoen.',
      en: 'Every speaker brings a free book tip. Ask for it beforehand and the shelf can join in.',
    },
    suitedFor: 'starter',
    leadRole: 'programme-maker',
    withRoles: ['collection-specialist', 'marketer', 'public-services'],
    defaultDurationMinutes: 75,
    defaultLeadDays: 35,
    steps: [
      {
        id: 'speaker-favourites-s1',
        order: 1,
        offsetDays: -35,
        role: 'programme-maker',
        title: { nl: 'Vraag meesturen met de bevestiging', en: 'Send the question with the confirmation' },
      },
      {
        id: 'speaker-favourites-s2',
        order: 2,
        offsetDays: -28,
        role: 'collection-specialist',
        title: { nl: 'Titel en verwanten klaarzetten', en: 'Prepare the title and kin' },
      },
      {
        id: 'speaker-favourites-s3',
        order: 3,
        offsetDays: -14,
        role: 'marketer',
        title: { nl: 'Citaat en beeld met toestemming', en: 'Quote and image with consent' },
      },
      {
        id: 'speaker-favourites-s4',
        order: 4,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Boek in het gesprek', en: 'Book in the talk' },
      },
      {
        id: 'speaker-favourites-s5',
        order: 5,
        offsetDays: 1,
        role: 'public-services',
        title: { nl: 'Boek op de favorietenplank', en: 'Book on the favourites shelf' },
      },
      {
        id: 'speaker-favourites-s6',
        order: 6,
        offsetDays: 21,
        role: 'collection-specialist',
        title: { nl: 'Kijken wie het leende (aantal)', en: 'See how often it was lent (count)' },
      },
    ],
  },
  {
    id: 'presentation-block',
    icon: 'layout-grid',
    name: { nl: 'Presentatieblokken (Huis van alle talen)', en: 'Presentation blocks (House of all languages)' },
    shortName: { nl: 'Presentatieblok', en: 'Presentation block' },
    intent: {
      nl: 'Een beweegbaar blok met boeken zet een taal, groep of onderwerp tijdelijk midden in de bibliotheek en maakt programma en kast op één plek zichtbaar.',
      en: 'A movable block of books puts a language, group or subject in the middle of the library for a while and shows programme and shelf in one place.',
    },
    suitedFor: 'growing',
    leadRole: 'collection-specialist',
    withRoles: ['community-librarian', 'programme-maker', 'public-services', 'marketer'],
    defaultDurationMinutes: null,
    defaultLeadDays: 77,
    steps: [
      {
        id: 'presentation-block-s1',
        order: 1,
        offsetDays: -84,
        role: 'community-librarian',
        title: {
          nl: 'Groep of taal kiezen en sleutelpersonen spreken',
          en: 'Choose group or language and talk to key persons',
        },
      },
      {
        id: 'presentation-block-s2',
        order: 2,
        offsetDays: -70,
        role: 'collection-specialist',
        title: { nl: 'Titels samen kiezen en beoordelen', en: 'Choose and assess titles together' },
      },
      {
        id: 'presentation-block-s3',
        order: 3,
        offsetDays: -56,
        role: 'collection-specialist',
        title: { nl: 'Bestellen, lenen of ontvangen', en: 'Order, borrow or receive' },
      },
      {
        id: 'presentation-block-s4',
        order: 4,
        offsetDays: -28,
        role: 'marketer',
        title: { nl: 'Teksten in de talen laten nalezen', en: 'Have texts in the languages proofread' },
      },
      {
        id: 'presentation-block-s5',
        order: 5,
        offsetDays: -7,
        role: 'public-services',
        title: { nl: "Blok opbouwen en uitleggen aan collega's", en: 'Build the block and explain to colleagues' },
      },
      {
        id: 'presentation-block-s6',
        order: 6,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Opening met de groep', en: 'Opening with the group' },
      },
      {
        id: 'presentation-block-s7',
        order: 7,
        offsetDays: 14,
        role: 'public-services',
        title: { nl: 'Bijvullen en turven', en: 'Refill and tally' },
      },
      {
        id: 'presentation-block-s8',
        order: 8,
        offsetDays: 35,
        role: 'collection-specialist',
        title: { nl: 'Terugplan uitvoeren', en: 'Carry out the return plan' },
      },
    ],
  },
  {
    id: 'poezee',
    icon: 'waves',
    name: { nl: 'Poezee', en: 'Poezee' },
    shortName: { nl: 'Poezee', en: 'Poezee' },
    intent: {
      nl: 'Poëzie op een onverwachte plek, liefst bij water: klein, hoorbaar of leesbaar, met bundels binnen handbereik.',
      en: 'Poetry in an unexpected place, preferably near water: small, audible or legible, with volumes within reach.',
    },
    suitedFor: 'growing',
    leadRole: 'programme-maker',
    withRoles: ['collection-specialist', 'marketer', 'volunteer'],
    defaultDurationMinutes: 90,
    defaultLeadDays: 77,
    steps: [
      {
        id: 'poezee-s1',
        order: 1,
        offsetDays: -84,
        role: 'programme-maker',
        title: { nl: 'Plek en vorm kiezen', en: 'Choose place and form' },
      },
      {
        id: 'poezee-s2',
        order: 2,
        offsetDays: -70,
        role: 'collection-specialist',
        title: { nl: 'Gedichten en bundels kiezen', en: 'Choose poems and volumes' },
      },
      {
        id: 'poezee-s3',
        order: 3,
        offsetDays: -63,
        role: 'programme-maker',
        title: { nl: 'Rechten regelen per gedicht', en: 'Arrange rights per poem' },
      },
      {
        id: 'poezee-s4',
        order: 4,
        offsetDays: -35,
        role: 'marketer',
        title: { nl: 'Adoptanten of deelnemers werven', en: 'Recruit adopters or participants' },
      },
      { id: 'poezee-s5', order: 5, offsetDays: -7, role: 'volunteer', title: { nl: 'Opbouwen', en: 'Set up' } },
      {
        id: 'poezee-s6',
        order: 6,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Start met voordracht', en: 'Start with a reading' },
      },
      {
        id: 'poezee-s7',
        order: 7,
        offsetDays: 7,
        role: 'collection-specialist',
        title: { nl: 'Bundels terug en turven', en: 'Volumes back and tally' },
      },
    ],
  },
  {
    id: 'book-matchmaker',
    icon: 'heart-handshake',
    name: { nl: 'De boekenmatchmaker (boekenspreekuur)', en: 'The book matchmaker (book surgery)' },
    shortName: { nl: 'Boekenmatchmaker', en: 'Book matchmaker' },
    intent: {
      nl: 'Een mens luistert tien minuten en koppelt een lezer aan een boek. De collectiekennis wordt zichtbaar en persoonlijk.',
      en: 'A person listens for ten minutes and matches a reader to a book. Collection knowledge becomes visible and personal.',
    },
    suitedFor: 'starter',
    leadRole: 'collection-specialist',
    withRoles: ['public-services', 'childrens-collection-specialist', 'marketer'],
    defaultDurationMinutes: 120,
    defaultLeadDays: 30,
    steps: [
      {
        id: 'book-matchmaker-s1',
        order: 1,
        offsetDays: -35,
        role: 'collection-specialist',
        title: { nl: 'Matchmakers kiezen en oefenen', en: 'Choose matchmakers and practise' },
      },
      {
        id: 'book-matchmaker-s2',
        order: 2,
        offsetDays: -28,
        role: 'marketer',
        title: { nl: 'Aankondigen met gezicht', en: 'Announce with a face' },
      },
      {
        id: 'book-matchmaker-s3',
        order: 3,
        offsetDays: -7,
        role: 'collection-specialist',
        title: { nl: 'Basisstapel per stemming klaarzetten', en: 'Prepare a base pile per mood' },
      },
      {
        id: 'book-matchmaker-s4',
        order: 4,
        offsetDays: 0,
        role: 'public-services',
        title: { nl: 'Spreekuur draaien', en: 'Run the surgery' },
      },
      {
        id: 'book-matchmaker-s5',
        order: 5,
        offsetDays: 1,
        role: 'collection-specialist',
        title: { nl: 'Vragen zonder antwoord noteren (gaten)', en: 'Note questions without an answer (gaps)' },
      },
      {
        id: 'book-matchmaker-s6',
        order: 6,
        offsetDays: 21,
        role: 'public-services',
        title: { nl: 'Navragen of het klikte', en: 'Ask whether it clicked' },
      },
    ],
  },
  {
    id: 'guest-collection',
    icon: 'users-round',
    name: { nl: 'Gastcollectie', en: 'Guest collection' },
    shortName: { nl: 'Gastcollectie', en: 'Guest collection' },
    intent: {
      nl: 'Een inwoner of groep kiest tijdelijk mee en maakt er een eigen plank van; de bibliotheek toetst en blijft verantwoordelijk.',
      en: 'A resident or group helps choose for a while and makes an own shelf; the library checks and stays accountable.',
    },
    suitedFor: 'growing',
    leadRole: 'collection-specialist',
    withRoles: ['community-librarian', 'guest-curator', 'programme-maker', 'marketer'],
    defaultDurationMinutes: null,
    defaultLeadDays: 84,
    steps: [
      {
        id: 'guest-collection-s1',
        order: 1,
        offsetDays: -90,
        role: 'community-librarian',
        title: { nl: 'Gast vinden en verwachtingen bespreken', en: 'Find the guest and discuss expectations' },
      },
      {
        id: 'guest-collection-s2',
        order: 2,
        offsetDays: -75,
        role: 'collection-specialist',
        title: { nl: 'Opdracht en grenzen vastleggen', en: 'Record assignment and limits' },
      },
      {
        id: 'guest-collection-s3',
        order: 3,
        offsetDays: -60,
        role: 'guest-curator',
        title: { nl: 'Titels voorstellen met reden', en: 'Propose titles with a reason' },
      },
      {
        id: 'guest-collection-s4',
        order: 4,
        offsetDays: -50,
        role: 'collection-specialist',
        title: { nl: 'Toetsen, aanvullen, bestellen', en: 'Check, complete, order' },
      },
      {
        id: 'guest-collection-s5',
        order: 5,
        offsetDays: -21,
        role: 'marketer',
        title: { nl: 'Portret van gast en boek', en: 'Portrait of guest and book' },
      },
      {
        id: 'guest-collection-s6',
        order: 6,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Opening bij de plank', en: 'Opening at the shelf' },
      },
      {
        id: 'guest-collection-s7',
        order: 7,
        offsetDays: 30,
        role: 'public-services',
        title: { nl: 'Tussenstand en bijvullen', en: 'Interim and refill' },
      },
      {
        id: 'guest-collection-s8',
        order: 8,
        offsetDays: 90,
        role: 'collection-specialist',
        title: { nl: 'Afronden en bedanken', en: 'Finish and thank' },
      },
    ],
  },
  {
    id: 'general-programme',
    icon: 'link',
    name: { nl: 'Vrije verbinding (campagne of activiteit)', en: 'Free link (campaign or event)' },
    shortName: { nl: 'Vrije verbinding', en: 'Free link' },
    intent: {
      nl: 'Een gewone activiteit of campagne waar de collectie bewust bij betrokken is.',
      en: 'An ordinary event or campaign in which the collection is deliberately involved.',
    },
    suitedFor: 'starter',
    leadRole: 'programme-maker',
    withRoles: ['collection-specialist', 'marketer'],
    defaultDurationMinutes: 90,
    defaultLeadDays: 42,
    steps: [
      {
        id: 'general-programme-s1',
        order: 1,
        offsetDays: -42,
        role: 'programme-maker',
        title: { nl: 'Activiteit en titels naast elkaar leggen', en: 'Lay event and titles side by side' },
      },
      {
        id: 'general-programme-s2',
        order: 2,
        offsetDays: -28,
        role: 'marketer',
        title: { nl: 'Kanalen plannen', en: 'Plan channels' },
      },
      {
        id: 'general-programme-s3',
        order: 3,
        offsetDays: 0,
        role: 'programme-maker',
        title: { nl: 'Uitvoeren', en: 'Carry out' },
      },
      {
        id: 'general-programme-s4',
        order: 4,
        offsetDays: 14,
        role: 'collection-specialist',
        title: { nl: 'Nakijken wat de kast deed', en: 'Check what the shelf did' },
      },
    ],
  },
  {
    id: 'planning-session',
    icon: 'calendar-check',
    name: { nl: 'Plansessie (intern)', en: 'Planning session (internal)' },
    shortName: { nl: 'Plansessie', en: 'Planning session' },
    intent: {
      nl: 'Collectie, programma en marketing kijken samen vooruit en terug.',
      en: 'Collection, programme and marketing look ahead and back together.',
    },
    suitedFor: 'starter',
    leadRole: 'connector',
    withRoles: ['collection-specialist', 'programme-maker', 'marketer', 'collection-manager'],
    defaultDurationMinutes: 120,
    defaultLeadDays: 14,
    steps: [
      {
        id: 'planning-session-s1',
        order: 1,
        offsetDays: -14,
        role: 'marketer',
        title: { nl: 'Kalender bijwerken', en: 'Update calendar' },
      },
      {
        id: 'planning-session-s2',
        order: 2,
        offsetDays: -7,
        role: 'collection-specialist',
        title: { nl: 'Signalen uit verzoeken en uitleen', en: 'Signals from requests and loans' },
      },
      {
        id: 'planning-session-s3',
        order: 3,
        offsetDays: 0,
        role: 'connector',
        title: { nl: 'Sessie: kiezen, schrappen, koppelen', en: 'Session: choose, drop, link' },
      },
      {
        id: 'planning-session-s4',
        order: 4,
        offsetDays: 3,
        role: 'programme-maker',
        title: { nl: 'Besluiten delen', en: 'Share decisions' },
      },
    ],
  },
]

/** The recipe of an activity that follows none. */
export const freeRecipeId: RecipeId = 'general-programme'

/** The six recipes of the palette in order; `freeRecipeId` stands beside them. */
export const paletteRecipes: readonly Recipe[] = recipes.slice(0, 6)

const recipesById = indexById(recipes)

/** The recipe with an id, if the list has it. */
export function recipeOf(id: string): Recipe | undefined {
  return recipesById.get(id)
}
