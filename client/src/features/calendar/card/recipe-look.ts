import { FREE_RECIPE_ID } from '@schakelbord/shared/model/activity'
import { Circle, CalendarCheck, Link2, Mic, Plus, Presentation, UsersRound, Waves, type LucideIcon } from 'lucide-react'

/** How a recipe looks on the board: a colour of the theme and a picture. */
export interface RecipeLook {
  readonly colour: string
  readonly Icon: LucideIcon
}

const icons: Readonly<Record<string, LucideIcon>> = {
  'purchase-request-event': Plus,
  'speaker-favourites': Mic,
  'book-matchmaker': Link2,
  poezee: Waves,
  'presentation-block': Presentation,
  'guest-collection': UsersRound,
  'planning-session': CalendarCheck,
}
const looks = new Map<string, RecipeLook>()

/** The look of a recipe; one that this program does not know looks free. */
export function recipeLookOf(recipeId: string): RecipeLook {
  let look = looks.get(recipeId)
  if (look === undefined) {
    const known = Object.hasOwn(icons, recipeId) && recipeId !== 'planning-session'
    const colour = `var(--recipe-${known ? recipeId : FREE_RECIPE_ID})`
    look = { colour, Icon: icons[recipeId] ?? Circle }
    looks.set(recipeId, look)
  }
  return look
}
