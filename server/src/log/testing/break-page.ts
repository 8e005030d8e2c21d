import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { storeFileName } from '../sqlite-file.ts'

const pageBytes = 4096

/** Spoils the head of the page on which a text lies. The text must lie on a page of the file, not only in the write-ahead log. */
export function breakPageWith(dataDir: string, text: string): void {
  const file = join(dataDir, storeFileName)
  const at = readFileSync(file).indexOf(text)
  if (at < 0) throw new Error(`"${text}" is on no page of the file`)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, new Uint8Array(16).fill(0xee), 0, 16, Math.floor(at / pageBytes) * pageBytes)
  closeSync(descriptor)
}
