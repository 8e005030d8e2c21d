import { describe, expect, it } from 'vitest'
import { channelOf } from './channels.ts'
import demoBoard from './demo-board.nl.json' with { type: 'json' }
import { measureOf } from './measures.ts'
import { phaseOf } from './phases.ts'
import { fieldsOfRecipe } from './recipe-fields.ts'
import type { RecipeField } from './recipe-fields.ts'
import { guideOfRecipe } from './recipe-guides.ts'
import { messagesOfRecipe } from './recipe-messages.ts'
import { freeRecipeId, paletteRecipes, recipeOf, recipes } from './recipes.ts'
import { roleOf } from './roles.ts'

/** How often the worked example year uses each channel for a recipe. */
function usesInExampleYear(recipeId: string): Map<string, number> {
  const ids = new Set(demoBoard.activities.filter((one) => one.recipeId === recipeId).map((one) => one.id))
  const uses = new Map<string, number>()
  for (const { activityId, channelId } of demoBoard.messages) {
    if (ids.has(activityId)) uses.set(channelId, (uses.get(channelId) ?? 0) + 1)
  }
  return uses
}

/** What keeps a field from being filled in, in words. */
function wrongIn({ key, type, options, askedFrom, label, help, min, max }: RecipeField): string[] {
  const optionIds = options?.map((option) => option.id) ?? []
  const texts = [label, help, ...(options ?? []).map((option) => option.name)]
  return [
    (type === 'enum') === optionIds.length > 0 ? '' : `${key}: choices belong to an enum, and an enum has them`,
    new Set(optionIds).size === optionIds.length ? '' : `${key}: two choices share an id`,
    askedFrom === null || phaseOf(askedFrom) ? '' : `${key}: asked from the unknown phase ${askedFrom}`,
    texts.every((text) => text.nl !== '' && text.en !== '') ? '' : `${key}: a text is missing`,
    (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY) ? '' : `${key}: the least is more than the most`,
  ].filter((problem) => problem !== '')
}

describe('recipes', () => {
  it('has the palette in its order, the free one and the planning session beside it', () => {
    expect(paletteRecipes.map((recipe) => recipe.id)).toEqual([
      'purchase-request-event',
      'speaker-favourites',
      'presentation-block',
      'poezee',
      'book-matchmaker',
      'guest-collection',
    ])
    expect(recipes.slice(6).map((recipe) => recipe.id)).toEqual(['general-programme', 'planning-session'])
    expect(recipeOf(freeRecipeId)).toBe(recipes[6])
  })

  it.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s has a script that holds together', (_, recipe) => {
    expect(recipe.steps.length).toBeGreaterThanOrEqual(4)
    expect(recipe.steps.map((step) => step.order)).toEqual(recipe.steps.map((_step, index) => index + 1))
    expect(new Set(recipe.steps.map((step) => step.id)).size).toBe(recipe.steps.length)
    expect(recipe.steps.map((step) => step.offsetDays)).toEqual(
      recipe.steps.map((step) => step.offsetDays).toSorted((a, b) => a - b),
    )
    expect(recipe.steps.some((step) => step.offsetDays === 0)).toBe(true)
    const roleIds = [recipe.leadRole, ...recipe.withRoles, ...recipe.steps.map((step) => step.role)]
    expect(roleIds.filter((id) => roleOf(id) === undefined)).toEqual([])
  })

  it.each(recipes.map((recipe) => recipe.id))('%s asks for fields that can be filled in', (id) => {
    const fields = fieldsOfRecipe(id)
    expect(fields.length).toBeGreaterThan(0)
    expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length)
    for (const field of fields) expect(wrongIn(field)).toEqual([])
  })

  it.each(recipes.map((recipe) => recipe.id))('%s has a guide in both languages', (id) => {
    const guide = guideOfRecipe(id)
    if (guide === undefined) throw new Error(`no guide for ${id}`)
    for (const text of [guide.inPractice, ...guide.materials, ...guide.pitfalls, ...guide.hypothesisTemplates]) {
      expect(text.nl !== '' && text.en !== '').toBe(true)
    }
    expect(guide.successMeasureIds.filter((measureId) => measureOf(measureId) === undefined)).toEqual([])
  })

  it.each(recipes.map((recipe) => recipe.id))(
    '[DL4] %s brings the channels the example year uses most for it',
    (id) => {
      const brought = messagesOfRecipe(id)
      const uses = usesInExampleYear(id)
      expect(brought.filter((channelId) => channelOf(channelId) === undefined)).toEqual([])
      expect(new Set(brought).size).toBe(brought.length)
      expect(brought.length).toBeLessThanOrEqual(6)
      expect(brought.length).toBeGreaterThanOrEqual(Math.min(4, uses.size))
      const leastBrought = Math.min(...brought.map((channelId) => uses.get(channelId) ?? 0))
      const left = [...uses].filter(([channelId]) => !brought.includes(channelId)).map(([, count]) => count)
      expect(leastBrought).toBeGreaterThanOrEqual(Math.max(0, ...left))
    },
  )

  it('[DL2] answers with nothing for a recipe the list does not have', () => {
    expect(fieldsOfRecipe('constructor')).toEqual([])
    expect(messagesOfRecipe('constructor')).toEqual([])
    expect(guideOfRecipe('constructor')).toBeUndefined()
  })
})
