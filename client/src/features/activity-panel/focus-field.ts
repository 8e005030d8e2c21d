/** Leads to a field of the panel: brings it into view and puts the focus on what can be filled in. */
export function focusField(panel: HTMLElement | null, name: string): void {
  const field = panel?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  if (!field) return
  const control = field.matches('input, textarea, select, button')
    ? field
    : field.querySelector<HTMLElement>(
        'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable="true"]',
      )
  const calm = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  const target = control ?? field
  target.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
}
