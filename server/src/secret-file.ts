import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { renameDurably } from './log/rename-durably.ts'

const fileName = 'secret'

/**
 * The secret that signs cookies: made once, and kept in the data folder for its owner alone.
 *
 * Concurrency: whoever asks holds the store of the folder, so nobody else makes one at the same time.
 * Errors: whatever the file system says.
 */
export function secretOfFolder(dataDir: string): string {
  const file = join(dataDir, fileName)
  try {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept.length >= 32) return kept
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const secret = randomBytes(32).toString('base64url')
  // Whole or not at all: half a secret would be another one after the next start.
  const arriving = `${file}.arriving`
  const handle = openSync(arriving, 'w', 0o600)
  writeSync(handle, `${secret}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameDurably(arriving, file)
  return secret
}
