import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import * as decoding from 'lib0/decoding'
import type { AckLedger } from './ack-ledger.ts'

/** Which of the two countable messages a frame is; `null` for all others. */
export function updateKindOf(frame: Uint8Array): 'step2' | 'update' | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== WIRE_TAG.sync) return null
  const tag = decoding.readVarUint(decoder)
  return tag === SYNC_TAG.step2 ? 'step2' : tag === SYNC_TAG.update ? 'update' : null
}

/** A WebSocket that enters each update message in a ledger before it leaves. */
export function countingSocket(Base: typeof WebSocket, ledger: AckLedger): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array ? updateKindOf(data) : null
      if (kind !== null && !ledger.send(kind)) return
      super.send(data)
    }
  }
}
