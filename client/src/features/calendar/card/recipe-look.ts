import { Circle, CalendarCheck, Link2, Mic, Plus, Presentation, UsersRound, Waves, type LucideIcon } from 'lucide-react'

/** How a recipe looks on the board: a colour of the theme and a picture. */
export interface RecipeLook {
  readonly colour: string
  readonly Icon: LucideIcon
}

const free: RecipeLook = { colour: 'var(--recipe-free)', Icon: Circle }

const looks: Readonly<Record<string, RecipeLook>> = {
  'purchase-request-event': { colour: 'var(--recipe-purchase-requests)', Icon: Plus },
  'speaker-favourites': { colour: 'var(--recipe-speaker-favourite)', Icon: Mic },
  'book-matchmaker': { colour: 'var(--recipe-matchmaker)', Icon: Link2 },
  poezee: { colour: 'var(--recipe-poezee)', Icon: Waves },
  'presentation-block': { colour: 'var(--recipe-display)', Icon: Presentation },
  'guest-collection': { colour: 'var(--recipe-display)', Icon: UsersRound },
  'planning-session': { colour: 'var(--recipe-free)', Icon: CalendarCheck },
}

/** The look of a recipe; one that this program does not know looks free. */
export function recipeLookOf(recipeId: string): RecipeLook {
  return looks[recipeId] ?? free
}
