import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue, refusalBody } from './errors.ts'
import type { RefusalCode } from './errors.ts'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'

/** Tables are padded for the eye. */
const docs = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ')
const codes = Object.keys(catalogue) as RefusalCode[]

test.each(codes)('%s says the same in docs/errors.md, in both languages, with what to do', (code) => {
  const { status, message, hint } = catalogue[code]
  expect(docs).toContain(`| \`${code}\` | ${status} | ${message.nl} ${hint.nl} | ${message.en} ${hint.en} |`)
  const places = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted()
  expect(places(message.nl + hint.nl)).toEqual(places(message.en + hint.en))
  for (const sentence of [message.nl, message.en, hint.nl, hint.en]) expect(sentence).toMatch(/[.]$/)
})

test('docs/errors.md lists no refusal that the server does not know', () => {
  const listed = [...docs.matchAll(/^\| `(BRD_\w+)`/gm)].map(([, code]) => code)
  expect(listed).toEqual(codes)
})

test('docs/errors.md lists every way to be sent away', () => {
  const listed = [...docs.matchAll(/^\| (\d{4}) \| ([\w-]+) \| ([\w-]+) \|/gm)].map(([, code, name, after]) => [
    code,
    name,
    after,
  ])
  expect(listed).toEqual(Object.values(CLOSE).map(({ code, name, afterClose }) => [String(code), name, afterClose]))
})

test('a sentence is filled with its values, and leaves what it does not know', () => {
  expect(refusalBody('BRD_BOARD_NOT_FOUND', { id: 'x' }, 'en').message).toBe('There is no board with id x.')
  expect(refusalBody('BRD_BOARD_NOT_FOUND', {}, 'nl').message).toContain('{id}')
})
