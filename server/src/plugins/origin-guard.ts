import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: URL | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (url.origin !== origin) return false
  return origin === publicUrl?.origin || (host !== undefined && url.host === host.toLowerCase())
}

function mayPass(request: FastifyRequest, publicUrl: URL | undefined): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined) return isOwnOrigin(origin, host, publicUrl)
  // Browsers always say where a socket comes from; a program without an origin has to be on this machine.
  return !request.ws || isLoopback(request.ip)
}

/** Refuses sockets and changes that another website's page asks for. Source: RFC 6455 §10.2. */
export function guardOrigin(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async (request) => {
    const changes = request.ws || !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    if (changes && !mayPass(request, config.publicUrl)) throw new Refusal('BRD_WRONG_ORIGIN')
  })
}
