import type { RecipeId } from './recipes.ts'

/*
 * How these were chosen: the channels that the worked example year uses most for each recipe, four to six of them; of
 * channels used equally often, those that suit the recipe (a window poster for poems, a community's own chat for a
 * language block). The planning session is internal, and the example year tells of it on the intranet only.
 */
const channelsByRecipe: Readonly<Record<RecipeId, readonly string[]>> = {
  'purchase-request-event': ['website-agenda', 'newsletter', 'narrowcasting', 'instagram', 'front-desk-script'],
  'speaker-favourites': ['website-agenda', 'newsletter', 'narrowcasting', 'instagram', 'front-desk-script'],
  'presentation-block': ['website-agenda', 'messaging-community', 'facebook', 'in-branch-display', 'front-desk-script'],
  poezee: ['website-agenda', 'window-poster', 'instagram', 'local-broadcaster', 'front-desk-script'],
  'book-matchmaker': ['website-agenda', 'poster-a3', 'partner-newsletter', 'instagram', 'front-desk-script'],
  'guest-collection': ['website-agenda', 'facebook', 'press-local-weekly', 'in-branch-display', 'front-desk-script'],
  'general-programme': [
    'website-agenda',
    'poster-a3',
    'school-mail',
    'facebook',
    'in-branch-display',
    'front-desk-script',
  ],
  'planning-session': ['intranet'],
}

const channelsById = new Map<string, readonly string[]>(Object.entries(channelsByRecipe))

/** The ids of the channels whose messages an activity of a recipe starts with; none for a recipe the list does not have. */
export function messagesOfRecipe(recipeId: string): readonly string[] {
  return channelsById.get(recipeId) ?? []
}
