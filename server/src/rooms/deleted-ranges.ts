import type * as Y from 'yjs'

interface Range {
  readonly clock: number
  readonly len: number
}

/** What an update removes, to be looked up; sorted once per author, since the ranges of a hostile update come in any order. */
export class DeletedRanges {
  readonly #byAuthor: ReadonlyMap<number, readonly Range[]>
  readonly #sorted = new Map<number, readonly Range[]>()

  constructor(byAuthor: ReadonlyMap<number, readonly Range[]>) {
    this.#byAuthor = byAuthor
  }

  /** Whether one range holds the whole of an item, as it does where Yjs wrote the ranges down. */
  holds({ id: { client, clock }, length }: Y.Item): boolean {
    return this.hold(client, clock, length)
  }

  /** Whether one range holds so many changes of an author from a number on. */
  hold(author: number, clock: number, length: number): boolean {
    const ranges = this.#rangesOf(author)
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.clock ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const range = ranges[low - 1]
    return range !== undefined && range.clock + range.len >= clock + length
  }

  #rangesOf(author: number): readonly Range[] {
    const known = this.#sorted.get(author)
    if (known !== undefined) return known
    const sorted = (this.#byAuthor.get(author) ?? []).toSorted((a, b) => a.clock - b.clock)
    this.#sorted.set(author, sorted)
    return sorted
  }
}
