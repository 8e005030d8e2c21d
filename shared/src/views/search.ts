import MiniSearch from 'minisearch'
import type { BoardView } from './board-view.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly more: string
  readonly isbn: string
}

/**
 * Finds activities and collection parts by the beginning of words, forgiving a typing error.
 *
 * Kept card by card: a changed card is indexed again, nothing else. Built on first use, since most visits never search.
 */
export class BoardSearch {
  readonly #view: BoardView
  readonly #stop: () => void
  #activities: MiniSearch<Entry> | null = null
  #parts: MiniSearch<Entry> | null = null

  constructor(view: BoardView) {
    this.#view = view
    this.#stop = view.onChange((change) => {
      if (this.#activities) for (const id of change.activities) this.#put(this.#activities, this.#activityEntry(id), id)
      if (this.#parts) for (const id of change.ids.collectionParts) this.#put(this.#parts, this.#partEntry(id), id)
    })
  }

  /** Stops following the board. */
  destroy(): void {
    this.#stop()
  }

  /** Ids of the activities that fit, the best first. */
  activities(query: string): readonly string[] {
    this.#activities ??= indexOf(this.#view.all('activities').map(({ id }) => this.#activityEntry(id)))
    return find(this.#activities, query)
  }

  /** Ids of the collection parts that fit by title, creator or ISBN, the best first. */
  parts(query: string): readonly string[] {
    this.#parts ??= indexOf(this.#view.all('collectionParts').map(({ id }) => this.#partEntry(id)))
    const digits = query.replaceAll(/[\s-]/g, '')
    return find(this.#parts, /^[0-9]{4,}[0-9Xx]?$/.test(digits) ? digits : query)
  }

  #activityEntry(id: string): Entry | undefined {
    const activity = this.#view.get('activities', id)
    if (activity === undefined || activity.gone) return undefined
    return { id, title: activity.title, more: `${activity.summary} ${activity.customerSentence}`, isbn: '' }
  }

  #partEntry(id: string): Entry | undefined {
    const part = this.#view.get('collectionParts', id)
    if (part === undefined || part.gone) return undefined
    return { id, title: part.title, more: part.creators.join(' '), isbn: (part.isbn ?? '').replaceAll(/[\s-]/g, '') }
  }

  #put(index: MiniSearch<Entry>, entry: Entry | undefined, id: string): void {
    if (entry === undefined) {
      if (index.has(id)) index.discard(id)
    } else if (index.has(id)) index.replace(entry)
    else index.add(entry)
  }
}

/** Letters without their marks, so that "poezie" finds "Poëzie". */
function fold(term: string): string {
  return term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function indexOf(entries: readonly (Entry | undefined)[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({ fields: ['title', 'more', 'isbn'], processTerm: fold })
  index.addAll(entries.filter((entry) => entry !== undefined))
  return index
}

function find(index: MiniSearch<Entry>, query: string): readonly string[] {
  const results = index.search(query, { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 3, isbn: 4 } })
  return results.map((result) => String(result.id))
}
