import type { ReactNode } from 'react'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { fieldsOfRecipe } from '@schakelbord/shared/domain/recipe-fields'
import { guideOfRecipe } from '@schakelbord/shared/domain/recipe-guides'
import { recipeOf, recipes } from '@schakelbord/shared/domain/recipes'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { SelectField } from '../fields/select-field.tsx'
import { Disclosure } from '../sections/disclosure.tsx'
import { Section } from '../sections/section.tsx'
import { RecipeFieldControl } from './recipe-field-control.tsx'

/** The recipe it came from, what that recipe is for, and the questions it brings. */
export function RecipeSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const recipe = recipeOf(activity.recipeId)
  const guide = guideOfRecipe(activity.recipeId)
  return (
    <Section id="recipe" title={t.sections.recipe} note={recipe ? t.suitedFor[recipe.suitedFor] : undefined}>
      <SelectField
        name="recipeId"
        label={t.recipe}
        help={recipe ? inLocale(recipe.intent, locale) : undefined}
        value={activity.recipeId}
        choices={recipes.map(({ id, name }) => ({ id, label: inLocale(name, locale) }))}
        disabled={disabled}
        onWrite={(recipeId) => {
          if (recipeId !== null) {
            session.run(moveActivity, { activityId: activity.id, lane: { recipeId } }, { quiet: true })
          }
        }}
      />
      {guide ? (
        <Disclosure summary={<span>{t.howItGoes}</span>}>
          <p className="ap-text">{inLocale(guide.inPractice, locale)}</p>
          <h4 className="ap-mini-title">{t.materials}</h4>
          <ul className="ap-bullets">
            {guide.materials.map((text) => (
              <li key={text.en}>{inLocale(text, locale)}</li>
            ))}
          </ul>
          <h4 className="ap-mini-title">{t.pitfalls}</h4>
          <ul className="ap-bullets">
            {guide.pitfalls.map((text) => (
              <li key={text.en}>{inLocale(text, locale)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {fieldsOfRecipe(activity.recipeId).map((field) => (
        <RecipeFieldControl key={field.key} activity={activity} field={field} disabled={disabled} />
      ))}
    </Section>
  )
}
