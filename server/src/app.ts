import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { describeApi } from './plugins/api-description.ts'
import { answerBrokenRequest, answerErrors, maxBodyBytes } from './plugins/error-replies.ts'
import { recogniseDevices } from './plugins/device-cookie.ts'
import { limitRequests, trustedProxies } from './plugins/request-limits.ts'
import { addSecurityContact } from './plugins/security-contact.ts'
import { openLiveSync } from './plugins/live-sync.ts'
import { guardOrigin } from './plugins/origin-guard.ts'
import { setSecurityHeaders } from './plugins/security-headers.ts'
import { serveClient } from './plugins/static-client.ts'
import { addBoardRoutes } from './routes/boards.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addOperatorRoutes } from './routes/operator.ts'
import { addMetricsRoute } from './routes/metrics.ts'
import type { ServerContext } from './server-context.ts'

/** Builds the HTTP side of the server: every plugin and route, ready to listen; never listens itself. */
export async function buildApp(context: ServerContext, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const { config } = context
  const hangUp = answerBrokenRequest(config)
  const app = fastify({
    loggerInstance: logger,
    // A line per thing that matters; the addresses of boards are no business of the log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    // Half-finished requests must not be kept; a finished one may take its time.
    requestTimeout: 60_000,
    http: { headersTimeout: 5000, connectionsCheckingInterval: 1000, maxHeaderSize: 16_384 },
    forceCloseConnections: true,
    trustProxy: trustedProxies(config),
    clientErrorHandler: hangUp,
    // An address that cannot be read reaches no hook: without this an upgrade to it would keep its line for ever.
    frameworkErrors: (error, request, reply) => {
      reply.hijack()
      hangUp(error, request.raw.socket)
    },
  })
  // The schemas describe the routes; what comes in is checked by the code that also says what is wrong with it.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeContentTypeParser('text/plain')

  const devices = await recogniseDevices(app, context)
  await limitRequests(app, context)
  answerErrors(app, context)
  await setSecurityHeaders(app, config)
  await describeApi(app)
  openLiveSync(app, context, devices)
  guardOrigin(app, config)
  addHealthRoutes(app, context)
  addMetricsRoute(app, context)
  addSecurityContact(app, config)
  addBoardRoutes(app, context, devices)
  addOperatorRoutes(app, context)
  await serveClient(app, context.clientDir, devices)
  return app
}
