import { z } from 'zod'
import { en, nl } from 'zod/locales'
import { isPlainDate } from '../calendar/plain-date.ts'
import { isNotes } from './notes-json.ts'

/** The name of the format, its first key. */
export const BOARD_FILE_FORMAT = 'schakelbord-board'
/** The version this program reads and writes. */
export const BOARD_FILE_VERSION = 1

const NOT_AN_ID = 'must be an id: 1–64 of A–Z a–z 0–9 . _ : -'
const NOT_A_DAY = 'must be a day that exists, written YYYY-MM-DD'
const NOT_A_MONTH = 'must be a month, written YYYY-MM'
const NOT_A_TIME = 'must be a time, written HH:MM'
const NOT_NOTES = 'must be notes: a list of paragraphs and lists with a type, content and text'
const ENDS_BEFORE_START = 'must not lie before start'

const id = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, NOT_AN_ID)
  // As a key it would reach the prototype of whoever builds an object from it; the relay takes it from nobody.
  .refine((value) => value !== '__proto__', NOT_AN_ID)
const text = z.string().max(20_000)
const title = z.string().max(300)
const date = z.string().refine(isPlainDate, NOT_A_DAY)
const optionalDate = date.nullish()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, NOT_A_MONTH)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, NOT_A_TIME)
const ids = z.array(id).max(500)
const names = z.array(text).max(500)
const figure = z.union([z.number(), text]).nullish()

const place = z.looseObject({ id, name: title, kind: z.string().max(64).optional() })
const person = z.looseObject({
  id,
  name: title,
  initials: z.string().max(8).optional(),
  discipline: z.string().max(64).optional(),
  roleId: id.nullish(),
})
const targetGroup = z.looseObject({
  id,
  name: title,
  reach: z.enum(['reached', 'thin', 'not-yet']).optional(),
  segmentCodes: names.optional(),
})
const collectionPart = z.looseObject({
  id,
  title,
  kind: z.string().max(64).optional(),
  creators: names.optional(),
  isbn: z.string().max(32).nullish(),
})
const purchaseRequest = z.looseObject({
  id,
  theme: title,
  count: z.number().int().nonnegative().nullish(),
  from: month.nullish(),
  to: month.nullish(),
  activityId: id.nullish(),
})
const activity = z
  .looseObject({
    id,
    title,
    recipeId: id.optional(),
    summary: text.optional(),
    phase: z
      .enum(['idea', 'proposed', 'pencilled', 'firm', 'announced', 'held', 'learned', 'not-this-year', 'cancelled'])
      .optional(),
    public: z.boolean().optional(),
    start: optionalDate,
    end: optionalDate,
    times: z
      .array(z.looseObject({ date, start: time, end: time.nullish() }))
      .max(1000)
      .optional(),
    placeId: id.nullish(),
    targetGroupIds: ids.optional(),
    valueIds: ids.optional(),
    themeIds: ids.optional(),
    layerIds: ids.optional(),
    partnerIds: ids.optional(),
    owners: z
      .array(z.looseObject({ discipline: z.string().max(64), roleId: id.nullish(), personId: id.nullish() }))
      .max(50)
      .optional(),
    fields: z.record(z.string(), z.unknown()).nullish(),
    measures: z
      .array(z.looseObject({ measureId: id, target: figure, observed: figure }))
      .max(50)
      .optional(),
    attendance: z.number().nullish(),
    marketingChecklist: z.record(z.string(), z.boolean()).nullish(),
    learning: z.looseObject({}).nullish(),
    notes: z.array(z.looseObject({})).refine(isNotes, NOT_NOTES).optional(),
  })
  .refine(({ start, end }) => !start || !end || end >= start, { path: ['end'], error: ENDS_BEFORE_START })
