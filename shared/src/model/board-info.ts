import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { BOARD_ID, type BoardDocument } from './board-document.ts'
import { parseEntityKey } from './entity-keys.ts'
import { isRecord, type RawEntity } from './raw-entity.ts'
import { readOneOf, readText } from './read-value.ts'

/** The board itself: one library, one planning period. */
export interface BoardInfo {
  readonly title: string
  readonly library: string
  readonly period: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  readonly timeZone: string
  readonly locale: 'nl' | 'en'
  readonly holidayRegion: 'noord' | 'midden' | 'zuid'
  readonly note: string
  /** The date an example board takes for today; other boards use the real one. */
  readonly today: PlainDate | null
}

/** The board's own fields as the board file writes them. */
export function boardRecord(board: BoardDocument): RawEntity {
  const record: Record<string, unknown> = {}
  const birth = board.board.get(BOARD_ID)
  if (isRecord(birth)) Object.assign(record, birth)
  for (const [key, value] of board.board.entries()) {
    const { field, member } = parseEntityKey(key)
    if (field !== undefined && member === undefined) record[field] = value
  }
  return record
}

/** Reads the board's own fields tolerantly. */
export function readBoardInfo(board: BoardDocument): BoardInfo {
  const record = boardRecord(board)
  const period = isRecord(record['period']) ? record['period'] : {}
  return {
    title: readText(record['title']),
    library: readText(record['library']),
    period: { from: parsePlainDate(period['from']), to: parsePlainDate(period['to']) },
    timeZone: readText(record['timeZone'], 'Europe/Amsterdam'),
    locale: readOneOf(record['locale'], ['nl', 'en'], 'nl'),
    holidayRegion: readOneOf(record['holidayRegion'], ['noord', 'midden', 'zuid'], 'midden'),
    note: readText(record['note']),
    today: parsePlainDate(board.meta.get('today')),
  }
}
