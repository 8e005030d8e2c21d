import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'
import type { ServerContext } from '../server-context.ts'

/** Only as many entries of X-Forwarded-For count as there are proxies of ours; the rest anybody may have written. */
export function trustedProxies({ proxyHops }: Config): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < proxyHops
}

/** An address as limits count it: a network of 64 bits counts as one, since one household or attacker has all of it. */
export function addressOf(request: FastifyRequest): string {
  return normalizeIP(request.ip, 64)
}

/** The same of what is no request of Fastify's: the address itself, and as it is counted. */
export function addressesOf(
  raw: IncomingMessage,
  config: Config,
): { readonly exact: string; readonly counted: string } {
  const exact = config.proxyHops === 0 ? (raw.socket.remoteAddress ?? '') : proxyAddr(raw, trustedProxies(config))
  return { exact, counted: normalizeIP(exact, 64) }
}

/** Answers at most so many requests a minute of one address; the rest gets 429 and the time to wait. */
export async function limitRequests(app: FastifyInstance, { config }: ServerContext): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: config.addressLimits.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: addressOf,
    // What the limit is, is no secret; but each answer would carry it.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('BRD_TOO_MANY_REQUESTS', { seconds: String(Math.ceil(ttl / 1000)) }),
  })
}
