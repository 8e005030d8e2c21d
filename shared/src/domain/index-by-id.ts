/** A list's entries by their id, for lookups by text that may come from anywhere. */
export function indexById<Entry extends { readonly id: string }>(list: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(list.map((entry) => [entry.id, entry]))
}
