// Hocuspocus as its documentation starts it, with its own defaults for when it stores.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env['PORT']),
  quiet: true,
  extensions: [new SQLite({ database: process.env['DATABASE'] ?? ':memory:' })],
})
await server.listen()
