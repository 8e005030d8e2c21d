import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const pages = fileURLToPath(new URL('pages/', import.meta.url))
const require = createRequire(import.meta.url)
const dayPilot = require.resolve('@daypilot/daypilot-lite-javascript')
const fullCalendar = dirname(require.resolve('fullcalendar'))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Serves the contenders' pages and the built client; each from memory, so that no disk is measured. */
export async function startBenchServer(clientFolder: string): Promise<{ readonly url: string; close(): void }> {
  const cache = new Map<string, Promise<Buffer | string>>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench')
    const path = extname(pathname) === '' ? '/ours/index.html' : pathname
    const body = cache.get(path) ?? read(path, clientFolder)
    cache.set(path, body)
    body.then(
      (content) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await listen(server)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function read(path: string, clientFolder: string): Promise<Buffer | string> {
  const inside = normalize(path)
  if (inside === '/lib/daypilot.js') return readFile(dayPilot)
  if (inside.startsWith('/lib/fullcalendar/'))
    return readFile(join(fullCalendar, inside.slice('/lib/fullcalendar/'.length)))
  if (inside.startsWith('/pages/') && inside.endsWith('.js')) {
    const source = await readFile(join(pages, inside.slice('/pages/'.length).replace(/\.js$/, '.ts')), 'utf8')
    return stripTypeScriptTypes(source)
  }
  if (inside.startsWith('/pages/')) return readFile(join(pages, inside.slice('/pages/'.length)))
  return readFile(join(clientFolder, inside.replace(/^\/ours\//, '/')))
}

function listen(server: Server): Promise<void> {
  return new Promise((resolveListening) => server.listen(0, '127.0.0.1', resolveListening))
}
