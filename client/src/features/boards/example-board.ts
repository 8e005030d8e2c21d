import type { Locale } from '@schakelbord/shared/calendar/locale'
import en from '@schakelbord/shared/domain/demo-board.en.json?url'
import nl from '@schakelbord/shared/domain/demo-board.nl.json?url'

/** The worked example year as a board file, under a name of one's own; fetched when somebody asks for it. */
export async function exampleBoard(locale: Locale, title: string): Promise<unknown> {
  const response = await fetch({ nl, en }[locale])
  const file: unknown = await response.json()
  if (title === '' || !isRecord(file) || !isRecord(file['board'])) return file
  return { ...file, board: { ...file['board'], title } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
