import { expect, type APIRequestContext } from '@playwright/test'
import type { BoardFile, Entity } from './board-file.ts'

/** Makes a board of a file and gives its id. */
export async function makeBoard(request: APIRequestContext, origin: string, file: BoardFile): Promise<string> {
  const response = await request.post(`${origin}/api/boards`, { data: file })
  expect(response.status(), await response.text()).toBe(201)
  const { id } = (await response.json()) as { id: string }
  return id
}

/** The board as a file, as anybody may fetch it. */
export async function exportBoard(request: APIRequestContext, origin: string, id: string): Promise<BoardFile> {
  const response = await request.get(`${origin}/api/boards/${id}`)
  expect(response.status()).toBe(200)
  return (await response.json()) as BoardFile
}

/** One activity of a board file with everything that hangs on it, without ids: what a gesture made, not how. */
export function madeOf(file: BoardFile, activityId: string): Readonly<Record<string, unknown>> {
  const activity = file.activities.find(({ id }) => id === activityId)
  if (activity === undefined) throw new Error(`There is no activity ${activityId}`)
  const hanging = (list: readonly Entity[] | undefined) =>
    (list ?? [])
      .filter((one) => one['activityId'] === activity.id)
      .map(({ id: _id, activityId: _activityId, ...rest }) => rest)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const { id: _id, ...rest } = activity
  return {
    activity: rest,
    messages: hanging(file.messages),
    steps: hanging(file.steps),
    connections: hanging(file.connections),
  }
}

/** The board file with its lists in the order of their ids, so that two exports can be compared. */
export function inOrder(file: BoardFile): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(file).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort(byId) : value]),
  )
}

function byId(a: unknown, b: unknown): number {
  return idOf(a) < idOf(b) ? -1 : 1
}

function idOf(entity: unknown): string {
  return (entity as Entity).id
}
