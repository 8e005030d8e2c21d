import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

const plainHost = /^[\w.:[\]-]{1,255}$/

/** The live-sync socket of the page's own server: older browsers do not count it as 'self'. */
function ownSockets(host: string | undefined, secure: boolean): string {
  if (host === undefined || !plainHost.test(host)) return "'self'"
  return secure ? `wss://${host}` : `ws://${host} wss://${host}`
}

/**
 * Sets the headers that keep a page from loading, sending or being framed anywhere else.
 *
 * Nothing may be inline. What React and the notes editor place by themselves goes through the style object of an element, which a
 * policy does not concern; only `style` attributes that are parsed out of HTML would be refused.
 */
export async function setSecurityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  const secure = config.publicUrl?.protocol === 'https:'
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", (request) => ownSockets(request.headers.host, secure)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    // Over plain HTTP it would be ignored; behind TLS it holds for a year.
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
}
