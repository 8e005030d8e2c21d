/** One thing a picker can offer. */
export interface PickerOption {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
}

/** Filters a list by what is typed: every word somewhere in the label, in any order, accents aside. */
export function matching(options: readonly PickerOption[], query: string, limit: number): readonly PickerOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const hits = options.filter((option) => {
    const text = fold(`${option.label} ${option.detail ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  return hits.slice(0, limit)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
