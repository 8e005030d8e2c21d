import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { boardFileJsonSchema } from './board-file.ts'

it('[BF6] the published schema is the one the program reads by (docs/board-file.schema.json)', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../../docs/board-file.schema.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(JSON.parse(JSON.stringify(boardFileJsonSchema())))
})
