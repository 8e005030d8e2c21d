import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Devices } from './device-cookie.ts'
import { Refusal } from '../errors.ts'

/** The addresses that the client's own router knows. Source: contract §6. */
const screens = ['/', '/b/*', '/join/*', '/screen/*', '/v/*']

/** Addresses that no person types. */
const machineAddress = /^\/(?:\.well-known|api|assets|feeds|health|metrics|sync)(?:\/|$|\?)/

const hashedAsset = /[/\\]assets[/\\]/

/** Serves the built client: hashed files for ever, everything else asked for anew; every screen is the one page. */
export async function serveClient(app: FastifyInstance, clientDir: string, devices: Devices): Promise<void> {
  const isBuilt = existsSync(join(clientDir, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: clientDir,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const lasting = hashedAsset.test(path)
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  for (const screen of screens) {
    app.get(screen, { schema: { hide: true } }, async (request, reply) => {
      if (!isBuilt) throw new Refusal('BRD_CLIENT_NOT_BUILT')
      devices.greet(request, reply)
      return reply.sendFile('index.html')
    })
  }
  // A person who mistyped an address gets the page that leads home; a program gets the refusal as JSON.
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') === true && !machineAddress.test(request.url)
    if (!isBuilt || !wantsPage) return reply.callNotFound()
    return reply.code(404).sendFile('index.html')
  })
}