const connection = z.looseObject({ id, activityId: id, partId: id, kind: z.string().max(64).optional() })
const message = z.looseObject({
  id,
  activityId: id,
  channelId: id,
  publishOn: optionalDate,
  copyDue: optionalDate,
  state: z.enum(['planned', 'drafting', 'published', 'withdrawn']).optional(),
  locked: z.boolean().optional(),
})
const step = z.looseObject({ id, activityId: id, title, on: optionalDate, done: z.boolean().optional() })
const relation = z.looseObject({ id, from: id, to: id, kind: z.string().max(64) })
const experiment = z.looseObject({
  id,
  activityIds: ids.optional(),
  startedOn: optionalDate,
  endedOn: optionalDate,
  entries: z
    .array(z.looseObject({ on: optionalDate, text: text.optional() }))
    .max(5000)
    .optional(),
})
const partner = z.looseObject({ id, name: title, kindId: id.optional() })

const boardFile = z.looseObject({
  format: z.literal(BOARD_FILE_FORMAT),
  version: z.literal(BOARD_FILE_VERSION),
  board: z.looseObject({
    title,
    library: title.optional(),
    period: z.looseObject({ from: optionalDate, to: optionalDate }).optional(),
    timeZone: z.string().max(64).optional(),
    locale: z.enum(['nl', 'en']).optional(),
    holidayRegion: z.enum(['noord', 'midden', 'zuid']).optional(),
  }),
  today: date.optional(),
  places: z.array(place).optional(),
  people: z.array(person).optional(),
  targetGroups: z.array(targetGroup).optional(),
  collectionParts: z.array(collectionPart).optional(),
  purchaseRequests: z.array(purchaseRequest).optional(),
  activities: z.array(activity).optional(),
  connections: z.array(connection).optional(),
  messages: z.array(message).optional(),
  steps: z.array(step).optional(),
  relations: z.array(relation).optional(),
  experiments: z.array(experiment).optional(),
  partners: z.array(partner).optional(),
})

/** A whole board as a file. Source: contract §5. Unknown keys are kept. */
export type BoardFile = z.infer<typeof boardFile>

/** One thing that is wrong with a file, and where: `activities[3].start`. */
export interface BoardFileProblem {
  readonly path: string
  readonly message: string
}

/** What came of reading a file. */
export type ParsedBoardFile =
  | { readonly ok: true; readonly file: BoardFile }
  | { readonly ok: false; readonly problems: readonly BoardFileProblem[] }

/** The most problems that are listed; a file with more is wrong in kind, not in detail. */
const MAX_PROBLEMS = 100

/** How deep a file may be nested: the relay takes values of sixteen, notes a little more. Nothing that walks it runs out of stack. */
const MAX_DEPTH = 100

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((member) => isWithin(member, depth - 1))
}

/** The top-level key under which a file is nested beyond measure; `undefined` where none is. */
function bottomlessPart(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  return Object.entries(json).find(([, value]) => !isWithin(value, MAX_DEPTH))?.[0]
}

/** Tells whether a file is nested beyond measure, so that nothing but {@link parseBoardFile} should walk it. */
export function isBottomless(json: unknown): boolean {
  return bottomlessPart(json) !== undefined
}

/** What a field must be, without a programmer's words for it. */
const MUST_BE: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  string: { nl: 'moet tekst zijn', en: 'must be text' },
  number: { nl: 'moet een getal zijn', en: 'must be a number' },
  int: { nl: 'moet een heel getal zijn', en: 'must be a whole number' },
  boolean: { nl: 'moet ja (true) of nee (false) zijn', en: 'must be yes (true) or no (false)' },
  array: { nl: 'moet een lijst zijn: [ … ]', en: 'must be a list: [ … ]' },
  object: { nl: 'moet uit velden bestaan: { … }', en: 'must be made of fields: { … }' },
  record: { nl: 'moet uit velden bestaan: { … }', en: 'must be made of fields: { … }' },
}

function typeSentence(
  locale: 'nl' | 'en',
  { expected, input }: { readonly expected?: unknown; readonly input?: unknown },
): string {
  if (input === undefined) return sentence(locale, 'is missing', 'ontbreekt')
  const mustBe = MUST_BE[String(expected)]
  return mustBe === undefined ? sentence(locale, 'is of the wrong kind', 'is van de verkeerde soort') : mustBe[locale]
}

