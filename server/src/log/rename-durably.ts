import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Gives a file that is on disk its name, so that it bears it after a power cut too. Errors: whatever the disk says. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  // Windows does not open folders, and has no need to.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(to), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
