import { expect, it } from 'vitest'
import { safeHref } from './safe-href.ts'

it('takes addresses of the web and of mail', () => {
  expect(safeHref('https://www.example.org/a?b=1')).toBe('https://www.example.org/a?b=1')
  expect(safeHref(' www.bibliotheek.nl ')).toBe('https://www.bibliotheek.nl/')
  expect(safeHref('mailto:balie@example.org')).toBe('mailto:balie@example.org')
  expect(safeHref('balie@example.org')).toBe('mailto:balie@example.org')
  expect(safeHref('HTTP://EXAMPLE.ORG')).toBe('http://example.org/')
})

it('takes nothing that could run something', () => {
  for (const typed of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//example.org',
    'geen adres',
    '',
  ]) {
    expect(safeHref(typed), typed).toBeNull()
  }
})
