import type { DateRange } from '../calendar/date-range.ts'
import { overlaps } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** What sort of day or period lies behind the calendar. */
export type LayerKindId =
  | 'public-holiday'
  | 'school-holiday'
  | 'reading-campaign'
  | 'awareness'
  | 'commemoration'
  | 'religious'
  | 'culture'
  | 'election'
  | 'sector-planning'

/** How sure the dates are; show a question mark for `estimated` and `unknown`. */
export type CertaintyId = 'confirmed' | 'rule' | 'computed' | 'single-source' | 'estimated' | 'unknown'

/** A region with school holidays of its own. */
export type HolidayRegionId = 'noord' | 'midden' | 'zuid'

/**
 * One time a layer occurs, both ends included.
 *
 * Shape: `start` and `end` are days as YYYY-MM-DD; `region` is `NL` where it holds everywhere.
 * Units: `toleranceDays`, where given, is how many days the true date may differ.
 */
export type Occurrence = {
  start: string
  end: string
  certainty: CertaintyId
  region: 'NL' | HolidayRegionId
  toleranceDays?: number
}

/**
 * A public or school holiday, campaign or theme week that comes back.
 *
 * Units: `planFromWeeks` is weeks beforehand on which planning for it starts.
 */
export type Layer = {
  id: string
  kind: LayerKindId
  name: Bilingual
  planFromWeeks: number
  recipeHints: readonly string[]
  targetGroupHints: readonly string[]
  note?: Bilingual
  occurrences: readonly Occurrence[]
}

/** One time a layer shows behind the calendar. */
export type ShownLayer = {
  id: string
  kind: LayerKindId
  name: Bilingual
  start: PlainDate
  end: PlainDate
  certainty: CertaintyId
}

/** Every sort of layer in order. */
export const layerKinds: readonly { id: LayerKindId; name: Bilingual }[] = [
  { id: 'public-holiday', name: { nl: 'Feestdag', en: 'Public holiday' } },
  { id: 'school-holiday', name: { nl: 'Schoolvakantie', en: 'School holiday' } },
  { id: 'reading-campaign', name: { nl: 'Leescampagne', en: 'Reading campaign' } },
  { id: 'awareness', name: { nl: 'Themadag of -week', en: 'Awareness day or week' } },
  { id: 'commemoration', name: { nl: 'Herdenking', en: 'Commemoration' } },
  { id: 'religious', name: { nl: 'Religieus of cultureel feest', en: 'Religious or cultural festival' } },
  { id: 'culture', name: { nl: 'Gewoonte en cultuur', en: 'Custom and culture' } },
  { id: 'election', name: { nl: 'Democratie', en: 'Democracy' } },
  { id: 'sector-planning', name: { nl: 'Planning in de sector', en: 'Sector planning' } },
]

/** Every certainty, from surest to least sure. */
export const certainties: readonly { id: CertaintyId; name: Bilingual }[] = [
  {
    id: 'confirmed',
    name: { nl: 'Bevestigd door een bron met deze data', en: 'Confirmed by a source with these dates' },
  },
  { id: 'rule', name: { nl: 'Volgt uit een vaste regel', en: 'Follows from a fixed rule' } },
  {
    id: 'computed',
    name: { nl: 'Berekend met een kalender, kan een dag schelen', en: 'Computed with a calendar, may differ a day' },
  },
  { id: 'single-source', name: { nl: 'Eén bron, niet nagekeken', en: 'One source, not double-checked' } },
  {
    id: 'estimated',
    name: { nl: 'Geschat op eerdere jaren, nog bevestigen', en: 'Estimated from earlier years, to be confirmed' },
  },
  { id: 'unknown', name: { nl: 'Onzeker, alleen als plaatshouder', en: 'Uncertain, placeholder only' } },
]

/** The holiday regions. */
export const holidayRegions: readonly { id: HolidayRegionId; name: Bilingual }[] = [
  { id: 'noord', name: { nl: 'Vakantieregio Noord', en: 'Holiday region North' } },
  { id: 'midden', name: { nl: 'Vakantieregio Midden', en: 'Holiday region Central' } },
  { id: 'zuid', name: { nl: 'Vakantieregio Zuid', en: 'Holiday region South' } },
]

