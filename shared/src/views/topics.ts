/** Listeners by topic, called once per transaction, after everything has been brought up to date. */
export class Topics {
  readonly #listeners = new Map<string, Set<() => void>>()

  /** Listens to a topic; the returned function stops it. */
  subscribe(topic: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic)
    if (listeners) listeners.add(listener)
    else this.#listeners.set(topic, new Set([listener]))
    return () => {
      const left = this.#listeners.get(topic)
      left?.delete(listener)
      if (left?.size === 0) this.#listeners.delete(topic)
    }
  }

  /** Calls every listener of the topics, each once however many of its topics changed. */
  announce(topics: Iterable<string>): void {
    const called = new Set<() => void>()
    for (const topic of topics) {
      for (const listener of this.#listeners.get(topic) ?? []) called.add(listener)
    }
    for (const listener of called) listener()
  }
}