/** Our own sentences; zod brings the others in both languages itself. */
const DUTCH: Readonly<Record<string, string>> = {
  [NOT_AN_ID]: 'moet een id zijn: 1–64 tekens uit A–Z a–z 0–9 . _ : -',
  [NOT_A_DAY]: 'moet een dag zijn die bestaat, geschreven als JJJJ-MM-DD',
  [NOT_A_MONTH]: 'moet een maand zijn, geschreven als JJJJ-MM',
  [NOT_A_TIME]: 'moet een tijd zijn, geschreven als UU:MM',
  [NOT_NOTES]: 'moet een notitie zijn: een lijst van alinea’s en lijsten met type, content en text',
  [ENDS_BEFORE_START]: 'mag niet voor het begin liggen',
}

/**
 * Reads a board file.
 *
 * Errors: every problem with its path, in the reader's language; nothing is made of a file with one.
 */
export function parseBoardFile(json: unknown, locale: 'nl' | 'en' = 'en'): ParsedBoardFile {
  const bottomless = bottomlessPart(json)
  if (bottomless !== undefined) {
    const tooDeep = sentence(
      locale,
      `is nested deeper than ${MAX_DEPTH} levels`,
      `is dieper dan ${MAX_DEPTH} lagen genest`,
    )
    return { ok: false, problems: [{ path: bottomless, message: tooDeep }] }
  }
  const { localeError } = locale === 'nl' ? nl() : en()
  const parsed = boardFile.safeParse(json, {
    error: (issue) => (issue.code === 'invalid_type' ? typeSentence(locale, issue) : localeError(issue)),
  })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: pathText(issue.path),
      message: locale === 'nl' ? (DUTCH[issue.message] ?? issue.message) : issue.message,
    }))
    return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) }
  }
  const problems = [...doubleIds(parsed.data, locale), ...lostEnds(parsed.data, locale)].slice(0, MAX_PROBLEMS)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: parsed.data }
}

/** The published JSON Schema of the format (draft 2020-12). */
export function boardFileJsonSchema(): object {
  return {
    ...z.toJSONSchema(boardFile, { unrepresentable: 'any', io: 'input' }),
    title: 'Schakelbord board file, version 1',
  }
}

function sentence(locale: 'nl' | 'en', english: string, dutch: string): string {
  return locale === 'nl' ? dutch : english
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before === '' ? String(part) : `${before}.${String(part)}`,
    '',
  )
}

const LISTS = [
  'places',
  'people',
  'targetGroups',
  'collectionParts',
  'purchaseRequests',
  'activities',
  'connections',
  'messages',
  'steps',
  'relations',
  'experiments',
  'partners',
] as const

function* doubleIds(file: BoardFile, locale: 'nl' | 'en'): Generator<BoardFileProblem> {
  for (const list of LISTS) {
    const seen = new Set<string>()
    for (const [index, entry] of (file[list] ?? []).entries()) {
      if (seen.has(entry.id))
        yield {
          path: `${list}[${index}].id`,
          message: sentence(locale, `"${entry.id}" is used twice`, `"${entry.id}" komt twee keer voor`),
        }
      seen.add(entry.id)
    }
  }
}

/** Connections, messages and steps must hang on something that is in the file, or nobody would ever see them. */
function* lostEnds(file: BoardFile, locale: 'nl' | 'en'): Generator<BoardFileProblem> {
  const noActivity = (lost: string): string =>
    sentence(locale, `there is no activity "${lost}"`, `er is geen activiteit "${lost}"`)
  const noPart = (lost: string): string =>
    sentence(locale, `there is no collection part "${lost}"`, `er is geen collectieonderdeel "${lost}"`)
  const activities = new Set((file.activities ?? []).map((entry) => entry.id))
  const parts = new Set((file.collectionParts ?? []).map((entry) => entry.id))
  for (const list of ['connections', 'messages', 'steps'] as const) {
    for (const [index, entry] of (file[list] ?? []).entries()) {
      if (!activities.has(entry.activityId)) {
        yield { path: `${list}[${index}].activityId`, message: noActivity(entry.activityId) }
      }
    }
  }
  for (const [index, entry] of (file.connections ?? []).entries()) {
    if (!parts.has(entry.partId)) {
      yield { path: `connections[${index}].partId`, message: noPart(entry.partId) }
    }
  }
}
