import type { Locale } from '@schakelbord/shared/calendar/locale'
import { readEntries } from './known-boards.ts'

/** One thing that is wrong in a board file. */
export interface FileProblem {
  readonly path: string
  readonly message: string
}

/** What came of a request: the answer, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
  | { readonly ok: false; readonly kind: 'refused'; readonly message: string }
  | { readonly ok: false; readonly kind: 'unreachable' }

/** Makes a board: an empty one by title, or one from a whole board file. Gives its id. */
export async function makeBoard(body: unknown, locale: Locale): Promise<Answer<string>> {
  const answer = await request('POST', '/api/boards', locale, body)
  if (!answer.ok) return answer
  const id = isRecord(answer.value) ? answer.value['id'] : undefined
  return typeof id === 'string' ? { ok: true, value: id } : { ok: false, kind: 'refused', message: '' }
}

/** Renames a board that is not open here. */
export function renameBoard(id: string, title: string, locale: Locale): Promise<Answer<unknown>> {
  return request('PATCH', `/api/boards/${id}`, locale, { title })
}

/** Puts a board in the bin. */
export function binBoard(id: string, locale: Locale): Promise<Answer<unknown>> {
  return request('DELETE', `/api/boards/${id}`, locale)
}

/** Takes a board out of the bin. */
export function restoreBoard(id: string, locale: Locale): Promise<Answer<unknown>> {
  return request('POST', `/api/boards/${id}/restore`, locale)
}

/** Whether the server's list says that its disk damaged a board; `false` where there is no answer. */
export async function isDamaged(id: string, locale: Locale): Promise<boolean> {
  const answer = await request('GET', '/api/boards', locale)
  return answer.ok && readEntries(answer.value).some((board) => board.id === id && board.damaged)
}

async function request(method: string, address: string, locale: Locale, body?: unknown): Promise<Answer<unknown>> {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(address, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': locale,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    answer = await response.json().catch(() => null)
  } catch {
    return { ok: false, kind: 'unreachable' }
  }
  if (response.ok) return { ok: true, value: answer }
  const problems = readProblems(answer)
  if (response.status === 422 && problems.length > 0) return { ok: false, kind: 'problems', problems }
  const message =
    isRecord(answer) && typeof answer['message'] === 'string' ? answer['message'] : String(response.status)
  return { ok: false, kind: 'refused', message }
}

/** Finds the list of what is wrong in a refusal, whichever key holds it. */
export function readProblems(answer: unknown): readonly FileProblem[] {
  const lists = Array.isArray(answer) ? [answer] : isRecord(answer) ? Object.values(answer).filter(Array.isArray) : []
  return lists.flat().flatMap((row: unknown) => {
    if (!isRecord(row) || typeof row['message'] !== 'string') return []
    return [{ path: typeof row['path'] === 'string' ? row['path'] : '', message: row['message'] }]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