/** Every layer, with its occurrences in 2026–2028. */
export const layers: readonly Layer[] = [
  {
    id: 'nieuwjaar',
    kind: 'public-holiday',
    name: { nl: 'Nieuwjaarsdag', en: "New Year's Day" },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-01-01', end: '2026-01-01', certainty: 'rule', region: 'NL' },
      { start: '2027-01-01', end: '2027-01-01', certainty: 'rule', region: 'NL' },
      { start: '2028-01-01', end: '2028-01-01', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'goede-vrijdag',
    kind: 'public-holiday',
    name: { nl: 'Goede Vrijdag', en: 'Good Friday' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Geen algemene vrije dag; scholen soms dicht.',
      en: 'Not a general day off; schools sometimes closed.',
    },
    occurrences: [
      { start: '2026-04-03', end: '2026-04-03', certainty: 'rule', region: 'NL' },
      { start: '2027-03-26', end: '2027-03-26', certainty: 'rule', region: 'NL' },
      { start: '2028-04-14', end: '2028-04-14', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'pasen',
    kind: 'public-holiday',
    name: { nl: 'Pasen (eerste en tweede dag)', en: 'Easter (Sunday and Monday)' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-04-05', end: '2026-04-06', certainty: 'rule', region: 'NL' },
      { start: '2027-03-28', end: '2027-03-29', certainty: 'rule', region: 'NL' },
      { start: '2028-04-16', end: '2028-04-17', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'koningsdag',
    kind: 'public-holiday',
    name: { nl: 'Koningsdag', en: "King's Day" },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-04-27', end: '2026-04-27', certainty: 'rule', region: 'NL' },
      { start: '2027-04-27', end: '2027-04-27', certainty: 'rule', region: 'NL' },
      { start: '2028-04-27', end: '2028-04-27', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'bevrijdingsdag',
    kind: 'public-holiday',
    name: { nl: 'Bevrijdingsdag', en: 'Liberation Day' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Vrije dag per cao; eens in de vijf jaar (2030) voor velen.',
      en: 'Day off by labour agreement; once in five years (2030) for many.',
    },
    occurrences: [
      { start: '2026-05-05', end: '2026-05-05', certainty: 'rule', region: 'NL' },
      { start: '2027-05-05', end: '2027-05-05', certainty: 'rule', region: 'NL' },
      { start: '2028-05-05', end: '2028-05-05', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'hemelvaart',
    kind: 'public-holiday',
    name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-05-14', end: '2026-05-14', certainty: 'rule', region: 'NL' },
      { start: '2027-05-06', end: '2027-05-06', certainty: 'rule', region: 'NL' },
      { start: '2028-05-25', end: '2028-05-25', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'pinksteren',
    kind: 'public-holiday',
    name: { nl: 'Pinksteren (eerste en tweede dag)', en: 'Pentecost (Sunday and Monday)' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-05-24', end: '2026-05-25', certainty: 'rule', region: 'NL' },
      { start: '2027-05-16', end: '2027-05-17', certainty: 'rule', region: 'NL' },
      { start: '2028-06-04', end: '2028-06-05', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'kerst',
    kind: 'public-holiday',
    name: { nl: 'Kerst (eerste en tweede dag)', en: 'Christmas (two days)' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-12-25', end: '2026-12-26', certainty: 'rule', region: 'NL' },
      { start: '2027-12-25', end: '2027-12-26', certainty: 'rule', region: 'NL' },
      { start: '2028-12-25', end: '2028-12-26', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'kerstvakantie',
    kind: 'school-holiday',
    name: { nl: 'Kerstvakantie', en: 'Christmas holiday' },
    planFromWeeks: 10,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Data per vakantieregio; herfst en voorjaar zijn adviesdata, scholen mogen afwijken; meivakantie is een vaste week, veel scholen plakken er een week bij.',
      en: 'Dates per holiday region; autumn and spring are advisory, schools may differ; the May holiday is one fixed week, many schools add one.',
    },
    occurrences: [
      { start: '2025-12-20', end: '2026-01-04', certainty: 'single-source', region: 'midden' },
      { start: '2025-12-20', end: '2026-01-04', certainty: 'single-source', region: 'noord' },
      { start: '2025-12-20', end: '2026-01-04', certainty: 'single-source', region: 'zuid' },
      { start: '2026-12-19', end: '2027-01-03', certainty: 'confirmed', region: 'midden' },
      { start: '2026-12-19', end: '2027-01-03', certainty: 'confirmed', region: 'noord' },
      { start: '2026-12-19', end: '2027-01-03', certainty: 'confirmed', region: 'zuid' },
      { start: '2027-12-25', end: '2028-01-09', certainty: 'single-source', region: 'midden' },
      { start: '2027-12-25', end: '2028-01-09', certainty: 'single-source', region: 'noord' },
      { start: '2027-12-25', end: '2028-01-09', certainty: 'single-source', region: 'zuid' },
      { start: '2028-12-23', end: '2029-01-07', certainty: 'single-source', region: 'midden' },
      { start: '2028-12-23', end: '2029-01-07', certainty: 'single-source', region: 'noord' },
      { start: '2028-12-23', end: '2029-01-07', certainty: 'single-source', region: 'zuid' },
    ],
  },
  {
    id: 'voorjaarsvakantie',
    kind: 'school-holiday',
    name: { nl: 'Voorjaarsvakantie', en: 'Spring half-term' },
    planFromWeeks: 10,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Data per vakantieregio; herfst en voorjaar zijn adviesdata, scholen mogen afwijken; meivakantie is een vaste week, veel scholen plakken er een week bij.',
      en: 'Dates per holiday region; autumn and spring are advisory, schools may differ; the May holiday is one fixed week, many schools add one.',
    },
    occurrences: [
      { start: '2026-02-14', end: '2026-02-22', certainty: 'confirmed', region: 'midden' },
      { start: '2026-02-14', end: '2026-02-22', certainty: 'confirmed', region: 'zuid' },
      { start: '2026-02-21', end: '2026-03-01', certainty: 'confirmed', region: 'noord' },
      { start: '2027-02-13', end: '2027-02-21', certainty: 'confirmed', region: 'zuid' },
      { start: '2027-02-20', end: '2027-02-28', certainty: 'confirmed', region: 'midden' },
      { start: '2027-02-20', end: '2027-02-28', certainty: 'confirmed', region: 'noord' },
      { start: '2028-02-19', end: '2028-02-27', certainty: 'single-source', region: 'noord' },
      { start: '2028-02-26', end: '2028-03-05', certainty: 'single-source', region: 'midden' },
      { start: '2028-02-26', end: '2028-03-05', certainty: 'single-source', region: 'zuid' },
    ],
  },
  {
    id: 'meivakantie',
    kind: 'school-holiday',
    name: { nl: 'Meivakantie', en: 'May holiday' },
    planFromWeeks: 10,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Data per vakantieregio; herfst en voorjaar zijn adviesdata, scholen mogen afwijken; meivakantie is een vaste week, veel scholen plakken er een week bij.',
      en: 'Dates per holiday region; autumn and spring are advisory, schools may differ; the May holiday is one fixed week, many schools add one.',
    },
    occurrences: [
      { start: '2026-04-25', end: '2026-05-03', certainty: 'single-source', region: 'midden' },
      { start: '2026-04-25', end: '2026-05-03', certainty: 'single-source', region: 'noord' },
      { start: '2026-04-25', end: '2026-05-03', certainty: 'single-source', region: 'zuid' },
      { start: '2027-04-24', end: '2027-05-02', certainty: 'single-source', region: 'midden' },
      { start: '2027-04-24', end: '2027-05-02', certainty: 'single-source', region: 'noord' },
      { start: '2027-04-24', end: '2027-05-02', certainty: 'single-source', region: 'zuid' },
      { start: '2028-04-29', end: '2028-05-07', certainty: 'single-source', region: 'midden' },
      { start: '2028-04-29', end: '2028-05-07', certainty: 'single-source', region: 'noord' },
      { start: '2028-04-29', end: '2028-05-07', certainty: 'single-source', region: 'zuid' },
    ],
  },
  {
    id: 'zomervakantie',
    kind: 'school-holiday',
    name: { nl: 'Zomervakantie', en: 'Summer holiday' },
    planFromWeeks: 10,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Data per vakantieregio; herfst en voorjaar zijn adviesdata, scholen mogen afwijken; meivakantie is een vaste week, veel scholen plakken er een week bij.',
      en: 'Dates per holiday region; autumn and spring are advisory, schools may differ; the May holiday is one fixed week, many schools add one.',
    },
    occurrences: [
      { start: '2026-07-04', end: '2026-08-16', certainty: 'single-source', region: 'noord' },
      { start: '2026-07-11', end: '2026-08-23', certainty: 'confirmed', region: 'zuid' },
      { start: '2026-07-18', end: '2026-08-30', certainty: 'confirmed', region: 'midden' },
      { start: '2027-07-10', end: '2027-08-22', certainty: 'single-source', region: 'noord' },
      { start: '2027-07-17', end: '2027-08-29', certainty: 'single-source', region: 'midden' },
      { start: '2027-07-24', end: '2027-09-05', certainty: 'single-source', region: 'zuid' },
      { start: '2028-07-08', end: '2028-08-20', certainty: 'single-source', region: 'midden' },
      { start: '2028-07-15', end: '2028-08-27', certainty: 'single-source', region: 'noord' },
      { start: '2028-07-22', end: '2028-09-03', certainty: 'single-source', region: 'zuid' },
    ],
  },
  {
    id: 'herfstvakantie',
    kind: 'school-holiday',
    name: { nl: 'Herfstvakantie', en: 'Autumn half-term' },
    planFromWeeks: 10,
    recipeHints: [],
    targetGroupHints: [],
    note: {
      nl: 'Data per vakantieregio; herfst en voorjaar zijn adviesdata, scholen mogen afwijken; meivakantie is een vaste week, veel scholen plakken er een week bij.',
      en: 'Dates per holiday region; autumn and spring are advisory, schools may differ; the May holiday is one fixed week, many schools add one.',
    },
    occurrences: [
      { start: '2026-10-10', end: '2026-10-18', certainty: 'confirmed', region: 'noord' },
      { start: '2026-10-17', end: '2026-10-25', certainty: 'confirmed', region: 'midden' },
      { start: '2026-10-17', end: '2026-10-25', certainty: 'confirmed', region: 'zuid' },
      { start: '2027-10-16', end: '2027-10-24', certainty: 'single-source', region: 'midden' },
      { start: '2027-10-16', end: '2027-10-24', certainty: 'single-source', region: 'noord' },
      { start: '2027-10-23', end: '2027-10-31', certainty: 'single-source', region: 'zuid' },
      { start: '2028-10-14', end: '2028-10-22', certainty: 'single-source', region: 'noord' },
      { start: '2028-10-21', end: '2028-10-29', certainty: 'single-source', region: 'midden' },
      { start: '2028-10-21', end: '2028-10-29', certainty: 'single-source', region: 'zuid' },
    ],
  },
  {
    id: 'nationale-voorleesdagen',
    kind: 'reading-campaign',
    name: { nl: 'De Nationale Voorleesdagen', en: 'National Reading-Aloud Days' },
    planFromWeeks: 16,
    recipeHints: ['presentation-block', 'speaker-favourites'],
    targetGroupHints: ['babies-toddlers', 'parents', 'teachers-childcare'],
    occurrences: [
      { start: '2026-01-21', end: '2026-02-01', certainty: 'confirmed', region: 'NL' },
      { start: '2027-01-20', end: '2027-01-31', certainty: 'estimated', region: 'NL' },
      { start: '2028-01-26', end: '2028-02-06', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'poezieweek',
    kind: 'reading-campaign',
    name: { nl: 'Poëzieweek', en: 'Poetry Week' },
    planFromWeeks: 16,
    recipeHints: ['poezee'],
    targetGroupHints: ['heavy-borrowers', 'secondary-school-classes', 'local-makers-interest'],
    occurrences: [
      { start: '2026-01-29', end: '2026-02-04', certainty: 'confirmed', region: 'NL' },
      { start: '2027-01-28', end: '2027-02-03', certainty: 'rule', region: 'NL' },
      { start: '2028-01-27', end: '2028-02-02', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'boekenweek',
    kind: 'reading-campaign',
    name: { nl: 'Boekenweek', en: 'Book Week (adults)' },
    planFromWeeks: 20,
    recipeHints: ['speaker-favourites', 'purchase-request-event'],
    targetGroupHints: ['incidental-readers', 'adults-27-65'],
    occurrences: [
      { start: '2026-03-11', end: '2026-03-22', certainty: 'confirmed', region: 'NL' },
      { start: '2027-03-10', end: '2027-03-21', certainty: 'estimated', region: 'NL' },
      { start: '2028-03-08', end: '2028-03-19', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'week-christelijke-boek',
    kind: 'reading-campaign',
    name: { nl: 'Week van het Christelijke Boek', en: 'Week of the Christian Book' },
    planFromWeeks: 12,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [{ start: '2027-03-10', end: '2027-03-20', certainty: 'estimated', region: 'NL' }],
  },
  {
    id: 'kinderjury',
    kind: 'reading-campaign',
    name: { nl: 'De Nederlandse Kinderjury (stemperiode)', en: "Children's Jury (voting period)" },
    planFromWeeks: 10,
    recipeHints: ['book-matchmaker'],
    targetGroupHints: ['children-4-12', 'primary-school-classes'],
    occurrences: [
      { start: '2026-03-01', end: '2026-06-30', certainty: 'estimated', region: 'NL' },
      { start: '2027-03-01', end: '2027-06-30', certainty: 'estimated', region: 'NL' },
      { start: '2028-03-01', end: '2028-06-30', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'boekenweek-van-jongeren',
    kind: 'reading-campaign',
    name: { nl: 'Boekenweek van Jongeren', en: "Young People's Book Week" },
    planFromWeeks: 12,
    recipeHints: ['book-matchmaker'],
    targetGroupHints: ['teens-12-18', 'secondary-school-classes'],
    occurrences: [
      { start: '2026-09-18', end: '2026-09-27', certainty: 'unknown', region: 'NL' },
      { start: '2027-09-17', end: '2027-09-26', certainty: 'unknown', region: 'NL' },
      { start: '2028-09-15', end: '2028-09-24', certainty: 'unknown', region: 'NL' },
    ],
  },
  {
    id: 'kinderboekenweek',
    kind: 'reading-campaign',
    name: { nl: 'Kinderboekenweek', en: "Children's Book Week" },
    planFromWeeks: 20,
    recipeHints: ['presentation-block', 'book-matchmaker'],
    targetGroupHints: ['children-4-12', 'primary-school-classes', 'parents'],
    occurrences: [
      { start: '2026-09-30', end: '2026-10-11', certainty: 'estimated', region: 'NL' },
      { start: '2027-10-06', end: '2027-10-17', certainty: 'estimated', region: 'NL' },
      { start: '2028-10-04', end: '2028-10-15', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'heel-nederland-leest',
    kind: 'reading-campaign',
    name: { nl: 'Heel Nederland Leest', en: 'The Whole Netherlands Reads' },
    planFromWeeks: 20,
    recipeHints: ['purchase-request-event', 'book-matchmaker'],
    targetGroupHints: ['incidental-readers', 'non-members'],
    occurrences: [
      { start: '2026-11-01', end: '2026-11-30', certainty: 'rule', region: 'NL' },
      { start: '2027-11-01', end: '2027-11-30', certainty: 'rule', region: 'NL' },
      { start: '2028-11-01', end: '2028-11-30', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'maand-filosofie',
    kind: 'reading-campaign',
    name: { nl: 'Maand van de Filosofie', en: 'Month of Philosophy' },
    planFromWeeks: 16,
    recipeHints: ['speaker-favourites'],
    targetGroupHints: ['adults-27-65'],
    occurrences: [
      { start: '2026-04-01', end: '2026-04-30', certainty: 'estimated', region: 'NL' },
      { start: '2027-04-01', end: '2027-04-30', certainty: 'estimated', region: 'NL' },
      { start: '2028-04-01', end: '2028-04-30', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'spannende-boeken',
    kind: 'reading-campaign',
    name: { nl: 'Maand van het Spannende Boek / Spannende Boeken Weken', en: 'Thriller month / weeks' },
    planFromWeeks: 12,
    recipeHints: ['book-matchmaker', 'purchase-request-event'],
    targetGroupHints: ['heavy-borrowers'],
    occurrences: [
      { start: '2026-06-01', end: '2026-06-30', certainty: 'estimated', region: 'NL' },
      { start: '2027-06-01', end: '2027-06-30', certainty: 'estimated', region: 'NL' },
      { start: '2028-06-01', end: '2028-06-30', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'zomerlezen',
    kind: 'reading-campaign',
    name: { nl: 'Zomerlezen', en: 'Summer reading' },
    planFromWeeks: 16,
    recipeHints: ['book-matchmaker'],
    targetGroupHints: ['children-4-12', 'parents'],
    note: {
      nl: 'Start vóór de vakantie, als scholen nog te bereiken zijn.',
      en: 'Start before the holiday, while schools can still be reached.',
    },
    occurrences: [
      { start: '2026-07-04', end: '2026-08-30', certainty: 'estimated', region: 'NL' },
      { start: '2027-07-03', end: '2027-09-05', certainty: 'estimated', region: 'NL' },
      { start: '2028-07-01', end: '2028-09-03', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'wereldboekendag',
    kind: 'awareness',
    name: { nl: 'Internationale Dag van het Boek', en: 'World Book and Copyright Day' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['multilingual-adults'],
    occurrences: [
      { start: '2026-04-23', end: '2026-04-23', certainty: 'rule', region: 'NL' },
      { start: '2027-04-23', end: '2027-04-23', certainty: 'rule', region: 'NL' },
      { start: '2028-04-23', end: '2028-04-23', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'wereldpoeziedag',
    kind: 'awareness',
    name: { nl: 'Wereldpoëziedag', en: 'World Poetry Day' },
    planFromWeeks: 8,
    recipeHints: ['poezee'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-03-21', end: '2026-03-21', certainty: 'rule', region: 'NL' },
      { start: '2027-03-21', end: '2027-03-21', certainty: 'rule', region: 'NL' },
      { start: '2028-03-21', end: '2028-03-21', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'week-lezen-schrijven',
    kind: 'awareness',
    name: {
      nl: 'Week van Lezen en Schrijven (voorheen Week van de Alfabetisering)',
      en: 'Week of Reading and Writing (formerly Literacy Week)',
    },
    planFromWeeks: 14,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['low-literate-nt1', 'dutch-learners-nt2'],
    occurrences: [
      { start: '2026-09-08', end: '2026-09-15', certainty: 'estimated', region: 'NL' },
      { start: '2027-09-08', end: '2027-09-15', certainty: 'estimated', region: 'NL' },
      { start: '2028-09-08', end: '2028-09-15', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'wereldalfabetiseringsdag',
    kind: 'awareness',
    name: { nl: 'Wereldalfabetiseringsdag', en: 'International Literacy Day' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: ['low-literate-nt1'],
    occurrences: [
      { start: '2026-09-08', end: '2026-09-08', certainty: 'rule', region: 'NL' },
      { start: '2027-09-08', end: '2027-09-08', certainty: 'rule', region: 'NL' },
      { start: '2028-09-08', end: '2028-09-08', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'week-mediawijsheid',
    kind: 'awareness',
    name: { nl: 'Week van de Mediawijsheid', en: 'Media Literacy Week' },
    planFromWeeks: 12,
    recipeHints: ['purchase-request-event'],
    targetGroupHints: ['primary-school-classes', 'parents'],
    occurrences: [
      { start: '2026-11-06', end: '2026-11-13', certainty: 'estimated', region: 'NL' },
      { start: '2027-11-05', end: '2027-11-12', certainty: 'estimated', region: 'NL' },
      { start: '2028-11-03', end: '2028-11-10', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'safer-internet-day',
    kind: 'awareness',
    name: { nl: 'Safer Internet Day', en: 'Safer Internet Day' },
    planFromWeeks: 8,
    recipeHints: ['speaker-favourites'],
    targetGroupHints: ['parents', 'low-digital-skills'],
    occurrences: [
      { start: '2026-02-10', end: '2026-02-10', certainty: 'estimated', region: 'NL' },
      { start: '2027-02-09', end: '2027-02-09', certainty: 'estimated', region: 'NL' },
      { start: '2028-02-08', end: '2028-02-08', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'maand-geschiedenis',
    kind: 'awareness',
    name: { nl: 'Maand van de Geschiedenis', en: 'Month of History' },
    planFromWeeks: 16,
    recipeHints: ['guest-collection', 'speaker-favourites'],
    targetGroupHints: ['adults-27-65'],
    occurrences: [
      { start: '2026-10-01', end: '2026-10-31', certainty: 'rule', region: 'NL' },
      { start: '2027-10-01', end: '2027-10-31', certainty: 'rule', region: 'NL' },
      { start: '2028-10-01', end: '2028-10-31', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'open-monumentendag',
    kind: 'culture',
    name: { nl: 'Open Monumentendag', en: 'Heritage Days' },
    planFromWeeks: 8,
    recipeHints: ['guest-collection'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-09-12', end: '2026-09-13', certainty: 'rule', region: 'NL' },
      { start: '2027-09-11', end: '2027-09-12', certainty: 'rule', region: 'NL' },
      { start: '2028-09-09', end: '2028-09-10', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'burendag',
    kind: 'culture',
    name: { nl: 'Burendag', en: "Neighbours' Day" },
    planFromWeeks: 8,
    recipeHints: ['speaker-favourites'],
    targetGroupHints: ['non-members'],
    occurrences: [
      { start: '2026-09-26', end: '2026-09-26', certainty: 'rule', region: 'NL' },
      { start: '2027-09-25', end: '2027-09-25', certainty: 'rule', region: 'NL' },
      { start: '2028-09-23', end: '2028-09-23', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'week-tegen-eenzaamheid',
    kind: 'awareness',
    name: { nl: 'Week tegen Eenzaamheid', en: 'Week against Loneliness' },
    planFromWeeks: 8,
    recipeHints: ['book-matchmaker'],
    targetGroupHints: ['seniors-65', 'carers'],
    occurrences: [
      { start: '2026-09-24', end: '2026-09-30', certainty: 'unknown', region: 'NL' },
      { start: '2027-09-30', end: '2027-10-06', certainty: 'unknown', region: 'NL' },
      { start: '2028-09-28', end: '2028-10-04', certainty: 'unknown', region: 'NL' },
    ],
  },
  {
    id: 'moedertaaldag',
    kind: 'awareness',
    name: { nl: 'Internationale Moedertaaldag', en: 'International Mother Language Day' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['multilingual-families', 'multilingual-adults'],
    occurrences: [
      { start: '2026-02-21', end: '2026-02-21', certainty: 'rule', region: 'NL' },
      { start: '2027-02-21', end: '2027-02-21', certainty: 'rule', region: 'NL' },
      { start: '2028-02-21', end: '2028-02-21', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'vrouwendag',
    kind: 'awareness',
    name: { nl: 'Internationale Vrouwendag', en: "International Women's Day" },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-03-08', end: '2026-03-08', certainty: 'rule', region: 'NL' },
      { start: '2027-03-08', end: '2027-03-08', certainty: 'rule', region: 'NL' },
      { start: '2028-03-08', end: '2028-03-08', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'dag-democratie',
    kind: 'awareness',
    name: { nl: 'Internationale Dag van de Democratie', en: 'International Day of Democracy' },
    planFromWeeks: 8,
    recipeHints: ['purchase-request-event'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-09-15', end: '2026-09-15', certainty: 'rule', region: 'NL' },
      { start: '2027-09-15', end: '2027-09-15', certainty: 'rule', region: 'NL' },
      { start: '2028-09-15', end: '2028-09-15', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'wereldvluchtelingendag',
    kind: 'awareness',
    name: { nl: 'Wereldvluchtelingendag', en: 'World Refugee Day' },
    planFromWeeks: 8,
    recipeHints: ['speaker-favourites', 'presentation-block'],
    targetGroupHints: ['refugees-newcomers'],
    occurrences: [
      { start: '2026-06-20', end: '2026-06-20', certainty: 'rule', region: 'NL' },
      { start: '2027-06-20', end: '2027-06-20', certainty: 'rule', region: 'NL' },
      { start: '2028-06-20', end: '2028-06-20', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'aarde-dag',
    kind: 'awareness',
    name: { nl: 'Dag van de Aarde', en: 'Earth Day' },
    planFromWeeks: 8,
    recipeHints: ['guest-collection'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-04-22', end: '2026-04-22', certainty: 'rule', region: 'NL' },
      { start: '2027-04-22', end: '2027-04-22', certainty: 'rule', region: 'NL' },
      { start: '2028-04-22', end: '2028-04-22', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'ouderendag',
    kind: 'awareness',
    name: { nl: 'Internationale Dag van de Ouderen', en: 'International Day of Older Persons' },
    planFromWeeks: 8,
    recipeHints: ['book-matchmaker'],
    targetGroupHints: ['seniors-65'],
    occurrences: [
      { start: '2026-10-01', end: '2026-10-01', certainty: 'rule', region: 'NL' },
      { start: '2027-10-01', end: '2027-10-01', certainty: 'rule', region: 'NL' },
      { start: '2028-10-01', end: '2028-10-01', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'mantelzorgdag',
    kind: 'awareness',
    name: { nl: 'Dag van de Mantelzorg', en: "Informal Carers' Day" },
    planFromWeeks: 8,
    recipeHints: ['purchase-request-event'],
    targetGroupHints: ['carers'],
    occurrences: [
      { start: '2026-11-10', end: '2026-11-10', certainty: 'rule', region: 'NL' },
      { start: '2027-11-10', end: '2027-11-10', certainty: 'rule', region: 'NL' },
      { start: '2028-11-10', end: '2028-11-10', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'dag-handicap',
    kind: 'awareness',
    name: {
      nl: 'Internationale Dag van Mensen met een Handicap',
      en: 'International Day of Persons with Disabilities',
    },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['print-disabled'],
    occurrences: [
      { start: '2026-12-03', end: '2026-12-03', certainty: 'rule', region: 'NL' },
      { start: '2027-12-03', end: '2027-12-03', certainty: 'rule', region: 'NL' },
      { start: '2028-12-03', end: '2028-12-03', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'pride-maand',
    kind: 'awareness',
    name: { nl: 'Pride-maand', en: 'Pride Month' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['lgbtqia'],
    occurrences: [
      { start: '2026-06-01', end: '2026-06-30', certainty: 'rule', region: 'NL' },
      { start: '2027-06-01', end: '2027-06-30', certainty: 'rule', region: 'NL' },
      { start: '2028-06-01', end: '2028-06-30', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'coming-out-dag',
    kind: 'awareness',
    name: { nl: 'Coming Out-dag', en: 'Coming Out Day' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['lgbtqia'],
    occurrences: [
      { start: '2026-10-11', end: '2026-10-11', certainty: 'rule', region: 'NL' },
      { start: '2027-10-11', end: '2027-10-11', certainty: 'rule', region: 'NL' },
      { start: '2028-10-11', end: '2028-10-11', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'paarse-vrijdag',
    kind: 'awareness',
    name: { nl: 'Paarse Vrijdag', en: 'Purple Friday' },
    planFromWeeks: 8,
    recipeHints: ['speaker-favourites'],
    targetGroupHints: ['teens-12-18', 'lgbtqia'],
    occurrences: [
      { start: '2026-12-11', end: '2026-12-11', certainty: 'rule', region: 'NL' },
      { start: '2027-12-10', end: '2027-12-10', certainty: 'rule', region: 'NL' },
      { start: '2028-12-08', end: '2028-12-08', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'holocaust-herdenking',
    kind: 'commemoration',
    name: { nl: 'Internationale Holocaustherdenking', en: 'International Holocaust Remembrance Day' },
    planFromWeeks: 8,
    recipeHints: ['guest-collection'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-01-27', end: '2026-01-27', certainty: 'rule', region: 'NL' },
      { start: '2027-01-27', end: '2027-01-27', certainty: 'rule', region: 'NL' },
      { start: '2028-01-27', end: '2028-01-27', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'dodenherdenking',
    kind: 'commemoration',
    name: { nl: 'Nationale Dodenherdenking', en: 'National Remembrance' },
    planFromWeeks: 8,
    recipeHints: ['speaker-favourites'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-05-04', end: '2026-05-04', certainty: 'rule', region: 'NL' },
      { start: '2027-05-04', end: '2027-05-04', certainty: 'rule', region: 'NL' },
      { start: '2028-05-04', end: '2028-05-04', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'keti-koti',
    kind: 'commemoration',
    name: { nl: 'Keti Koti', en: 'Keti Koti (abolition of slavery)' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block', 'speaker-favourites'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-07-01', end: '2026-07-01', certainty: 'rule', region: 'NL' },
      { start: '2027-07-01', end: '2027-07-01', certainty: 'rule', region: 'NL' },
      { start: '2028-07-01', end: '2028-07-01', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'indie-herdenking',
    kind: 'commemoration',
    name: { nl: 'Indiëherdenking', en: 'Commemoration of the end of the war in Asia' },
    planFromWeeks: 8,
    recipeHints: ['guest-collection'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-08-15', end: '2026-08-15', certainty: 'rule', region: 'NL' },
      { start: '2027-08-15', end: '2027-08-15', certainty: 'rule', region: 'NL' },
      { start: '2028-08-15', end: '2028-08-15', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'ramadan',
    kind: 'religious',
    name: { nl: 'Ramadan', en: 'Ramadan' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['multilingual-families'],
    note: {
      nl: 'Plan avondactiviteiten na zonsondergang of kies een ander moment.',
      en: 'Plan evening events after sunset or choose another moment.',
    },
    occurrences: [
      { start: '2026-02-18', end: '2026-03-19', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-02-08', end: '2027-03-08', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-01-28', end: '2028-02-25', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'suikerfeest',
    kind: 'religious',
    name: { nl: 'Suikerfeest (Eid al-Fitr)', en: 'Eid al-Fitr' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['multilingual-families'],
    occurrences: [
      { start: '2026-03-20', end: '2026-03-22', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-03-09', end: '2027-03-11', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-02-26', end: '2028-02-28', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'offerfeest',
    kind: 'religious',
    name: { nl: 'Offerfeest (Eid al-Adha)', en: 'Eid al-Adha' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: ['multilingual-families'],
    occurrences: [
      { start: '2026-05-27', end: '2026-05-30', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-05-16', end: '2027-05-19', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-05-05', end: '2028-05-08', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'chinees-nieuwjaar',
    kind: 'religious',
    name: { nl: 'Chinees nieuwjaar', en: 'Chinese New Year' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-02-17', end: '2026-02-17', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-02-06', end: '2027-02-06', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-01-26', end: '2028-01-26', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'divali',
    kind: 'religious',
    name: { nl: 'Divali', en: 'Diwali' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: ['multilingual-families'],
    occurrences: [
      { start: '2026-11-08', end: '2026-11-08', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-10-28', end: '2027-10-28', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-10-17', end: '2028-10-17', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'holi',
    kind: 'religious',
    name: { nl: 'Holi-Phagwa', en: 'Holi-Phagwa' },
    planFromWeeks: 8,
    recipeHints: ['presentation-block'],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-03-03', end: '2026-03-03', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2027-03-22', end: '2027-03-22', certainty: 'computed', region: 'NL', toleranceDays: 1 },
      { start: '2028-03-11', end: '2028-03-11', certainty: 'computed', region: 'NL', toleranceDays: 1 },
    ],
  },
  {
    id: 'pesach',
    kind: 'religious',
    name: { nl: 'Pesach', en: 'Passover' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-04-02', end: '2026-04-09', certainty: 'computed', region: 'NL' },
      { start: '2027-04-22', end: '2027-04-29', certainty: 'computed', region: 'NL' },
      { start: '2028-04-11', end: '2028-04-18', certainty: 'computed', region: 'NL' },
    ],
  },
  {
    id: 'rosj-hasjana',
    kind: 'religious',
    name: { nl: 'Rosj Hasjana', en: 'Rosh Hashanah' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-09-12', end: '2026-09-13', certainty: 'computed', region: 'NL' },
      { start: '2027-10-02', end: '2027-10-03', certainty: 'computed', region: 'NL' },
      { start: '2028-09-21', end: '2028-09-22', certainty: 'computed', region: 'NL' },
    ],
  },
  {
    id: 'chanoeka',
    kind: 'religious',
    name: { nl: 'Chanoeka', en: 'Hanukkah' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-12-05', end: '2026-12-12', certainty: 'computed', region: 'NL' },
      { start: '2027-12-25', end: '2028-01-01', certainty: 'computed', region: 'NL' },
      { start: '2028-12-13', end: '2028-12-20', certainty: 'computed', region: 'NL' },
    ],
  },
  {
    id: 'carnaval',
    kind: 'culture',
    name: { nl: 'Carnaval', en: 'Carnival' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-02-15', end: '2026-02-17', certainty: 'rule', region: 'NL' },
      { start: '2027-02-07', end: '2027-02-09', certainty: 'rule', region: 'NL' },
      { start: '2028-02-27', end: '2028-02-29', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'sint-maarten',
    kind: 'culture',
    name: { nl: 'Sint-Maarten', en: 'St Martin' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: ['children-4-12'],
    occurrences: [
      { start: '2026-11-11', end: '2026-11-11', certainty: 'rule', region: 'NL' },
      { start: '2027-11-11', end: '2027-11-11', certainty: 'rule', region: 'NL' },
      { start: '2028-11-11', end: '2028-11-11', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'sinterklaas',
    kind: 'culture',
    name: { nl: 'Sinterklaasavond', en: "St Nicholas' Eve" },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: ['children-4-12'],
    occurrences: [
      { start: '2026-12-05', end: '2026-12-05', certainty: 'rule', region: 'NL' },
      { start: '2027-12-05', end: '2027-12-05', certainty: 'rule', region: 'NL' },
      { start: '2028-12-05', end: '2028-12-05', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'moederdag',
    kind: 'culture',
    name: { nl: 'Moederdag', en: "Mother's Day" },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-05-10', end: '2026-05-10', certainty: 'rule', region: 'NL' },
      { start: '2027-05-09', end: '2027-05-09', certainty: 'rule', region: 'NL' },
      { start: '2028-05-14', end: '2028-05-14', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'vaderdag',
    kind: 'culture',
    name: { nl: 'Vaderdag', en: "Father's Day" },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-06-21', end: '2026-06-21', certainty: 'rule', region: 'NL' },
      { start: '2027-06-20', end: '2027-06-20', certainty: 'rule', region: 'NL' },
      { start: '2028-06-18', end: '2028-06-18', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'prinsjesdag',
    kind: 'election',
    name: { nl: 'Prinsjesdag', en: 'State opening of parliament' },
    planFromWeeks: 8,
    recipeHints: [],
    targetGroupHints: [],
    occurrences: [
      { start: '2026-09-15', end: '2026-09-15', certainty: 'rule', region: 'NL' },
      { start: '2027-09-21', end: '2027-09-21', certainty: 'rule', region: 'NL' },
      { start: '2028-09-19', end: '2028-09-19', certainty: 'rule', region: 'NL' },
    ],
  },
  {
    id: 'gemeenteraadsverkiezingen',
    kind: 'election',
    name: { nl: 'Gemeenteraadsverkiezingen', en: 'Municipal elections' },
    planFromWeeks: 12,
    recipeHints: ['purchase-request-event'],
    targetGroupHints: ['young-adults-18-27'],
    occurrences: [{ start: '2026-03-18', end: '2026-03-18', certainty: 'rule', region: 'NL' }],
  },
  {
    id: 'provinciale-verkiezingen',
    kind: 'election',
    name: { nl: 'Provinciale Staten- en waterschapsverkiezingen', en: 'Provincial and water board elections' },
    planFromWeeks: 12,
    recipeHints: ['purchase-request-event'],
    targetGroupHints: ['young-adults-18-27'],
    occurrences: [{ start: '2027-03-17', end: '2027-03-17', certainty: 'estimated', region: 'NL' }],
  },
  {
    id: 'vakplanning-zomer',
    kind: 'sector-planning',
    name: { nl: 'Globale planning volgend jaar (sector)', en: 'Rough planning for next year (sector)' },
    planFromWeeks: 0,
    recipeHints: [],
    targetGroupHints: ['staff-internal'],
    occurrences: [
      { start: '2026-06-15', end: '2026-08-31', certainty: 'estimated', region: 'NL' },
      { start: '2027-06-15', end: '2027-08-31', certainty: 'estimated', region: 'NL' },
      { start: '2028-06-15', end: '2028-08-31', certainty: 'estimated', region: 'NL' },
    ],
  },
  {
    id: 'vakplanning-november',
    kind: 'sector-planning',
    name: { nl: 'Jaarplannen maken (sector)', en: 'Making year plans (sector)' },
    planFromWeeks: 0,
    recipeHints: [],
    targetGroupHints: ['staff-internal'],
    occurrences: [
      { start: '2026-11-01', end: '2026-11-30', certainty: 'rule', region: 'NL' },
      { start: '2027-11-01', end: '2027-11-30', certainty: 'rule', region: 'NL' },
      { start: '2028-11-01', end: '2028-11-30', certainty: 'rule', region: 'NL' },
    ],
  },
]

const layersById = indexById(layers)

/** The layer with an id, if the list has it. */
export function layerOf(id: string): Layer | undefined {
  return layersById.get(id)
}

/** What lies behind the calendar in a range for a holiday region, by start; without a known region only what holds everywhere. */
export function layersIn(range: DateRange, region: string | null | undefined): ShownLayer[] {
  const shown: ShownLayer[] = []
  for (const { id, kind, name, occurrences } of layers) {
    for (const occurrence of occurrences) {
      if (occurrence.region !== 'NL' && occurrence.region !== region) continue
      const start = plainDate(occurrence.start)
      const end = plainDate(occurrence.end)
      if (overlaps(range, { start, end })) shown.push({ id, kind, name, start, end, certainty: occurrence.certainty })
    }
  }
  return shown.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}
