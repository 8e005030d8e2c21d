import type { Activity, Phase } from '../model/activity.ts'
import type { Connection } from '../model/connection.ts'
import type { Message } from '../model/message.ts'
import type { RecipeField } from '../domain/recipe-fields.ts'

/** What an activity could still say; never an error. */
export interface OpenQuestion {
  readonly id:
    | 'title'
    | 'why'
    | 'targetGroup'
    | 'owners'
    | 'start'
    | 'place'
    | 'collection'
    | 'channels'
    | 'measures'
    | 'attendance'
    | 'lookBack'
    | 'field'
  /** The key of the recipe's field, for `field`. */
  readonly field?: string
}

const LINE: readonly Phase[] = ['idea', 'proposed', 'pencilled', 'firm', 'announced', 'held', 'learned']

/** What the phase of an activity asks for and is still empty. Beside the main line nothing is asked any more. */
export function openQuestionsOf(
  activity: Activity,
  hanging: { readonly connections: readonly Connection[]; readonly messages: readonly Message[] },
  recipeFields: readonly RecipeField[] = [],
): readonly OpenQuestion[] {
  const reached = LINE.indexOf(activity.phase)
  if (reached < 0) return []
  const questions: OpenQuestion[] = []
  const ask = (from: Phase, id: OpenQuestion['id'], empty: boolean, field?: string): void => {
    if (empty && reached >= LINE.indexOf(from)) questions.push(field === undefined ? { id } : { id, field })
  }
  ask('idea', 'title', activity.title.trim() === '')
  ask('idea', 'targetGroup', activity.targetGroupIds.length === 0)
  ask('idea', 'why', activity.valueIds.length === 0)
  ask('proposed', 'owners', !hasOwner(activity, 'collection') || activity.owners.length < 2)
  ask('firm', 'start', activity.start === null)
  ask('firm', 'place', activity.placeId === null)
  ask('firm', 'collection', hanging.connections.length === 0)
  ask('firm', 'channels', hanging.messages.length === 0)
  ask('firm', 'measures', activity.measures.length === 0)
  for (const field of recipeFields) {
    if (field.askedFrom !== null) ask(field.askedFrom, 'field', isEmpty(activity.fields[field.key]), field.key)
  }
  ask('held', 'attendance', activity.attendance === null)
  ask('learned', 'lookBack', activity.learning === null || activity.learning.learned.length === 0)
  return questions
}

function hasOwner(activity: Activity, discipline: string): boolean {
  return activity.owners.some((owner) => owner.discipline === discipline)
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) && value.length === 0
}
