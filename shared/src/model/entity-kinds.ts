/** The kinds of things a board holds; each is a root map of the document and a list of the board file. */
export const ENTITY_KINDS = [
  'places',
  'people',
  'targetGroups',
  'collectionParts',
  'purchaseRequests',
  'activities',
  'connections',
  'messages',
  'steps',
  'relations',
  'experiments',
  'partners',
] as const

/** The name of one root map of entities. */
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** How the keys below a field are put together again; a field that is not listed is one value. */
export type FieldShape = 'set' | 'record' | 'keyed'

/**
 * The fields that several people may edit at once, side by side.
 *
 * Shape: `set` is an ordered list of ids, one key per member; `record` an object, one key per property; `keyed` a list
 * of objects, one key per object (see {@link memberKey}).
 */
export const FIELD_SHAPES: Partial<Record<EntityKind, Readonly<Record<string, FieldShape>>>> = {
  activities: {
    targetGroupIds: 'set',
    valueIds: 'set',
    themeIds: 'set',
    layerIds: 'set',
    partnerIds: 'set',
    owners: 'keyed',
    measures: 'keyed',
    fields: 'record',
    marketingChecklist: 'record',
  },
  connections: { valueIds: 'set' },
  experiments: { activityIds: 'set', measureIds: 'set', entries: 'keyed' },
}

/** The key under which one object of a `keyed` field is kept, derived from what it says, so that two equal ones are one. */
export function memberKey(field: string, member: unknown, index: number): string {
  if (typeof member === 'object' && member !== null) {
    const record = member as Record<string, unknown>
    if (field === 'owners' && typeof record['discipline'] === 'string') return record['discipline']
    if (field === 'measures' && typeof record['measureId'] === 'string') return record['measureId']
    if (typeof record['id'] === 'string') return record['id']
  }
  return String(index)
}
