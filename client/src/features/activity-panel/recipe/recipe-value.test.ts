import { describe, expect, it } from 'vitest'
import type { RecipeField, RecipeFieldType } from '@schakelbord/shared/domain/recipe-fields'
import { readRecipeValue, tooFew, withPoem, withTexts } from './recipe-value.ts'

function field(type: RecipeFieldType, more: Partial<RecipeField> = {}): RecipeField {
  return { key: 'k', type, askedFrom: null, label: { nl: '', en: '' }, help: { nl: '', en: '' }, ...more }
}

describe('readRecipeValue', () => {
  it('chooses a control for every type of field and shows what is stored', () => {
    const cases: readonly [RecipeFieldType, unknown, unknown][] = [
      ['text', 'zee', { control: 'text', value: 'zee' }],
      ['int', 12, { control: 'number', value: 12 }],
      ['boolean', true, { control: 'check', value: true }],
      ['enum', 'walkIn', { control: 'choice', value: 'walkIn' }],
      ['date', '2027-03-21', { control: 'date', value: '2027-03-21' }],
      [
        'monthRange',
        { from: '2026-08', to: '2026-11' },
        { control: 'months', value: { from: '2026-08', to: '2026-11' } },
      ],
      ['list', ['a', 'b'], { control: 'lines', value: ['a', 'b'] }],
      ['itemRefs', ['i-ove'], { control: 'parts', value: ['i-ove'] }],
      ['languageCodes', ['uk'], { control: 'languages', value: ['uk'] }],
      ['roleRefs', ['marketer'], { control: 'roles', value: ['marketer'] }],
      ['roleRef', 'marketer', { control: 'role', value: 'marketer' }],
      [
        'poemList',
        [{ title: 'Mei', maker: 'Gorter', rights: 'publicDomain' }],
        { control: 'poems', value: [{ at: 0, title: 'Mei', maker: 'Gorter', rights: 'publicDomain' }] },
      ],
    ]
    for (const [type, stored, content] of cases) {
      expect(readRecipeValue(field(type), stored), type).toEqual({ content, odd: false })
    }
  })

  it('shows nonsense as empty and says that something is kept', () => {
    const nonsense: readonly [RecipeFieldType, unknown][] = [
      ['text', 7],
      ['int', 'tien'],
      ['int', 1.5],
      ['boolean', 'ja'],
      ['enum', ['a']],
      ['date', '2027-02-30'],
      ['monthRange', '2027'],
      ['list', { a: 1 }],
      ['roleRef', 3],
      ['poemList', 'Mei'],
    ]
    for (const [type, stored] of nonsense) {
      const { content, odd } = readRecipeValue(field(type), stored)
      expect(odd, `${type} ${JSON.stringify(stored)}`).toBe(true)
      expect(
        [null, '', false, []].some((empty) => JSON.stringify(empty) === JSON.stringify(content.value)) ||
          JSON.stringify(content.value) === JSON.stringify({ from: null, to: null }),
        type,
      ).toBe(true)
    }
  })

  it('finds nothing odd about a field that nobody filled in', () => {
    for (const type of ['text', 'int', 'date', 'list', 'poemList', 'monthRange'] as const) {
      expect(readRecipeValue(field(type), undefined).odd).toBe(false)
      expect(readRecipeValue(field(type), null).odd).toBe(false)
    }
  })

  it('keeps an option of a newer list', () => {
    expect(readRecipeValue(field('enum'), 'hologram')).toEqual({
      content: { control: 'choice', value: 'hologram' },
      odd: false,
    })
  })
})

describe('writing lists', () => {
  it('keeps entries that could not be read', () => {
    expect(withTexts(['a', 7, 'b'], ['a', 'c'])).toEqual(['a', 'c', 7])
    expect(withTexts(undefined, ['x'])).toEqual(['x'])
  })

  it('changes one poem and keeps what it does not know', () => {
    const stored = ['?', { title: 'Mei', maker: 'Gorter', rights: '', page: 3 }]
    expect(withPoem(stored, 1, { rights: 'publicDomain' })).toEqual([
      '?',
      { title: 'Mei', maker: 'Gorter', rights: 'publicDomain', page: 3 },
    ])
    expect(withPoem(stored, null, { title: 'Zee' })).toHaveLength(3)
    expect(withPoem(stored, 1, null)).toEqual(['?'])
  })
})

it('remarks on too few only where something is there', () => {
  expect(tooFew(field('list', { min: 2 }), 1)).toBe(true)
  expect(tooFew(field('list', { min: 2 }), 0)).toBe(false)
  expect(tooFew(field('list'), 1)).toBe(false)
})
