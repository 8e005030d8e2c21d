import { paletteRecipes, freeRecipeId, recipeOf } from '@schakelbord/shared/domain/recipes'
import { useLanguage } from '#i18n/use-language.ts'
import { Glyph } from '../card/glyph.tsx'
import { recipeLookOf } from '../card/recipe-look.ts'

/** The recipes to begin with: drag one onto the board, or press it to choose a place. */
export function RecipePalette({ onChoose }: { onChoose(recipeId: string): void }) {
  const { locale, messages } = useLanguage()
  return (
    <div className="cal-palette" role="group" aria-label={messages.calendar.palette.label}>
      {[...paletteRecipes.map(({ id }) => id), freeRecipeId].map((id) => {
        const { glyph, hueClass } = recipeLookOf(id)
        const recipe = recipeOf(id)
        const name = id === freeRecipeId ? messages.calendar.palette.free : recipe?.shortName[locale]
        return (
          <button
            key={id}
            type="button"
            className={`cal-recipe ${hueClass}`}
            data-recipe={id}
            title={messages.calendar.palette.hint(recipe?.name[locale] ?? '')}
            onClick={() => onChoose(id)}
          >
            <Glyph path={glyph} />
            {name}
          </button>
        )
      })}
    </div>
  )
}
