import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isLoopback } from '../config.ts'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: URL | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (url.origin !== origin) return false
  return origin === publicUrl?.origin || (host !== undefined && url.host === host.toLowerCase())
}

/**
 * Whether a socket may be opened from where it comes from: a page of our own.
 *
 * Browsers always say where a socket comes from; a program without an origin has to be on this machine.
 */
export function mayConnect({ origin, host }: IncomingHttpHeaders, address: string, { publicUrl }: Config): boolean {
  return origin === undefined ? isLoopback(address) : isOwnOrigin(origin, host, publicUrl)
}

/** Refuses changes that another website's page asks for; sockets ask `mayConnect`. Source: RFC 6455 §10.2. */
export function guardOrigin(app: FastifyInstance, { publicUrl }: Config): void {
  app.addHook('onRequest', async ({ method, headers: { origin, host } }) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(method)
    if (changes && origin !== undefined && !isOwnOrigin(origin, host, publicUrl)) throw new Refusal('BRD_WRONG_ORIGIN')
  })
}
