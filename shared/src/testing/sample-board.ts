import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import type { Actor } from '../commands/run-command.ts'
import { boardFileToUpdate } from '../exchange/board-file-to-update.ts'
import { parseBoardFile, type BoardFile } from '../exchange/board-file.ts'
import { openBoardDocument, type BoardDocument } from '../model/board-document.ts'

/** Somebody at the table. */
export const ANNA: Actor = { id: 'anna', name: 'Anna' }

/** Somebody else at the table. */
export const BRAM: Actor = { id: 'bram', name: 'Bram' }

/** The worked example year, as it stands in the repository. */
export function exampleJson(locale: 'nl' | 'en'): unknown {
  return JSON.parse(readFileSync(new URL(`../domain/demo-board.${locale}.json`, import.meta.url), 'utf8'))
}

/** Reads a file that must be good. */
export function goodFile(json: unknown): BoardFile {
  const parsed = parseBoardFile(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)))
  return parsed.file
}

/** A document made from a file, as a client receives it. */
export function openFile(json: unknown, clientId?: number): BoardDocument {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  Y.applyUpdate(doc, boardFileToUpdate(goodFile(json)))
  return openBoardDocument(doc)
}

/** A small board: two groups, two places, one title, one dated and one undated activity. */
export function smallBoard(clientId?: number): BoardDocument {
  return openFile(
    {
      format: 'schakelbord-board',
      version: 1,
      board: { title: 'Klein bord', locale: 'nl', timeZone: 'Europe/Amsterdam' },
      places: [
        { id: 'centre', name: 'Centrum', kind: 'branch' },
        { id: 'harbour', name: 'Havenwijk', kind: 'branch' },
      ],
      targetGroups: [
        { id: 'toddlers', name: 'Peuters', reach: 'reached' },
        { id: 'seniors', name: 'Senioren', reach: 'thin' },
        { id: 'teens', name: 'Tieners', reach: 'not-yet' },
      ],
      collectionParts: [
        { id: 'book', kind: 'title', title: 'Poëzie voor peuters', creators: ['Ann de Bode'], isbn: '9780241003008' },
      ],
      activities: [
        {
          id: 'dated',
          title: 'Voorleesuur',
          recipeId: 'poezee',
          phase: 'pencilled',
          start: '2027-03-10',
          end: '2027-03-12',
          times: [{ date: '2027-03-11', start: '10:00', end: '11:00' }],
          placeId: 'centre',
          targetGroupIds: ['toddlers', 'seniors'],
          owners: [{ discipline: 'programming', roleId: 'programme-maker', personId: null }],
        },
        {
          id: 'waiting',
          title: 'Schrijfcafé',
          recipeId: 'general-programme',
          start: null,
          end: null,
          targetGroupIds: ['seniors'],
        },
      ],
      connections: [],
      messages: [
        {
          id: 'dated-news',
          activityId: 'dated',
          channelId: 'newsletter',
          publishOn: '2027-02-17',
          copyDue: '2027-02-10',
          state: 'planned',
          locked: false,
        },
        {
          id: 'dated-fixed',
          activityId: 'dated',
          channelId: 'press-local-weekly',
          publishOn: '2027-02-28',
          copyDue: '2027-02-21',
          state: 'planned',
          locked: true,
        },
      ],
    },
    clientId,
  )
}
