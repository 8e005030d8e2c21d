import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

/** Describes the routes from their own schemas, at `/api/openapi.json`. Must be called before the routes are. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Schakelbord',
        version: '1',
        description: 'Boards on which a public library connects collection, programme and target groups.',
        license: { name: 'EUPL-1.2' },
      },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
