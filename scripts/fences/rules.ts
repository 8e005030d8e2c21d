import type { Import, SourceFile } from './source-file.ts'

/**
 * One rule of ARCHITECTURE.md's table of who may import whom, with an offender that proves that it is awake.
 *
 * Shape: `guards` picks the files the rule is about; `forbids` says for one of their imports whether it climbs the fence.
 */
export type Fence = {
  id: string
  says: string
  guards: (path: string) => boolean
  forbids?: (found: Import, path: string) => boolean
  forbidsCall?: (name: string) => boolean
  offenders: { path: string; text: string }[]
}

/** A test, or what only tests use. */
const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\//.test(path)
const below =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`))
const codeBelow =
  (...folders: string[]) =>
  (path: string): boolean =>
    below(...folders)(path) && !isTest(path)

/** Forbids every file of ours outside these places (folders, or files with their ending). */
const onlyOurs =
  (...places: string[]) =>
  ({ target }: Import): boolean =>
    target.kind === 'file' && !places.some((place) => target.path === place || target.path.startsWith(`${place}/`))

/** Forbids every package but these. A name that ends in `*` allows all that begin so. */
const onlyPackages =
  (...names: string[]) =>
  ({ target }: Import): boolean =>
    target.kind === 'package' &&
    !names.some((name) => (name.endsWith('*') ? target.name.startsWith(name.slice(0, -1)) : target.name === name))

const anyOf =
  (...tests: ((found: Import, path: string) => boolean)[]) =>
  (found: Import, path: string): boolean =>
    tests.some((test) => test(found, path))

const notesEditor = 'client/src/features/activity-panel/notes/'
const boardFolder = 'server/src/log/fold-board.ts'
const mayTransact = ['shared/src/commands/', 'shared/src/exchange/', 'server/src/rooms/room-document.ts', boardFolder]

/** The floors of shared, lowest first; who lives on a floor sees the floors below. */
const floors = ['calendar', 'protocol', 'domain', 'model'] as const
const crdt = ['yjs', 'y-protocols', 'y-websocket', 'y-indexeddb', 'lib0']

function floorFence(floor: (typeof floors)[number], offender: string): Fence {
  const seen = floors.slice(0, floors.indexOf(floor) + 1).map((each) => `shared/src/${each}`)
  return {
    id: `shared-${floor}`,
    says: `shared/${floor} sees only itself and the floors below (${floors.join(' < ')})`,
    guards: codeBelow(`shared/src/${floor}`),
    forbids: onlyOurs(...seen),
    offenders: [{ path: `shared/src/${floor}/offender.ts`, text: offender }],
  }
}

function storeyFence(storey: 'commands' | 'views' | 'exchange', offenders: string[]): Fence {
  return {
    id: `shared-${storey}`,
    says: `shared/${storey} sees itself and the floors (${floors.join(', ')}), not the other storeys`,
    guards: codeBelow(`shared/src/${storey}`),
    forbids: onlyOurs(`shared/src/${storey}`, ...floors.map((floor) => `shared/src/${floor}`)),
    offenders: offenders.map((text, index) => ({ path: `shared/src/${storey}/offender-${index}.ts`, text })),
  }
}

/** Who may import whom. */
export const fences: readonly Fence[] = [
  {
    id: 'shared-anywhere',
    says: 'shared runs anywhere: Yjs and pure libraries, no DOM, Node, React or transport',
    guards: codeBelow('shared/src'),
    forbids: anyOf(
      onlyOurs('shared/src'),
      onlyPackages('yjs', 'lib0', 'zod', 'minisearch', 'fractional-indexing', 'temporal-polyfill'),
    ),
    offenders: [
      { path: 'shared/src/model/offender-react.ts', text: "export { useState } from 'react'\n" },
      {
        path: 'shared/src/model/offender-node.ts',
        text: "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n",
      },
      { path: 'shared/src/model/offender-ws.ts', text: "export type Socket = import('ws').WebSocket\n" },
      { path: 'shared/src/model/offender-server.ts', text: "export * from '../../../server/src/config.ts'\n" },
    ],
  },
  floorFence('calendar', "import '../protocol/wire-tag.ts'\n"),
  floorFence('protocol', "import type { X } from '../model/ids.ts'\nexport type Y = X\n"),
  floorFence('domain', "import '../model/ids.ts'\n"),
  floorFence('model', "export const later = () => import('../commands/connect.ts')\n"),
  storeyFence('commands', ["import '../views/search.ts'\n", "import '../exchange/board-file.ts'\n"]),
  storeyFence('views', ["import '../commands/connect.ts'\n", "import '../exchange/board-file.ts'\n"]),
  storeyFence('exchange', ["import '../commands/connect.ts'\n", "import '../views/search.ts'\n"]),
  {
    id: 'one-door-to-shared',
    says: 'client and server reach shared through its exports, never by a path',
    guards: below('client', 'server'),
    forbids: ({ target, specifier }) =>
      target.kind === 'file' && target.path.startsWith('shared/') && !specifier.startsWith('@schakelbord/shared/'),
    offenders: [
      { path: 'client/src/sync/offender-path.ts', text: "import '../../../shared/src/model/ids.ts'\n" },
      { path: 'server/src/rooms/offender-path.ts', text: "import '../../../shared/src/protocol/wire-tag.ts'\n" },
    ],
  },
  {
    id: 'client-not-server',
    says: 'client sees itself and shared, never the server or Node',
    guards: codeBelow('client/src'),
    forbids: anyOf(
      onlyOurs('client/src', 'shared/src'),
      ({ target }) => target.kind === 'package' && target.name === 'node:',
    ),
    offenders: [
      { path: 'client/src/app/offender.ts', text: "import '../../../server/src/config.ts'\n" },
      { path: 'client/src/app/offender-node.ts', text: "import 'node:path'\n" },
    ],
  },
  {
    id: 'server-not-client',
    says: 'server sees itself and shared, never the client',
    guards: below('server/src'),
    forbids: onlyOurs('server/src', 'shared/src'),
    offenders: [{ path: 'server/src/routes/offender.ts', text: "import '../../../client/src/main.tsx'\n" }],
  },
  {
    id: 'client-sync',
    says: 'client/sync sees shared, Yjs, the providers and React’s hooks; no screen',
    guards: codeBelow('client/src/sync'),
    forbids: anyOf(onlyOurs('client/src/sync', 'shared/src'), onlyPackages(...crdt, 'react')),
    offenders: [
      { path: 'client/src/sync/offender.ts', text: "import '#ui/dialog.tsx'\n" },
      { path: 'client/src/sync/offender-wouter.ts', text: "import 'wouter'\n" },
    ],
  },
  {
    id: 'client-features-apart',
    says: 'client/features/x sees its own folder, #sync, #ui, #i18n and shared; never feature y, never the app',
    guards: codeBelow('client/src/features'),
    forbids: (found, path) =>
      onlyOurs(
        path.split('/').slice(0, 4).join('/'),
        'client/src/sync',
        'client/src/ui',
        'client/src/i18n',
        'shared/src',
      )(found),
    offenders: [
      { path: 'client/src/features/calendar/offender.ts', text: "import '#features/search/search.tsx'\n" },
      { path: 'client/src/features/calendar/deep/offender.ts', text: "import '../../search/search.tsx'\n" },
      { path: 'client/src/features/calendar/offender-app.ts', text: "import '#app/routes.tsx'\n" },
    ],
  },
  {
    id: 'client-features-no-yjs',
    says: 'client/features never touches Yjs values or a provider (the notes editor, which the binding gives a shared text, may name types)',
    guards: codeBelow('client/src/features'),
    forbids: ({ target, typesOnly }, path) =>
      target.kind === 'package' && crdt.includes(target.name) && !(typesOnly && path.startsWith(notesEditor)),
    offenders: [
      {
        path: 'client/src/features/calendar/offender-yjs.ts',
        text: "import type { Map } from 'yjs'\nexport type M = Map<string>\n",
      },
      {
        path: 'client/src/features/activity-panel/notes/offender-yjs.ts',
        text: "import { XmlText } from 'yjs'\nexport const text = new XmlText()\n",
      },
    ],
  },
  {
    id: 'client-ui',
    says: 'client/ui sees React, its icons, #i18n and shared/calendar; no document',
    guards: codeBelow('client/src/ui'),
    forbids: anyOf(
      onlyOurs('client/src/ui', 'client/src/i18n', 'shared/src/calendar'),
      onlyPackages('react', 'react-dom', 'lucide-react'),
    ),
    offenders: [
      { path: 'client/src/ui/offender.ts', text: "import '#sync/use-view.ts'\n" },
      { path: 'client/src/ui/offender-yjs.ts', text: "import 'yjs'\n" },
      { path: 'client/src/ui/offender-model.ts', text: "import '@schakelbord/shared/model/ids'\n" },
    ],
  },
  {
    id: 'client-i18n',
    says: 'client/i18n sees itself, shared and React; no screen, no document life cycle',
    guards: codeBelow('client/src/i18n'),
    forbids: anyOf(onlyOurs('client/src/i18n', 'shared/src'), onlyPackages('react')),
    offenders: [{ path: 'client/src/i18n/offender.ts', text: "import '#ui/dialog.tsx'\n" }],
  },
  {
    id: 'server-rooms',
    says: 'server/rooms sees the log, the errors, shared/protocol, Yjs; no Fastify, no ws',
    guards: codeBelow('server/src/rooms'),
    forbids: anyOf(
      onlyOurs('server/src/rooms', 'server/src/log', 'server/src/errors.ts', 'shared/src/protocol', 'shared/src/model'),
      onlyPackages('yjs', 'y-protocols', 'lib0', 'node:'),
    ),
    offenders: [
      { path: 'server/src/rooms/offender-ws.ts', text: "import { WebSocket } from 'ws'\nnew WebSocket('x')\n" },
      {
        path: 'server/src/rooms/offender-fastify.ts',
        text: "import type { FastifyInstance } from 'fastify'\nexport type F = FastifyInstance\n",
      },
      { path: 'server/src/rooms/offender-route.ts', text: "import '../routes/boards.ts'\n" },
    ],
  },
  {
    id: 'server-log',
    says: 'server/log is bytes in, bytes out: it sees itself, the errors and how a thread collects; no rooms, no Yjs (but for fold-board.ts, which compacts)',
    guards: codeBelow('server/src/log'),
    forbids: (found, path) =>
      onlyOurs('server/src/log', 'server/src/errors.ts', 'server/src/quiet-collection.ts')(found) ||
      (found.target.kind === 'package' && crdt.includes(found.target.name) && path !== boardFolder),
    offenders: [
      { path: 'server/src/log/offender.ts', text: "import '../rooms/room.ts'\n" },
      { path: 'server/src/log/offender-yjs.ts', text: "import * as Y from 'yjs'\nY.mergeUpdates([])\n" },
    ],
  },
  {
    id: 'e2e-outside',
    says: 'e2e imports nothing of ours: it sees what a user or an operator sees',
    guards: below('e2e'),
    forbids: onlyOurs('e2e'),
    offenders: [
      { path: 'e2e/browser/offender.ts', text: "import '@schakelbord/shared/model/ids'\n" },
      { path: 'e2e/faults/offender.ts', text: "import '../../server/src/config.ts'\n" },
    ],
  },
  {
    id: 'scripts-outside',
    says: 'scripts import nothing of the product',
    guards: below('scripts'),
    forbids: onlyOurs('scripts'),
    offenders: [{ path: 'scripts/offender.ts', text: "import '../shared/src/model/ids.ts'\n" }],
  },
  {
    id: 'only-commands-transact',
    says: 'only shared/commands opens a transaction (exchange on a document nobody else has yet, a room and a compaction around what they apply)',
    guards: (path) =>
      codeBelow('client/src', 'server/src', 'shared/src')(path) && !mayTransact.some((place) => path.startsWith(place)),
    forbidsCall: (name) => name === 'transact',
    offenders: [
      {
        path: 'client/src/sync/offender-transact.ts',
        text: 'export const f = (doc: { transact(g: () => void): void }) => doc.transact(() => {})\n',
      },
    ],
  },
  {
    id: 'no-test-in-product',
    says: 'what ships imports no test',
    guards: (path) => !isTest(path),
    forbids: ({ target }) => target.kind === 'file' && isTest(target.path),
    offenders: [{ path: 'shared/src/model/offender-test.ts', text: "import './isbn.test.ts'\n" }],
  },
]

/** One place where a file climbs a fence. */
export type Offence = { fence: Fence; path: string; line: number; what: string }

/** Every offence in some sources. */
export function findOffences(sources: readonly SourceFile[], rules: readonly Fence[] = fences): Offence[] {
  return sources.flatMap((source) =>
    rules
      .filter((fence) => fence.guards(source.path))
      .flatMap((fence) => [
        ...source.imports
          .filter((found) => fence.forbids?.(found, source.path))
          .map(({ line, specifier }) => ({ fence, path: source.path, line, what: `imports ${specifier}` })),
        ...source.calls
          .filter(({ name }) => fence.forbidsCall?.(name))
          .map(({ line, name }) => ({ fence, path: source.path, line, what: `calls ${name}()` })),
      ]),
  )
}
