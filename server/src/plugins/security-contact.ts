import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'

const path = '/.well-known/security.txt'
/** Less than a year, as the RFC asks; it moves on as long as the operator keeps the setting. */
const validDays = 180

/** Says where to report a weakness. Source: RFC 9116. */
export function addSecurityContact(app: FastifyInstance, { securityContact, publicUrl }: Config): void {
  app.get(path, { schema: { hide: true } }, async (_request, reply) => {
    if (securityContact === undefined) throw new Refusal('BRD_NOT_FOUND')
    const expires = new Date(Date.now() + validDays * 24 * 60 * 60 * 1000)
    const lines = [
      `Contact: ${securityContact.href}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: nl, en',
      ...(publicUrl?.protocol === 'https:' ? [`Canonical: ${new URL(path, publicUrl).href}`] : []),
    ]
    reply.type('text/plain; charset=utf-8')
    return `${lines.join('\n')}\n`
  })
}
