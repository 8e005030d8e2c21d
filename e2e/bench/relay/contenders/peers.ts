import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contender, RunningServer } from './contender.ts'
import { ServerProcess } from './server-process.ts'

const require = createRequire(import.meta.url)
const yWebsocketServer = join(dirname(require.resolve('@y/websocket-server/package.json')), 'src', 'server.js')
const ownServer = (name: string): string => fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url))

async function serve(script: string, env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const server = await ServerProcess.start(script, env)
  return {
    pid: server.pid,
    url: new URL(`ws://127.0.0.1:${server.port}`),
    // These make a room when somebody enters it.
    makeRoom: () => Promise.resolve(randomUUID()),
    stop: () => server.end('SIGTERM'),
    kill: () => server.end('SIGKILL'),
  }
}

/** The servers that others made, each as its makers start it. */
export const peers: readonly Contender[] = [
  {
    id: 'bare',
    name: 'bare broadcast: ws alone, forwards each frame, understands nothing',
    dialect: 'bare',
    persistent: false,
    start: () => serve(ownServer('bare-broadcast'), {}),
  },
  {
    id: 'y-memory',
    name: '@y/websocket-server 0.1.1, in memory',
    dialect: 'y-websocket',
    persistent: false,
    start: () => serve(yWebsocketServer, {}),
  },
  {
    id: 'y-leveldb',
    name: '@y/websocket-server 0.1.1 with y-leveldb 0.1.2',
    dialect: 'y-websocket',
    persistent: true,
    start: (dataDir) => serve(yWebsocketServer, { YPERSISTENCE: join(dataDir, 'leveldb') }),
  },
  {
    id: 'hocuspocus',
    name: '@hocuspocus/server 4.7.0 with @hocuspocus/extension-sqlite',
    dialect: 'hocuspocus',
    persistent: true,
    start: (dataDir) => serve(ownServer('hocuspocus'), { DATABASE: join(dataDir, 'hocuspocus.db') }),
  },
]
