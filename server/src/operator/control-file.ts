import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the operator's tool reaches the server that holds a data folder. */
export interface ServerAnnouncement {
  readonly url: string
  readonly token: string
}

const fileName = 'server.json'

/** Leaves word in the data folder; only its owner can read it. Errors: whatever the disk says. */
export function announceServer(dataDir: string, announcement: ServerAnnouncement): void {
  writeFileSync(join(dataDir, fileName), JSON.stringify(announcement), { mode: 0o600 })
}

/** Takes the word back. */
export function withdrawServer(dataDir: string): void {
  try {
    rmSync(join(dataDir, fileName), { force: true })
  } catch {
    // A disk that takes no writes keeps the word; whoever reads it finds nobody there, and the next server overwrites it.
  }
}

/** Reads who holds a data folder; `undefined` where nobody left word. */
export function readAnnouncement(dataDir: string): ServerAnnouncement | undefined {
  try {
    const word: unknown = JSON.parse(readFileSync(join(dataDir, fileName), 'utf8'))
    if (typeof word !== 'object' || word === null || !('url' in word) || !('token' in word)) return undefined
    return { url: String(word.url), token: String(word.token) }
  } catch {
    return undefined
  }
}
