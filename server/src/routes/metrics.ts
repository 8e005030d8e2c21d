import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../server-context.ts'

/** Serves the counters as Prometheus text. */
export function addMetricsRoute(app: FastifyInstance, { metrics }: ServerContext): void {
  app.get('/metrics', { schema: { summary: 'Counters as Prometheus text' } }, async (_request, reply) => {
    reply.type(metrics.registry.contentType)
    return metrics.registry.metrics()
  })
}
