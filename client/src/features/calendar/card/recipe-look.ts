import { FREE_RECIPE_ID } from '@schakelbord/shared/model/activity'

/** How a recipe looks on the board: a colour of the theme and a picture. */
export interface RecipeLook {
  /** Gives the element and all in it the recipe's colour as `--hue`. */
  readonly hueClass: string
  readonly glyph: string
}

const circle = 'M22 12a10 10 0 1 1-20 0a10 10 0 0 1 20 0z'

const glyphs: Readonly<Record<string, string>> = {
  // A plus.
  'purchase-request-event': 'M5 12h14M12 5v14',
  // A microphone.
  'speaker-favourites': 'M12 19v3M19 10v2a7 7 0 0 1-14 0v-2M12 2a3 3 0 0 1 3 3v7a3 3 0 0 1-6 0V5a3 3 0 0 1 3-3z',
  // Two links.
  'book-matchmaker': 'M9 17H7A5 5 0 0 1 7 7h2M15 7h2a5 5 0 1 1 0 10h-2M8 12h8',
  // Waves.
  poezee:
    'M2 9c.6.5 1.2 1 2.5 1C7 10 7 8 9.5 8c2.6 0 2.4 2 5 2 2.5 0 2.5-2 5-2 1.3 0 1.9.5 2.5 1M2 16c.6.5 1.2 1 2.5 1 2.5 0 2.5-2 5-2 2.6 0 2.4 2 5 2 2.5 0 2.5-2 5-2 1.3 0 1.9.5 2.5 1',
  // A table on a foot.
  'presentation-block': 'M2 3h20M21 3v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3M7 21l5-5 5 5',
  // People.
  'guest-collection':
    'M18 21a8 8 0 0 0-16 0M15 8a5 5 0 1 1-10 0a5 5 0 0 1 10 0zM22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3',
  // A ticked calendar.
  'planning-session':
    'M8 2v3M16 2v3M3 9h18M9 15l2 2 4-4M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
}
const coloured = new Set(Object.keys(glyphs).filter((id) => id !== 'planning-session'))
const looks = new Map<string, RecipeLook>()

/** The look of a recipe; one that this program does not know looks free. */
export function recipeLookOf(recipeId: string): RecipeLook {
  let look = looks.get(recipeId)
  if (look === undefined) {
    const hueClass = `hue-${coloured.has(recipeId) ? recipeId : FREE_RECIPE_ID}`
    look = { hueClass, glyph: Object.hasOwn(glyphs, recipeId) ? (glyphs[recipeId] ?? circle) : circle }
    looks.set(recipeId, look)
  }
  return look
}
