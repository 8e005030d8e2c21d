import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { AckLedger } from './ack-ledger.ts'
import { splitUpdate } from './split-update.ts'

/** Which of the two countable messages a frame is; `null` for all others. */
export function updateKindOf(frame: Uint8Array): 'step2' | 'update' | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== WIRE_TAG.sync) return null
  const tag = decoding.readVarUint(decoder)
  return tag === SYNC_TAG.step2 ? 'step2' : tag === SYNC_TAG.update ? 'update' : null
}

/** A WebSocket that enters each update message in a ledger before it leaves, and sends a large one in pieces. */
export function countingSocket(Base: typeof WebSocket, ledger: AckLedger, maxPieceBytes: number): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array ? updateKindOf(data) : null
      if (kind === null || !(data instanceof Uint8Array)) super.send(data)
      else if (data.byteLength <= maxPieceBytes) {
        if (ledger.send(kind)) super.send(data)
      } else {
        for (const [index, piece] of splitUpdate(payloadOf(data), maxPieceBytes).entries()) {
          const kindOfPiece = index === 0 ? kind : 'update'
          if (ledger.send(kindOfPiece, index === 0 ? 'first' : 'further')) super.send(frameOf(kindOfPiece, piece))
        }
      }
    }
  }
}

function payloadOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

/** Frames an update as the message it is. */
export function frameOf(kind: 'step2' | 'update', update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.sync)
  encoding.writeVarUint(encoder, SYNC_TAG[kind])
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
