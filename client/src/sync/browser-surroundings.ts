import type { SessionSurroundings } from './board-session.ts'

/** The relay this page came from, and this browser's storage. */
export function browserSurroundings(): SessionSurroundings {
  const { protocol, host } = window.location
  return {
    syncUrl: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
    WebSocket: window.WebSocket,
    indexedDB: window.indexedDB,
    keepForLong: () => {
      // Refused, or not to be had: then it is kept as long as the browser likes, which is what it does without asking.
      if ('storage' in navigator) navigator.storage.persist().catch(() => {})
    },
    reload: () => window.location.reload(),
  }
}
