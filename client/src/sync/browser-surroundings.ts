import type { SessionSurroundings } from './board-session.ts'

/** The relay this page came from, and this browser's storage. */
export function browserSurroundings(): SessionSurroundings {
  const { protocol, host } = window.location
  return {
    syncUrl: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
    WebSocket: window.WebSocket,
    indexedDB: window.indexedDB,
    reload: () => window.location.reload(),
  }
}
