import * as Y from 'yjs'
import { Random } from '../measure/random.ts'
import { canonical, type Card, type Edit } from './card.ts'
import { makeYear } from './made-up-year.ts'
import type { Shape } from './shapes/shape.ts'

/** Two people at once on two devices, and what must be there when both have met. */
export interface Meeting {
  readonly id: string
  readonly says: string
  /** Plays it and tells what was lost; empty when nothing was. */
  play(shape: Shape): readonly string[]
}

const [card] = makeYear(new Random(7), 1) as [Card]

/** Both have the card; each makes edits; they meet. */
function afterEdits(shape: Shape, birth: Card, mine: readonly Edit[], theirs: readonly Edit[]): Card | undefined {
  const [a, b] = twoDocs()
  shape.create(a, birth)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  for (const edit of mine) shape.edit(a, edit)
  for (const edit of theirs) shape.edit(b, edit)
  return meet(shape, a, b)
}

function twoDocs(): readonly [Y.Doc, Y.Doc] {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].clientID = 11
  docs[1].clientID = 22
  return docs
}

function meet(shape: Shape, a: Y.Doc, b: Y.Doc): Card | undefined {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  const [mine, theirs] = [shape.readAll(a).get(card.id), shape.readAll(b).get(card.id)]
  if (mine && theirs && canonical(mine) !== canonical(theirs))
    throw new Error(`The shape ${shape.id} does not converge`)
  return mine
}

const { id } = card

/** What two people do at once on any Tuesday. */
export const meetings: readonly Meeting[] = [
  {
    id: 'two-fields',
    says: 'one changes the title, the other the phase',
    play: (shape) => {
      const after = afterEdits(
        shape,
        card,
        [{ id, kind: 'title', title: 'mine' }],
        [{ id, kind: 'phase', phase: 'theirs' }],
      )
      return [...(after?.title === 'mine' ? [] : ['title']), ...(after?.phase === 'theirs' ? [] : ['phase'])]
    },
  },
  {
    id: 'two-small-fields',
    says: 'one counts the visitors, the other changes the phase',
    play: (shape) => {
      const after = afterEdits(
        shape,
        card,
        [{ id, kind: 'attendance', attendance: 1234 }],
        [{ id, kind: 'phase', phase: 'theirs' }],
      )
      return [...(after?.attendance === 1234 ? [] : ['attendance']), ...(after?.phase === 'theirs' ? [] : ['phase'])]
    },
  },
  {
    id: 'two-ticks',
    says: 'each ticks another item of one list',
    play: (shape) => {
      const after = afterEdits(
        shape,
        { ...card, marketingChecklist: {} },
        [{ id, kind: 'check', item: 'mine', checked: true }],
        [{ id, kind: 'check', item: 'theirs', checked: true }],
      )
      return ['mine', 'theirs'].filter((item) => after?.marketingChecklist[item] !== true)
    },
  },
  {
    id: 'two-moves',
    says: 'one moves the card to another day, the other to another lane',
    play: (shape) => {
      const before = { start: '2027-03-01', end: '2027-03-02', groupId: 'group-1', placeId: card.placeId }
      const onDay = { ...before, start: '2027-09-01', end: '2027-09-02' }
      const inLane = { ...before, groupId: 'group-2' }
      const after = afterEdits(
        shape,
        { ...card, ...before },
        [{ id, kind: 'place', ...onDay }],
        [{ id, kind: 'place', ...inLane }],
      )
      const whole = [onDay, inLane].some(({ start, groupId }) => after?.start === start && after.groupId === groupId)
      return whole ? [] : ['mixed: a place nobody chose']
    },
  },
  {
    id: 'made-twice',
    says: 'both make the same thing (an id derived from what it joins) and each goes on with it',
    play: (shape) => {
      const [a, b] = twoDocs()
      shape.create(a, card)
      shape.create(b, card)
      shape.edit(a, { id, kind: 'title', title: 'mine' })
      shape.edit(b, { id, kind: 'phase', phase: 'theirs' })
      const after = meet(shape, a, b)
      return [...(after?.title === 'mine' ? [] : ['title']), ...(after?.phase === 'theirs' ? [] : ['phase'])]
    },
  },
]
