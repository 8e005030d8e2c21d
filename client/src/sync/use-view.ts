import { useCallback, useSyncExternalStore } from 'react'

/** What a part of the screen can look at: tells per topic that it changed. */
export interface TopicSource {
  subscribe(topic: string, listener: () => void): () => void
}

/**
 * Reads from a view and draws again when one of its topics changed.
 *
 * Shape: `read` must give the same object as long as nothing changed (views do); it is compared by `Object.is`.
 */
export function useView<T>(source: TopicSource, topics: string | readonly string[], read: () => T): T {
  const key = typeof topics === 'string' ? topics : topics.join('\n')
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = key.split('\n').map((topic) => source.subscribe(topic, listener))
      return () => {
        for (const end of ends) end()
      }
    },
    [source, key],
  )
  return useSyncExternalStore(subscribe, read, read)
}
