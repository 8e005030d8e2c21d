import type { ContenderId } from '../contenders/contender.ts'
import { loadRows, measureLoad, type Load } from './load-scenario.ts'
import type { Scenario, Target } from './scenario.ts'

const everyone: readonly ContenderId[] = ['ours', 'bare', 'y-memory', 'y-leveldb', 'hocuspocus']
/** Those that are relays; the bare broadcast is only the limit of what `ws` can do. */
const relays: readonly ContenderId[] = ['y-memory', 'y-leveldb', 'hocuspocus']

/** At most a multiple of the best peer's figure. */
function atMost(figure: string, factor: number, plus = 0): Target {
  const says = `≤ ${factor === 1 ? '' : `${factor} × `}the best peer’s${plus === 0 ? '' : ` + ${plus} ms`}`
  return { figure, beside: relays, says, holds: (ours, best) => ours <= factor * best + plus }
}

const allArrives: Target = { figure: 'arrivedPercent', says: 'all', holds: (ours) => ours >= 100 }

function scenario(id: string, says: string, load: Omit<Load, 'seconds'>, targets: readonly Target[]): Scenario {
  return {
    id,
    says,
    contenders: everyone,
    rows: loadRows,
    targets,
    measure: async (contender, { seconds }) => ({ ...(await measureLoad(contender, { ...load, seconds })) }),
  }
}

const oneRoom = { rooms: 1, what: 'edits' } as const

const oneWriter = ([30, 100, 300] as const).map((people) =>
  scenario(
    `writer-${people}`,
    `${people} people in one room, one of them writes 20 edits a second`,
    { ...oneRoom, peoplePerRoom: people, writersPerRoom: 1, perSecond: 20 },
    [atMost('cpuPerThousand', 1), atMost('delayMedian', 1, 10)],
  ),
)

/** The rows of the table that are a load on an open room. */
export const loadScenarios: readonly Scenario[] = [
  scenario(
    'people-100',
    '100 people in one room, each 2 edits a second',
    { ...oneRoom, peoplePerRoom: 100, writersPerRoom: 100, perSecond: 2 },
    [
      atMost('cpuPerThousand', 0.65),
      {
        figure: 'cpuPerThousand',
        beside: ['bare'],
        says: '≤ the bare broadcast’s',
        holds: (ours, bare) => ours <= bare,
      },
      atMost('delayMedian', 0.5),
      atMost('delayP99', 0.5),
    ],
  ),
  scenario(
    'people-300',
    '300 people in one room, each 2 edits a second',
    { ...oneRoom, peoplePerRoom: 300, writersPerRoom: 300, perSecond: 2 },
    [allArrives, atMost('cpuPerThousand', 0.6), atMost('delayP99', 0.5)],
  ),
  ...oneWriter,
  scenario(
    'rooms-500',
    '500 rooms of 4 people, each 1 edit a second',
    { rooms: 500, what: 'edits', peoplePerRoom: 4, writersPerRoom: 4, perSecond: 1 },
    [atMost('cpuPerThousand', 0.95), { figure: 'delayMedian', says: '≤ 12 ms', holds: (ours) => ours <= 12 }],
  ),
  scenario(
    'cursors-100',
    '100 pointers in one room, each 10 times a second',
    { ...oneRoom, what: 'cursors', peoplePerRoom: 100, writersPerRoom: 100, perSecond: 10 },
    [atMost('cpuPerThousand', 0.2), atMost('delayP99', 0.7)],
  ),
]
