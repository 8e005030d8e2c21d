import { parentPort, workerData } from 'node:worker_threads'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { DamagedBoardError, RoomDocument } from '../rooms/room-document.ts'
import { boardFileText } from './board-file-text.ts'
import type { BoardFileJob, BoardToWrite, Written } from './board-file-thread.ts'
import { draftBoard } from './draft-board.ts'

function written({ boardId, content, isIndented }: BoardToWrite): Written {
  try {
    const { doc } = new RoomDocument(boardId, content, RELAY_LIMITS)
    return { ok: true, text: new TextEncoder().encode(boardFileText(doc, isIndented)) }
  } catch (error) {
    if (error instanceof DamagedBoardError) return { ok: false, damage: error.detail }
    throw error
  }
}

const job = workerData as BoardFileJob
if (job.kind === 'draft') parentPort?.postMessage(draftBoard(job.json, job.locale))
else {
  const answer = written(job)
  parentPort?.postMessage(answer, answer.ok ? [answer.text.buffer] : [])
}
