import { describe, expect, it } from 'vitest'
import { isPlainDate } from '../calendar/plain-date.ts'
import { channelOf } from './channels.ts'
import { connectionKindOf } from './connection-kinds.ts'
import english from './demo-board.en.json' with { type: 'json' }
import dutch from './demo-board.nl.json' with { type: 'json' }
import { disciplineOf } from './disciplines.ts'
import { layerOf } from './layers.ts'
import { checklistItemOf } from './marketing-checklist.ts'
import { measureOf } from './measures.ts'
import { messageStateOf } from './message-states.ts'
import { partnerKindOf } from './partner-kinds.ts'
import { outcomeOf, phaseOf } from './phases.ts'
import { placeKindOf } from './place-kinds.ts'
import { reachOf } from './reach.ts'
import { fieldsOfRecipe } from './recipe-fields.ts'
import { recipeOf } from './recipes.ts'
import { relationKindOf } from './relation-kinds.ts'
import { roleOf } from './roles.ts'
import { targetGroupOf } from './target-groups.ts'
import { themeOf } from './themes.ts'
import { valueOf } from './values.ts'

const unknown = (ids: readonly string[], find: (id: string) => unknown) => [
  ...new Set(ids.filter((id) => find(id) === undefined)),
]

describe.each([
  ['nl', dutch],
  ['en', english],
])('the worked example year in %s', (_, board) => {
  const { activities, messages, connections, people } = board
  it('has the size it promises', () => {
    expect(activities).toHaveLength(67)
    expect(board.collectionParts).toHaveLength(110)
    expect(connections).toHaveLength(176)
    expect(messages).toHaveLength(265)
    expect(board.targetGroups).toHaveLength(30)
    expect(board.today).toBe('2027-06-14')
    expect(activities.filter((one) => one.start !== null && !isPlainDate(one.start))).toEqual([])
  })

  it('[DL3] uses only what the lists have', () => {
    expect(
      unknown(
        activities.map((one) => one.recipeId),
        recipeOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.map((one) => one.phase),
        phaseOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.targetGroupIds),
        targetGroupOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.valueIds),
        valueOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.themeIds),
        themeOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.layerIds),
        layerOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.owners.map((owner) => owner.discipline)),
        disciplineOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.owners.map((owner) => owner.roleId)),
        roleOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => one.measures.map((measure) => measure.measureId)),
        measureOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        activities.flatMap((one) => Object.keys(one.marketingChecklist)),
        checklistItemOf,
      ),
    ).toEqual([])
    const learned = activities.flatMap((one) => ('learning' in one && one.learning ? [one.learning.outcome] : []))
    expect(unknown(learned, outcomeOf)).toEqual([])
    expect(
      unknown(
        messages.map((message) => message.channelId),
        channelOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        messages.map((message) => message.state),
        messageStateOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        messages.map((message) => message.discipline),
        disciplineOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        connections.map((connection) => connection.kind),
        connectionKindOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        people.map((person) => person.discipline),
        disciplineOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        people.map((person) => person.roleId),
        roleOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.targetGroups.map((group) => group.id),
        targetGroupOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.targetGroups.map((group) => group.reach),
        reachOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.places.map((place) => place.kind),
        placeKindOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.partners.map((partner) => partner.kindId),
        partnerKindOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.relations.map((relation) => relation.kind),
        relationKindOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        board.experiments.flatMap((one) => one.measureIds),
        measureOf,
      ),
    ).toEqual([])
  })

  it('[DL3] fills in only fields of the recipe, and only choices they have', () => {
    const wrong = activities.flatMap(({ id, recipeId, fields }) => {
      const known = new Map(fieldsOfRecipe(recipeId).map((field) => [field.key, field]))
      return Object.entries(fields ?? {}).flatMap(([key, value]) => {
        const field = known.get(key)
        if (field === undefined) return [`${id}: ${recipeId} has no field ${key}`]
        const fits = field.options === undefined || field.options.some((option) => option.id === value)
        return fits ? [] : [`${id}: ${key} has no choice ${JSON.stringify(value)}`]
      })
    })
    expect(wrong).toEqual([])
  })
})
