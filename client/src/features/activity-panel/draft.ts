/**
 * What somebody is typing into a field, beside what the board says.
 *
 * Concurrency: a colleague's change shows at once in a field that nobody is typing in; in one that is being typed in it
 * waits in `theirs`, so that nobody's text is eaten.
 */
export interface Draft {
  /** What the board said when the typing began. */
  readonly base: string
  /** What is on screen. */
  readonly text: string
  /** What the board says now. */
  readonly seen: string
}

/** A draft that shows what the board says. */
export function openDraft(value: string): Draft {
  return { base: value, text: value, seen: value }
}

/** Tells whether there is something typed that the board does not have. */
export function isDirty(draft: Draft): boolean {
  return draft.text !== draft.base
}

/** What a colleague wrote while this was being typed; `null` when nobody did. */
export function theirs(draft: Draft): string | null {
  return isDirty(draft) && draft.seen !== draft.base && draft.seen !== draft.text ? draft.seen : null
}

/** Types a new text. */
export function type(draft: Draft, text: string): Draft {
  return { ...draft, text }
}

/** Takes in what the board says now: shown at once where nobody types, kept aside where somebody does. */
export function receive(draft: Draft, value: string): Draft {
  if (!isDirty(draft) || value === draft.text) return openDraft(value)
  return { ...draft, seen: value }
}

/** What has to be written when the field is left; `null` when that is nothing. */
export function toCommit(draft: Draft): string | null {
  return isDirty(draft) && draft.text !== draft.seen ? draft.text : null
}

/** Puts back what the board says. */
export function revert(draft: Draft): Draft {
  return openDraft(draft.seen)
}
