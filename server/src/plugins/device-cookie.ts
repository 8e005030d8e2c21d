import { createHmac, randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ServerContext } from '../server-context.ts'
import { anonymousPrincipal } from '../rooms/author-table.ts'

const idPattern = /^[\w-]{22}$/
/** The longest that browsers keep a cookie; it begins anew with each page. */
const keptDays = 400

/** Who asks, as far as nobody signs in: a browser is known again by a cookie that only this server can make. */
export interface Devices {
  /** Whose request this is, by its `Cookie` header; `anonymous` where that holds no cookie of ours. */
  principalOf(cookies: string | undefined): string
  /** Gives a browser its cookie, or makes the one it has last longer. */
  greet(request: FastifyRequest, reply: FastifyReply): void
}

/**
 * Knows browsers again by a signed cookie.
 *
 * Shape: the name holds a mark of the secret, since cookies know no ports: two servers on one machine would else take
 * each other's. `Lax`, since a link from elsewhere must not make the browser somebody new.
 */
export async function recogniseDevices(
  app: FastifyInstance,
  { config, secret }: Pick<ServerContext, 'config' | 'secret'>,
): Promise<Devices> {
  await app.register(cookie, { secret, hook: 'onRequest' })
  const secure = config.publicUrl?.protocol === 'https:'
  const mark = createHmac('sha256', secret).update('name of the device cookie').digest('hex').slice(0, 8)
  const name = `${secure ? '__Host-' : ''}schakelbord-${mark}`

  const idOf = (cookies: string | undefined): string | undefined => {
    const signed = cookies === undefined ? undefined : app.parseCookie(cookies)[name]
    if (signed === undefined) return undefined
    const { valid, value } = app.unsignCookie(signed)
    return valid && idPattern.test(value) ? value : undefined
  }

  return {
    principalOf: (cookies) => {
      const id = idOf(cookies)
      return id === undefined ? anonymousPrincipal : `device:${id}`
    },
    greet: (request, reply) => {
      const id = idOf(request.headers.cookie) ?? randomBytes(16).toString('base64url')
      void reply.setCookie(name, id, {
        signed: true,
        httpOnly: true,
        sameSite: 'lax',
        secure,
        path: '/',
        maxAge: keptDays * 24 * 60 * 60,
      })
    },
  }
}
