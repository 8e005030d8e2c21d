import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../server-context.ts'

const answer = (description: string) => ({
  description,
  type: 'object',
  properties: { status: { type: 'string' }, reason: { type: 'string' } },
})

/** Says whether the process lives, and whether it can store what it is sent. */
export function addHealthRoutes(app: FastifyInstance, { log, rooms }: ServerContext): void {
  app.get(
    '/health/live',
    { schema: { summary: 'The process lives', response: { 200: answer('It does') } } },
    async () => ({ status: 'ok' }),
  )

  app.get(
    '/health/ready',
    {
      schema: {
        summary: 'The store takes writes',
        response: { 200: answer('It does'), 503: answer('It does not, and why') },
      },
    },
    async (_request, reply) => {
      try {
        if (rooms.trouble) throw rooms.trouble
        await log.probe()
        return { status: 'ok' }
      } catch (error) {
        reply.code(503)
        return { status: 'unavailable', reason: error instanceof Error ? error.message : String(error) }
      }
    },
  )
}
