import { describe, expect, it } from 'vitest'
import { locales } from '../calendar/locale.ts'
import { channelKinds, channelOf, channels, disciplineOfChannel } from './channels.ts'
import { commonFieldOf, commonFields } from './common-fields.ts'
import { connectionKindOf, connectionKinds, defaultConnectionKind } from './connection-kinds.ts'
import { disciplineOf, disciplines, isDisciplineId } from './disciplines.ts'
import { certainties, holidayRegions, layerKinds, layerOf, layers } from './layers.ts'
import { checklistItemOf, marketingChecklist, marketingTips } from './marketing-checklist.ts'
import { measureOf, measures } from './measures.ts'
import { messageStateOf, messageStates } from './message-states.ts'
import { normKinds, normOf, norms } from './norms.ts'
import { partnerKindOf, partnerKinds } from './partner-kinds.ts'
import { hasReached, mainLine, outcomeOf, outcomes, phaseOf, phases } from './phases.ts'
import { placeKindOf, placeKinds } from './place-kinds.ts'
import { reaches, reachOf } from './reach.ts'
import { recipeOf, recipes } from './recipes.ts'
import { relationKindOf, relationKinds } from './relation-kinds.ts'
import { guideOfRole } from './role-guides.ts'
import { disciplineOfRole, permissionLevels, roleOf, roles } from './roles.ts'
import { targetGroupDimensions, targetGroupOf, targetGroupRules, targetGroups } from './target-groups.ts'
import { themeOf, themes } from './themes.ts'
import { valueOf, values } from './values.ts'

type Listed = { readonly id: string }

const lists: readonly [name: string, count: number, list: readonly Listed[], find?: (id: string) => unknown][] = [
  ['certainties', 6, certainties],
  ['channel kinds', 7, channelKinds],
  ['channels', 26, channels, channelOf],
  ['common fields', 19, commonFields.map((field) => ({ ...field, id: field.key }))],
  ['connection kinds', 10, connectionKinds, connectionKindOf],
  ['disciplines', 9, disciplines, disciplineOf],
  ['holiday regions', 3, holidayRegions],
  ['layer kinds', 9, layerKinds],
  ['layers', 68, layers, layerOf],
  ['marketing checklist', 7, marketingChecklist, checklistItemOf],
  ['marketing tips', 5, marketingTips],
  ['measures', 18, measures, measureOf],
  ['message states', 4, messageStates, messageStateOf],
  ['norm kinds', 5, normKinds],
  ['norms', 17, norms, normOf],
  ['outcomes', 5, outcomes, outcomeOf],
  ['partner kinds', 18, partnerKinds, partnerKindOf],
  ['permission levels', 3, permissionLevels],
  ['phases', 9, phases, phaseOf],
  ['place kinds', 3, placeKinds, placeKindOf],
  ['reaches', 3, reaches, reachOf],
  ['recipes', 8, recipes, recipeOf],
  ['relation kinds', 12, relationKinds, relationKindOf],
  ['roles', 16, roles, roleOf],
  ['target group dimensions', 7, targetGroupDimensions],
  ['target groups', 30, targetGroups, targetGroupOf],
  ['themes', 9, themes, themeOf],
  ['values', 9, values, valueOf],
]

const unknown = (ids: readonly string[], find: (id: string) => unknown) => ids.filter((id) => find(id) === undefined)
const named = (list: readonly Listed[]) => new Set(list.map((entry) => entry.id))

/** Every text in a value that is there in one language, with the path to it. */
function bilingualsIn(value: unknown, path: string): { path: string; text: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const own = entries.some(([key]) => key === 'nl' || key === 'en') ? [{ path, text: Object.fromEntries(entries) }] : []
  return [...own, ...entries.flatMap(([key, inner]) => bilingualsIn(inner, `${path}.${key}`))]
}

describe.each(lists)('the list of %s', (name, count, list) => {
  it(`[DL1] has ${count} entries, each with an id of its own`, () => {
    expect(list).toHaveLength(count)
    expect(new Set(list.map((entry) => entry.id)).size).toBe(count)
    expect(list.filter((entry) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(entry.id))).toEqual([])
  })

  it('[DL1] says everything in both languages', () => {
    const texts = bilingualsIn(list, name)
    expect(texts.length).toBeGreaterThanOrEqual(count)
    const lacking = texts.filter(({ text }) =>
      locales.some(
        (locale) => typeof text[locale] !== 'string' || text[locale].trim() !== text[locale] || !text[locale],
      ),
    )
    expect(lacking).toEqual([])
    expect(texts.filter(({ text }) => Object.keys(text).length !== locales.length)).toEqual([])
  })
})

