import { isTyping } from './is-typing.ts'

/** Inputs that take keys but have no undo of their own. */
const withoutUndo: ReadonlySet<string> = new Set(['date', 'month', 'time'])

/**
 * Whether Ctrl+Z belongs to the text somebody is in: a choice, a date and an emptied picker have nothing to undo
 * themselves, so there it takes back what was just done on the board.
 */
export function hasOwnUndo(target: EventTarget | null): boolean {
  if (!isTyping(target) || target instanceof HTMLSelectElement) return false
  if (!(target instanceof HTMLInputElement)) return true
  return !withoutUndo.has(target.type) && !(target.getAttribute('role') === 'combobox' && target.value === '')
}
