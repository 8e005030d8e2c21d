import * as Y from 'yjs'
import type { Dialect } from '../wire/dialect.ts'
import { clientFrame } from '../wire/frame-socket.ts'
import { findMarker, makeMarker } from './marker.ts'

/** A frame that is ready but for the time in its marker. */
export interface PrebuiltFrame {
  readonly bytes: Buffer
  readonly markerAt: number
}

/** Cards that one person has in hand in turn. */
const cardsPerWriter = 8

function prebuilt(payload: Uint8Array): PrebuiltFrame {
  const bytes = clientFrame(payload)
  return { bytes, markerAt: findMarker(bytes) }
}

/** Makes the edits of one person: moves of a few cards of their own, one key each, as the board writes them. */
export function makeEdits(dialect: Dialect, room: string, writer: number, count: number): PrebuiltFrame[] {
  const doc = new Y.Doc()
  doc.clientID = 1_000_000 + writer
  const activities = doc.getMap('activities')
  const frames: PrebuiltFrame[] = []
  doc.on('update', (update: Uint8Array) => frames.push(prebuilt(dialect.update(room, update))))
  for (let edit = 0; edit < count; edit++) {
    const day = String(1 + (edit % 28)).padStart(2, '0')
    const at = {
      start: `2027-03-${day}`,
      end: `2027-04-${day}`,
      laneId: `group-${edit % 12}`,
      note: makeMarker(writer, edit),
    }
    activities.set(`w${writer}c${edit % cardsPerWriter}/at`, at)
  }
  doc.destroy()
  return frames
}

/** Makes what one person's window tells of its pointer. */
export function makeCursors(dialect: Dialect, room: string, writer: number, count: number): PrebuiltFrame[] {
  return Array.from({ length: count }, (_, edit) => {
    const state = {
      user: { id: `u${writer}`, name: `Colleague ${writer}`, discipline: 'programme', colour: '#aa3300' },
      view: 'calendar',
      drag: { card: makeMarker(writer, edit), lane: 'group-3', start: '2027-03-01', end: '2027-03-04' },
    }
    return prebuilt(dialect.awareness(room, 1_000_000 + writer, edit + 1, JSON.stringify(state)))
  })
}
