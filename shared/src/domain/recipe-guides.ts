import type { Bilingual } from './bilingual.ts'
import type { RecipeId } from './recipes.ts'

/** How a recipe is done: what it looks like, what it takes, what to watch and what to expect. */
export type RecipeGuide = {
  inPractice: Bilingual
  materials: readonly Bilingual[]
  pitfalls: readonly Bilingual[]
  hypothesisTemplates: readonly Bilingual[]
  successMeasureIds: readonly string[]
}

const guidesByRecipe: Readonly<Record<RecipeId, RecipeGuide>> = {
  'purchase-request-event': {
    inPractice: {
      nl: 'Leg verzoeken van een paar maanden naast elkaar, haal er een onderwerp uit, koop of leen wat past en maak er een activiteit bij. Nodig wie het vroeg uit om mee te denken.',
      en: 'Put requests of some months side by side, distil a subject, buy or borrow what fits and add an activity. Invite who asked to think along.',
    },
    materials: [
      { nl: 'Overzicht van verzoeken zonder persoonsgegevens', en: 'Overview of requests without personal data' },
      { nl: "Boekentafel met kaartjes 'gevraagd door een lezer'", en: "Book table with cards 'asked for by a reader'" },
      { nl: 'Bedankkaart voor verzoekers', en: 'Thank-you card for requesters' },
    ],
    pitfalls: [
      { nl: 'Namen van aanvragers op het bord zetten.', en: "Putting requesters' names on the board." },
      { nl: 'Alleen kopen en niets terugzeggen.', en: 'Only buying and saying nothing back.' },
    ],
    hypothesisTemplates: [
      {
        nl: 'Als verzoekers zien wat er met hun vraag gebeurt, komen er meer en andere verzoeken.',
        en: 'If requesters see what happens with their question, more and different requests come.',
      },
      {
        nl: 'Een onderwerp uit verzoeken trekt mensen die we anders niet zien.',
        en: 'A subject from requests draws people we otherwise do not see.',
      },
    ],
    successMeasureIds: ['request-loop-closed', 'newcomers', 'dormant-titles-woken', 'co-makers'],
  },
  'speaker-favourites': {
    inPractice: {
      nl: 'Bij elke boeking gaat de vraag mee: welk boek vormde je, en waarom? Titel klaarleggen, in het gesprek noemen, daarna een plek geven op de vloer.',
      en: 'With each booking the question goes along: which book shaped you, and why? Put the title ready, mention it in the talk, then give it a place on the floor.',
    },
    materials: [
      { nl: 'Vaste vraag in de boekingsmail', en: 'Fixed question in the booking mail' },
      { nl: "Kaartje 'Favoriet van ...'", en: "Card 'Favourite of ...'" },
      { nl: 'Plank of stapel op de looproute', en: 'Shelf or pile on the walking route' },
    ],
    pitfalls: [
      { nl: 'Te laat vragen, dan is de titel niet in huis.', en: 'Asking too late, then the title is not in.' },
      {
        nl: 'Alleen literatuur verwachten; een kookboek of strip telt ook.',
        en: 'Only expecting literature; a cookery book or comic counts too.',
      },
    ],
    hypothesisTemplates: [
      {
        nl: 'Als een boek in het gesprek genoemd wordt, gaat een op de vijf bezoekers met een titel naar huis.',
        en: 'If a book is named in the talk, one in five visitors goes home with a title.',
      },
      {
        nl: 'Een favoriet van een bekende uit de buurt leent beter uit dan een tip zonder gezicht.',
        en: 'A favourite of someone known from the neighbourhood lends better than a tip without a face.',
      },
    ],
    successMeasureIds: ['crossover', 'loans-linked-items', 'visible-specialist-moments', 'repeat-wish'],
  },
  'presentation-block': {
    inPractice: {
      nl: 'In Amsterdam groeide sinds 2019 een huis met collecties die partners per taal samenstelden, met programma erbij; het heet daar nu partnercollecties. Klein beginnen kan: één blok, één taal, één opening.',
      en: 'In Amsterdam a house grew from 2019 with collections composed per language by partners, with programmes alongside; it is now called partner collections. You can start small: one block, one language, one opening.',
    },
    materials: [
      { nl: 'Verrijdbaar blok of twee tafels', en: 'Block on wheels or two tables' },
      { nl: 'Bordje in de taal én in het Nederlands', en: 'Sign in the language and in Dutch' },
      { nl: "Inlegvel 'Wat mis je hier?'", en: "Sheet 'What do you miss here?'" },
    ],
    pitfalls: [
      { nl: 'Na afloop geen plek voor de boeken hebben.', en: 'Having no place for the books afterwards.' },
      {
        nl: 'Diverse boeken blijvend apart zetten; alleen anderstalig mag voor de vindbaarheid.',
        en: 'Keeping diverse books permanently apart; only other languages may, for findability.',
      },
    ],
    hypothesisTemplates: [
      {
        nl: 'Als een groep zelf de titels koos en de opening maakt, komen er mensen die nog nooit binnen waren.',
        en: 'If a group chose the titles itself and makes the opening, people come who were never in.',
      },
      {
        nl: 'Een blok op de looproute wekt titels die in de kast stilstonden.',
        en: 'A block on the route wakes titles that stood still on the shelf.',
      },
    ],
    successMeasureIds: [
      'languages-served',
      'co-makers',
      'target-group-reached',
      'mirror-window-story',
      'dormant-titles-woken',
    ],
  },
  poezee: {
    inPractice: {
      nl: 'Naam en woordspel (poëzie + zee) komen uit het dossier; wat het prototype precies was, is niet gevonden. Verwante praktijk: gedichten op ramen van huizen en winkels, door vrijwilligers aangebracht in de week voor de Poëzieweek.',
      en: 'Name and pun (poetry + sea) come from the dossier; what the prototype exactly was is not found. Related practice: poems on windows of homes and shops, put on by volunteers in the week before Poetry Week.',
    },
    materials: [
      { nl: 'Krijtstiften of raamfolie', en: 'Chalk pens or window film' },
      { nl: 'Rechtenlijst per gedicht', en: 'List of rights per poem' },
      { nl: 'Kistje met bundels op de plek', en: 'Crate of volumes on the spot' },
    ],
    pitfalls: [
      { nl: 'Rechten vergeten bij recente gedichten.', en: 'Forgetting rights for recent poems.' },
      { nl: 'Regen zonder plan binnen.', en: 'Rain without an indoor plan.' },
    ],
    hypothesisTemplates: [
      {
        nl: 'Een gedicht op straat brengt mensen binnen die nooit een bundel zouden pakken.',
        en: 'A poem in the street brings in people who would never pick up a volume.',
      },
      {
        nl: 'Wie zelf een regel schrijft, leent daarna sneller poëzie.',
        en: 'Who writes a line borrows poetry sooner afterwards.',
      },
    ],
    successMeasureIds: ['mirror-window-story', 'co-makers', 'newcomers', 'loans-linked-items'],
  },
  'book-matchmaker': {
    inPractice: {
      nl: 'Vast spreekuur of op pad, met korte vragen over stemming, tijd en wat eerder raakte; de lezer krijgt een of twee titels mee en vertelt later of het klikte.',
      en: 'Fixed surgery hour or on the road, with short questions about mood, time and what struck before; the reader takes one or two titles and tells later whether it clicked.',
    },
    materials: [
      { nl: 'Tafel met twee stoelen en een bordje', en: 'Table with two chairs and a sign' },
      { nl: 'Intakekaart met vijf vragen', en: 'Intake card with five questions' },
      { nl: 'Catalogus op tablet, ook digitaal aanbod', en: 'Catalogue on a tablet, digital offer too' },
    ],
    pitfalls: [
      { nl: 'Adviseren wat je zelf mooi vindt.', en: 'Advising what you like yourself.' },
      { nl: 'Gezondheids- of geloofsvragen opschrijven.', en: 'Writing down questions of health or faith.' },
    ],
    hypothesisTemplates: [
      {
        nl: 'Een gesprek van tien minuten leidt vaker tot een uitgelezen boek dan een tiplijst.',
        en: 'A ten-minute conversation more often leads to a finished book than a tip list.',
      },
      {
        nl: 'Vragen zonder antwoord wijzen gaten in de collectie aan die uitleencijfers niet tonen.',
        en: 'Questions without an answer point out gaps in the collection that loan figures do not show.',
      },
    ],
    successMeasureIds: [
      'title-fit',
      'conversation-depth',
      'visible-specialist-moments',
      'repeat-wish',
      'dormant-titles-woken',
    ],
  },
  'guest-collection': {
    inPractice: {
      nl: 'In Rotterdam geven gastcollectioneurs tips bij een thema of tentoonstelling en schrijven er een stukje bij; een bibliothecaris kijkt of titels passen. Spreek vooraf duur, aantal en eigendom af.',
      en: 'In Rotterdam guest curators give tips with a theme or exhibition and write a piece; a librarian checks whether titles fit. Agree beforehand on duration, number and ownership.',
    },
    materials: [
      { nl: 'Afsprakenkaart (duur, aantal, eigendom)', en: 'Agreement card (duration, number, ownership)' },
      { nl: 'Plankbord met portret', en: 'Shelf sign with portrait' },
      { nl: "Formulier 'mijn keuze omdat ...'", en: "Form 'my choice because ...'" },
    ],
    pitfalls: [
      { nl: 'Geen einddatum afspreken.', en: 'Agreeing on no end date.' },
      {
        nl: 'Toetsing overslaan: de bibliotheek blijft verantwoordelijk.',
        en: 'Skipping the check: the library stays accountable.',
      },
    ],
    hypothesisTemplates: [
      {
        nl: 'Een plank van buren leent beter uit dan dezelfde titels in de kast.',
        en: 'A shelf by neighbours lends better than the same titles on the shelf.',
      },
      {
        nl: 'Een gast die zichtbaar kiest, brengt de eigen kring mee.',
        en: 'A guest who chooses visibly brings the own circle.',
      },
    ],
    successMeasureIds: ['co-makers', 'partner-value', 'mirror-window-story', 'loans-linked-items', 'newcomers'],
  },
  'general-programme': {
    inPractice: {
      nl: 'Gebruik deze vorm als geen prototype past; de vraag blijft: wat doet de kast?',
      en: 'Use this form when no prototype fits; the question remains: what does the shelf do?',
    },
    materials: [{ nl: 'Boekentafel', en: 'Book table' }],
    pitfalls: [{ nl: 'Boeken als decor.', en: 'Books as decor.' }],
    hypothesisTemplates: [
      {
        nl: 'Als titels op de tafel liggen, gaat er meer mee naar huis.',
        en: 'If titles are on the table, more goes home.',
      },
    ],
    successMeasureIds: ['crossover', 'attendance', 'loans-linked-items'],
  },
  'planning-session': {
    inPractice: {
      nl: 'Vaste momenten door het jaar in plaats van op het laatst.',
      en: 'Fixed moments through the year instead of at the last minute.',
    },
    materials: [
      { nl: 'Bord op groot scherm', en: 'Board on a large screen' },
      { nl: 'Klok: tien minuten per kaart', en: 'Clock: ten minutes per card' },
    ],
    pitfalls: [{ nl: 'Alleen terugkijken.', en: 'Only looking back.' }],
    hypothesisTemplates: [
      {
        nl: 'Wie elkaar eerder in het jaar spreekt, hoeft minder ad hoc te doen.',
        en: 'Who meets earlier in the year needs less ad hoc work.',
      },
    ],
    successMeasureIds: ['staff-learning', 'hours-spent'],
  },
}

const guidesById = new Map<string, RecipeGuide>(Object.entries(guidesByRecipe))

/** The guide of a recipe, if the list has it. */
export function guideOfRecipe(recipeId: string): RecipeGuide | undefined {
  return guidesById.get(recipeId)
}
