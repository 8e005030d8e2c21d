import { RelayProcess, makeBoard } from '../../../faults/relay-process.ts'
import type { Contender } from './contender.ts'
import { nodeOptions } from './server-process.ts'

/** All people of a load come from one address, with more sockets and boards than a library behind one has. */
const roomForOneAddress = {
  MAX_SOCKETS_PER_ADDRESS: '10000',
  MAX_BOARDS_PER_ADDRESS: '10000',
  MAX_CONNECTS_PER_MINUTE: '1000000',
  MAX_REQUESTS_PER_MINUTE: '1000000',
  MAX_NEW_BOARDS_PER_MINUTE: '1000000',
}

/** Our server as it ships: every update on disk before it is passed on, every check on. */
export const ours: Contender = {
  id: 'ours',
  name: 'Schakelbord',
  dialect: 'ours',
  persistent: true,
  async start(dataDir) {
    const server = new RelayProcess({
      DATA_DIR: dataDir,
      ...roomForOneAddress,
      ...nodeOptions(process.env['SERVER_NODE_OPTIONS']),
    })
    const address = await server.ready()
    const url = new URL(address)
    url.protocol = 'ws:'
    return {
      pid: server.pid,
      url,
      makeRoom: () => makeBoard(address),
      async stop() {
        server.signal('SIGTERM')
        await server.ended
      },
      async kill() {
        await server.kill()
      },
    }
  },
}