const findable = lists.flatMap(([name, , list, find]) => (find === undefined ? [] : [{ name, list, find }]))

describe.each(findable)('the list of $name', ({ list, find }) => {
  it('[DL2] is found by id, and an unknown id finds nothing', () => {
    for (const entry of list) expect(find(entry.id)).toBe(entry)
    for (const id of ['', 'no-such-id', 'constructor', '__proto__']) expect(find(id)).toBeUndefined()
  })
})

describe('what the lists say about each other', () => {
  it('[DL1] names roles, disciplines, values, channels, recipes and target groups that exist', () => {
    expect(
      unknown(
        roles.map((role) => role.discipline),
        disciplineOf,
      ),
    ).toEqual([])
    expect(roles.filter((role) => guideOfRole(role.id) === undefined)).toEqual([])
    expect(
      unknown(
        channels.map((channel) => channel.ownerRole),
        roleOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        themes.flatMap((theme) => theme.valueIds),
        valueOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        marketingChecklist.flatMap((item) => item.suggestedChannels),
        channelOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        layers.flatMap((layer) => layer.recipeHints),
        recipeOf,
      ),
    ).toEqual([])
    expect(
      unknown(
        layers.flatMap((layer) => layer.targetGroupHints),
        targetGroupOf,
      ),
    ).toEqual([])
    expect(unknown([defaultConnectionKind], connectionKindOf)).toEqual([])
  })

  it('[DL1] uses only kinds that have a name', () => {
    expect(named(channelKinds)).toEqual(new Set(channels.map((channel) => channel.kind)))
    expect(named(layerKinds)).toEqual(new Set(layers.map((layer) => layer.kind)))
    expect(named(targetGroupDimensions)).toEqual(new Set(targetGroups.map((group) => group.dimension)))
    expect(norms.filter((norm) => !named(normKinds).has(norm.kind))).toEqual([])
    expect(roles.filter((role) => !named(permissionLevels).has(role.defaultPermission))).toEqual([])
  })

  it('knows whose work a role and a channel are, also where the id is unknown', () => {
    expect(disciplineOfRole('connector')).toBe('hybrid')
    expect(disciplineOfRole('no-such-role')).toBe('programming')
    expect(disciplineOfChannel('front-desk-script')).toBe('frontline')
    expect(disciplineOfChannel('no-such-channel')).toBe('marketing')
    expect(isDisciplineId('frontline')).toBe(true)
    expect(isDisciplineId('lane')).toBe(false)
    expect(isDisciplineId(undefined)).toBe(false)
  })

  it('asks for a field from a phase of the main line on', () => {
    expect(commonFields.filter((field) => field.askedFrom !== null && phaseOf(field.askedFrom) === undefined)).toEqual(
      [],
    )
    expect(commonFieldOf('targetGroupIds')?.askedFrom).toBe('proposed')
    expect(commonFieldOf('no-such-field')).toBeUndefined()
    expect(mainLine.map((phase) => hasReached(phase.id, 'firm'))).toEqual([false, false, false, true, true, true, true])
    expect(hasReached('cancelled', 'idea')).toBe(false)
    expect(hasReached('no-such-phase', 'idea')).toBe(false)
  })

  it('wants a reason exactly beside the main line, and publishes only what is settled', () => {
    expect(phases.filter((phase) => phase.needsReason).map((phase) => phase.id)).toEqual(['not-this-year', 'cancelled'])
    expect(phases.filter((phase) => phase.publicPossible).map((phase) => phase.id)).toEqual([
      'firm',
      'announced',
      'held',
      'learned',
    ])
  })

  it('has a norm value that fits its operator', () => {
    const wrong = norms.filter(({ operator, value }) => {
      if (operator === 'report') return value !== null
      if (operator === 'range') return typeof value !== 'object' || value === null || value[0] >= value[1]
      return typeof value !== 'number'
    })
    expect(wrong).toEqual([])
  })

  it('counts days as whole days from nought, and ages in order', () => {
    for (const { publishLeadDays, copyLeadDays, runDays } of channels) {
      for (const days of [publishLeadDays, copyLeadDays, runDays])
        expect(Number.isInteger(days) && days >= 0).toBe(true)
    }
    for (const { ageMin, ageMax } of targetGroups) expect((ageMin ?? 0) <= (ageMax ?? 999)).toBe(true)
  })

  it('gives rules for choosing a target group in both languages', () => {
    expect(bilingualsIn(targetGroupRules, 'rules')).toHaveLength(4)
  })
})
