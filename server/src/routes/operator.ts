import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../errors.ts'
import { LogError } from '../log/update-log.ts'
import type { ServerContext } from '../server-context.ts'

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * What `npm run board` asks of a server that runs, since nobody else may open its store.
 *
 * Only whoever can read the data folder knows the token; to everybody else there is nothing here.
 */
export function addOperatorRoutes(app: FastifyInstance, { log, operatorToken }: ServerContext): void {
  const expected = digest(`Bearer ${operatorToken}`)

  void app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request) => {
        if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) throw new Refusal('BRD_NOT_FOUND')
      })

      scope.get('/doctor', { schema: { hide: true } }, async () => log.examine())

      scope.post<{ Body: { file: string } }>('/backup', { schema: { hide: true } }, async ({ body }) => {
        try {
          await log.backup(body.file)
        } catch (error) {
          if (!(error instanceof LogError)) throw error
          if (error.failure === 'exists') throw new Refusal('BRD_FILE_EXISTS', { value: body.file })
          throw new Refusal('BRD_FILE_INVALID', { value: body.file, cause: error.message })
        }
        return { file: body.file }
      })
    },
    { prefix: '/api/operator' },
  )
}
