import type { Locale } from '@schakelbord/shared/calendar/locale'
import { documentToBoardFile } from '@schakelbord/shared/exchange/document-to-board-file'
import { isBoardId } from '@schakelbord/shared/protocol/board-id'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { draftBoard } from '../boards/draft-board.ts'
import { makeBoard } from '../boards/make-board.ts'
import { Refusal, catalogue } from '../errors.ts'
import type { RefusalCode } from '../errors.ts'
import { SqliteLog } from '../log/sqlite-log.ts'
import { LogError } from '../log/update-log.ts'
import type { LogReport, UpdateLog } from '../log/update-log.ts'
import { RoomDocument } from '../rooms/room-document.ts'
import { readAnnouncement } from './control-file.ts'
import type { ServerAnnouncement } from './control-file.ts'

/** What an operator can have done with a data folder, whether a server holds it or not. */
export interface BoardOperator {
  /** Writes a whole copy of the store to a new file. */
  backup(file: string): Promise<void>
  examine(): Promise<LogReport>
  exportBoard(boardId: string): Promise<object>
  /** Makes a board of a board file and gives its id. */
  importBoard(json: unknown): Promise<string>
  close(): Promise<void>
}

/** Works on the store itself, while no server does. */
class StoreOperator implements BoardOperator {
  readonly #log: UpdateLog
  readonly #locale: Locale

  constructor(log: UpdateLog, locale: Locale) {
    this.#log = log
    this.#locale = locale
  }

  async backup(file: string): Promise<void> {
    try {
      await this.#log.backup(file)
    } catch (error) {
      if (error instanceof LogError && error.failure === 'exists') throw new Refusal('BRD_FILE_EXISTS', { value: file })
      throw new Refusal('BRD_FILE_INVALID', {
        value: file,
        cause: error instanceof Error ? error.message : String(error),
      })
    }
  }

  examine(): Promise<LogReport> {
    return this.#log.examine()
  }

  async exportBoard(boardId: string): Promise<object> {
    const content = isBoardId(boardId) ? await this.#log.read(boardId) : undefined
    if (content === undefined) throw new Refusal('BRD_BOARD_NOT_FOUND', { id: boardId })
    const document = new RoomDocument(boardId, content, RELAY_LIMITS)
    return documentToBoardFile(document.doc)
  }

  async importBoard(json: unknown): Promise<string> {
    const { id } = await makeBoard(this.#log, draftBoard(json, this.#locale), 'operator')
    return id
  }

  close(): Promise<void> {
    return this.#log.close()
  }
}

/** Asks the server that holds the store. */
class ServerOperator implements BoardOperator {
  readonly #server: ServerAnnouncement
  readonly #dataDir: string
  readonly #locale: Locale

  constructor(server: ServerAnnouncement, dataDir: string, locale: Locale) {
    this.#server = server
    this.#dataDir = dataDir
    this.#locale = locale
  }

  async backup(file: string): Promise<void> {
    await this.#ask('POST', '/api/operator/backup', file, { file })
  }

  async examine(): Promise<LogReport> {
    return (await this.#ask('GET', '/api/operator/doctor', this.#dataDir)) as LogReport
  }

  exportBoard(boardId: string): Promise<object> {
    return this.#ask('GET', `/api/boards/${encodeURIComponent(boardId)}`, boardId) as Promise<object>
  }

  async importBoard(json: unknown): Promise<string> {
    const { id } = (await this.#ask('POST', '/api/boards', '', json)) as { id: string }
    return id
  }

  async close(): Promise<void> {}

  async #ask(method: string, path: string, about: string, body?: unknown): Promise<unknown> {
    let response: Response
    try {
      response = await fetch(new URL(path, this.#server.url), {
        method,
        headers: {
          authorization: `Bearer ${this.#server.token}`,
          'accept-language': this.#locale,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (error) {
      throw new Refusal('BRD_SERVER_UNREACHABLE', { value: this.#dataDir, cause: String(error) })
    }
    const answer: unknown = await response.json()
    if (response.ok) return answer
    throw refusalOfAnswer(answer, about)
  }
}

function isKnownCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(catalogue, code)
}

/** The server's refusal as ours, so that it is said in the same words and ends with the same exit code. */
function refusalOfAnswer(answer: unknown, value: string): Refusal {
  const { code, message, problems } = (answer ?? {}) as { code?: unknown; message?: unknown; problems?: unknown }
  if (!isKnownCode(code) || code === 'BRD_FILE_INVALID') {
    return new Refusal('BRD_FILE_INVALID', { value, cause: String(message).replace(/\.$/, '') })
  }
  return new Refusal(code, { value, id: value }, Array.isArray(problems) ? { problems } : {})
}

/** Opens a data folder, or finds the server that has it open. Errors: `Refusal`, `LogError`. */
export async function openOperator(dataDir: string, locale: Locale): Promise<BoardOperator> {
  try {
    return new StoreOperator(await SqliteLog.open(dataDir), locale)
  } catch (error) {
    if (!(error instanceof LogError) || error.failure !== 'in-use') throw error
    const server = readAnnouncement(dataDir)
    if (server === undefined) throw new Refusal('BRD_DATA_IN_USE', { value: dataDir })
    return new ServerOperator(server, dataDir, locale)
  }
}
