import { readdirSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'

/** What the files of a folder take on disk. Units: bytes, as the file system counts its blocks. */
export function bytesOnDisk(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    // A server may clear a file away between the listing and the look.
    bytes += (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.blocks ?? 0) * 512
  }
  return bytes
}

/** Waits until a folder has not changed its size for a while: what is stored behind one's back is stored. */
export async function diskSettled(folder: string, quietMs: number): Promise<void> {
  let size = bytesOnDisk(folder)
  let changedAtMs = performance.now()
  while (performance.now() - changedAtMs < quietMs) {
    await wait(100)
    const now = bytesOnDisk(folder)
    if (now === size) continue
    size = now
    changedAtMs = performance.now()
  }
}
