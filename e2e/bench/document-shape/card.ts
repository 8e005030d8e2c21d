/** Who carries a card for a discipline. */
export interface Owner {
  readonly discipline: string
  readonly roleId: string
  readonly personId: string
}

/** The card of this bench: as many fields, of the same kinds and about as long as those of a library's year plan. */
export interface Card {
  readonly id: string
  readonly recipeId: string
  readonly title: string
  readonly summary: string
  readonly customerSentence: string
  readonly phase: string
  readonly public: boolean
  readonly start: string
  readonly end: string
  readonly times: readonly { readonly date: string; readonly start: string; readonly end: string }[]
  readonly placeId: string
  readonly groupId: string
  readonly targetGroupIds: readonly string[]
  readonly valueIds: readonly string[]
  readonly themeIds: readonly string[]
  readonly layerIds: readonly string[]
  readonly partnerIds: readonly string[]
  readonly owners: readonly Owner[]
  readonly fields: Readonly<Record<string, string | number | boolean>>
  readonly measures: readonly { readonly measureId: string; readonly target: number; readonly observed: number }[]
  readonly attendance: number
  readonly marketingChecklist: Readonly<Record<string, boolean>>
}

/** What a person does to a card in one gesture. */
export type Edit = { readonly id: string } & (
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'place'
      readonly start: string
      readonly end: string
      readonly groupId: string
      readonly placeId: string
    }
  | { readonly kind: 'phase'; readonly phase: string }
  | { readonly kind: 'value'; readonly valueId: string; readonly on: boolean }
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'field'; readonly key: string; readonly value: string | number | boolean }
  | { readonly kind: 'check'; readonly item: string; readonly checked: boolean }
  | { readonly kind: 'attendance'; readonly attendance: number }
)

/** The fields of a card that an edit gives another value, whole. */
export function changedFields(card: Card, edit: Edit): Partial<Card> {
  switch (edit.kind) {
    case 'title':
      return { title: edit.title }
    case 'place':
      return { start: edit.start, end: edit.end, groupId: edit.groupId, placeId: edit.placeId }
    case 'phase':
      return { phase: edit.phase }
    case 'value':
      return { valueIds: withMember(card.valueIds, edit.valueId, edit.on) }
    case 'owner':
      return {
        owners: [...card.owners.filter(({ discipline }) => discipline !== edit.owner.discipline), edit.owner],
      }
    case 'field':
      return { fields: { ...card.fields, [edit.key]: edit.value } }
    case 'check':
      return { marketingChecklist: { ...card.marketingChecklist, [edit.item]: edit.checked } }
    case 'attendance':
      return { attendance: edit.attendance }
  }
}

/** A set with or without a member, in alphabetical order. */
export function withMember(set: readonly string[], member: string, on: boolean): readonly string[] {
  const others = set.filter((id) => id !== member)
  return (on ? [...others, member] : others).sort()
}

/** A card as text in which the order of keys, sets and owners does not count. */
export function canonical(card: Card): string {
  const owners = [...card.owners].sort((a, b) => (a.discipline < b.discipline ? -1 : 1))
  return JSON.stringify(sorted({ ...card, owners, valueIds: [...card.valueIds].sort() }))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
