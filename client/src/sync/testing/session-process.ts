import { skewClock } from './skewed-clock.ts'
import 'temporal-polyfill/global'
import { plainDate } from '@schakelbord/shared/calendar/plain-date'
import { addActivity } from '@schakelbord/shared/commands/add-activity'
import { deleteActivity } from '@schakelbord/shared/commands/delete-activity'
import { editActivity } from '@schakelbord/shared/commands/edit-activity'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { restoreEntity } from '@schakelbord/shared/commands/restore-entity'
import { setMembership } from '@schakelbord/shared/commands/set-membership'
import { documentToBoardFile } from '@schakelbord/shared/exchange/document-to-board-file'
import { fingerprintOf } from '@schakelbord/shared/protocol/state-comparison'
import { IDBFactory } from 'fake-indexeddb'
import { BoardSession } from '../board-session.ts'
import { SESSION_PACE, type SessionPace } from '../session-pace.ts'
import { MortalWindow } from './mortal-window.ts'

/**
 * The client's own sessions in a process of their own, for trials from outside: devices with a store each, windows on
 * them, and what people do there. Orders come and answers go by the process' channel, as JSON.
 */
interface Order {
  readonly id: number
  readonly call: keyof typeof calls
  readonly args: never
}

/** One thing a person does. */
type Doing =
  | { readonly what: 'rename'; readonly title: string }
  | { readonly what: 'add'; readonly card: string; readonly title: string }
  | { readonly what: 'edit'; readonly card: string; readonly title: string }
  | { readonly what: 'move'; readonly card: string; readonly day: string | null }
  | { readonly what: 'tick'; readonly card: string; readonly member: string; readonly on: boolean }
  | { readonly what: 'delete' | 'restore'; readonly card: string }
  | { readonly what: 'undo' }

interface Window {
  readonly session: BoardSession
  readonly mortal: MortalWindow
}

declare const process: {
  send(answer: unknown): void
  on(event: 'message', listener: (order: Order) => void): void
  on(event: 'disconnect', listener: () => void): void
  exit(): never
  setMaxListeners(count: number): void
}

// Each session has the provider listen for the end of the process; here they are hundreds.
process.setMaxListeners(0)

const devices = new Map<string, IDBFactory>()
const windows = new Map<string, Window>()
let reloads = 0

function windowOf(name: string): Window {
  const window = windows.get(name)
  if (window === undefined) throw new Error(`there is no window ${name}`)
  return window
}

function act({ session }: Window, doing: Doing): void {
  switch (doing.what) {
    case 'rename':
      session.run(renameBoard, { title: doing.title })
      return
    case 'add':
      session.run(addActivity, {
        id: doing.card,
        title: doing.title,
        recipeId: 'own-recipe',
        locale: 'nl',
        start: null,
      })
      return
    case 'edit':
      session.run(editActivity, { activityId: doing.card, changes: { title: doing.title } })
      return
    case 'move':
      session.run(moveActivity, {
        activityId: doing.card,
        start: doing.day === null ? null : plainDate(doing.day),
        end: doing.day === null ? null : plainDate(doing.day),
      })
      return
    case 'tick':
      session.run(setMembership, {
        activityId: doing.card,
        field: 'valueIds',
        memberId: doing.member,
        on: doing.on,
      })
      return
    case 'delete':
      session.run(deleteActivity, { activityId: doing.card })
      return
    case 'restore':
      session.run(restoreEntity, { kind: 'activities', id: doing.card })
      return
    case 'undo':
      session.undo()
  }
}

/** The same text for the same board, whatever the order in which things came. */
function pictureOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) {
      return part.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) as unknown
    }
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

const calls = {
  /** Opens a board in a window on a device; resolves when what the device has is there. */
  async open(args: {
    readonly window: string
    readonly device: string
    readonly syncUrl: string
    readonly boardId: string
    readonly pace: Partial<SessionPace>
  }) {
    const device = devices.get(args.device) ?? new IDBFactory()
    devices.set(args.device, device)
    const mortal = new MortalWindow(device)
    const session = await BoardSession.open(args.boardId, {
      syncUrl: args.syncUrl,
      WebSocket: mortal.WebSocket,
      indexedDB: mortal.indexedDB,
      pace: { ...SESSION_PACE, ...args.pace },
      reload: () => reloads++,
    })
    windows.set(args.window, { session, mortal })
    return null
  },
  /** Does things one after the other, in one task. */
  do({ window, doings }: { readonly window: string; readonly doings: readonly Doing[] }) {
    for (const doing of doings) act(windowOf(window), doing)
    return null
  },
  /** Resolves when all that was done in a window is on its device. */
  async settled({ window }: { readonly window: string }) {
    await windowOf(window).session.settled()
    return null
  },
  /** Resolves when the badge of a window says one of these. */
  async badge({ window, kinds }: { readonly window: string; readonly kinds: readonly string[] }) {
    const { session } = windowOf(window)
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!kinds.includes(session.status.saved.kind)) return
        stop()
        resolve()
      }
      const stop = session.subscribe(look)
      look()
    })
    return session.status.saved
  },
  /** What a window shows and knows. */
  look({ window }: { readonly window: string }) {
    const { session } = windowOf(window)
    const { deletions, stateVector } = fingerprintOf(session.doc)
    return {
      ...session.status,
      repairs: session.repairs,
      holds: `${deletions}/${[...stateVector].join('.')}`,
      title: session.view.info().title,
      reloads,
    }
  },
  /** The board as a file, the same text for the same board. */
  picture({ window }: { readonly window: string }) {
    return pictureOf(documentToBoardFile(windowOf(window).session.doc))
  },
  /** Compares with the relay now. */
  compare({ window }: { readonly window: string }) {
    windowOf(window).session.compareNow()
    return null
  },
  /** Closes a window as a person does. */
  async close({ window }: { readonly window: string }) {
    await windowOf(window).session.close()
    windows.delete(window)
    return null
  },
  /** A window dies in the middle of whatever it does. */
  async crash({ window }: { readonly window: string }) {
    const { mortal, session } = windowOf(window)
    mortal.die()
    windows.delete(window)
    await session.close()
    return null
  },
  /** Sets the clock of this machine off. */
  clock({ byMs }: { readonly byMs: number }) {
    skewClock(byMs)
    return null
  },
}

process.on('message', ({ id, call, args }) => {
  Promise.resolve()
    .then((): unknown => calls[call](args))
    .then(
      (value) => process.send({ id, value }),
      (error: unknown) =>
        process.send({ id, error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }),
    )
})
process.on('disconnect', () => process.exit())
