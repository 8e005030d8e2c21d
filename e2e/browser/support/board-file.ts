/** A thing of the board file: an id and whatever else. */
export type Entity = { readonly id: string } & Readonly<Record<string, unknown>>

/** A board file, as far as these tests look into it. */
export interface BoardFile {
  readonly format: 'schakelbord-board'
  readonly version: 1
  readonly board: Readonly<Record<string, unknown>>
  readonly today?: string
  readonly targetGroups: readonly Entity[]
  readonly collectionParts: readonly Entity[]
  readonly activities: readonly Entity[]
  readonly connections: readonly Entity[]
  readonly messages: readonly Entity[]
  readonly steps?: readonly Entity[]
  readonly [key: string]: unknown
}

/** The three target groups of {@link smallBoard}, by the names on its lanes. */
export const GROUP = { toddlers: 'Peuters', teens: 'Tieners', elders: 'Ouderen' } as const

/**
 * A board of four cards whose today is Wednesday 10 March 2027, so that its first quarter is on screen.
 *
 * Shape: `poems` stands on 16–17 March for toddlers with two messages (one locked) and one book; `quiz` on 9 February
 * for teens; `walk` on 3 March for elders; `choir` has no date.
 */
export function smallBoard(title = 'Proefbord'): BoardFile {
  return {
    format: 'schakelbord-board',
    version: 1,
    board: {
      title,
      library: 'Bibliotheek Proef',
      period: { from: '2027-01-01', to: '2027-12-31' },
      timeZone: 'Europe/Amsterdam',
      locale: 'nl',
      holidayRegion: 'midden',
    },
    today: '2027-03-10',
    places: [{ id: 'b-centre', name: 'Centrum', kind: 'branch' }],
    people: [{ id: 'p-ann', name: 'Ann de Boer', initials: 'AB', discipline: 'programming', roleId: 'programmer' }],
    targetGroups: [
      { id: 'g-toddlers', name: GROUP.toddlers, reach: 'reached', segmentCodes: [] },
      { id: 'g-teens', name: GROUP.teens, reach: 'thin', segmentCodes: [] },
      { id: 'g-elders', name: GROUP.elders, reach: 'reached', segmentCodes: [] },
    ],
    collectionParts: [
      {
        id: 'i-oorlogswinter',
        kind: 'title',
        title: 'Oorlogswinter',
        creators: ['Jan Terlouw'],
        isbn: '9789047750468',
      },
      { id: 'i-spreeuw', kind: 'title', title: 'De spreeuw', creators: ['Bette Westera'] },
      { id: 'i-atlas', kind: 'theme-collection', title: 'Kasten vol kaarten' },
    ],
    purchaseRequests: [],
    activities: [
      activity('poems', 'Poëzie voor peuters', 'g-toddlers', 'poezee', '2027-03-16', '2027-03-17'),
      activity('quiz', 'Stripquiz', 'g-teens', 'general-programme', '2027-02-09', '2027-02-09'),
      activity('walk', 'Verhalenwandeling', 'g-elders', 'general-programme', '2027-03-03', '2027-03-03'),
      { ...activity('choir', 'Koor zonder datum', 'g-elders', 'general-programme'), phase: 'idea' },
    ],
    connections: [{ id: 'poems:i-spreeuw', activityId: 'poems', partId: 'i-spreeuw', kind: 'heart', valueIds: [] }],
    messages: [message('poems-web', '2027-03-02', false), message('poems-print', '2027-02-16', true)],
    relations: [],
    experiments: [],
    partners: [],
  }
}

function activity(id: string, title: string, group: string, recipeId: string, start?: string, end?: string): Entity {
  const dates = start === undefined ? {} : { start, end }
  return {
    id,
    recipeId,
    title,
    summary: '',
    phase: 'pencilled',
    public: true,
    ...dates,
    times: [],
    targetGroupIds: [group],
    valueIds: ['topicality'],
    themeIds: [],
    layerIds: [],
    partnerIds: [],
    owners: [],
    fields: {},
    measures: [],
  }
}

function message(id: string, publishOn: string, locked: boolean): Entity {
  return {
    id,
    activityId: 'poems',
    channelId: 'website-agenda',
    publishOn,
    copyDue: null,
    discipline: 'marketing',
    state: 'planned',
    locked,
  }
}
