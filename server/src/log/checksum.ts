import { crc32 } from 'node:zlib'

/** The checksum of bytes that belong to a board; it covers whose they are, so that bytes that stray are found out. */
export function checksumOf(boardId: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(boardId))
}
