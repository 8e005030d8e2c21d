import { readActivity, type Activity } from './activity.ts'
import type { BoardDocument } from './board-document.ts'
import {
  readExperiment,
  readPartner,
  readPerson,
  readPlace,
  readPurchaseRequest,
  readRelation,
  readTargetGroup,
  type Experiment,
  type Partner,
  type Person,
  type Place,
  type PurchaseRequest,
  type Relation,
  type TargetGroup,
} from './board-lists.ts'
import { readCollectionPart, type CollectionPart } from './collection-part.ts'
import { readConnection, type Connection } from './connection.ts'
import type { EntityKind } from './entity-kinds.ts'
import { entityRecord } from './entity-record.ts'
import { readMessage, type Message } from './message.ts'
import type { RawEntity } from './raw-entity.ts'
import { readScriptStep, type ScriptStep } from './script-step.ts'

/** What an entity of each kind looks like to a screen. */
export interface Snapshots {
  places: Place
  people: Person
  targetGroups: TargetGroup
  collectionParts: CollectionPart
  purchaseRequests: PurchaseRequest
  activities: Activity
  connections: Connection
  messages: Message
  steps: ScriptStep
  relations: Relation
  experiments: Experiment
  partners: Partner
}

const READERS: { readonly [K in EntityKind]: (id: string, record: RawEntity, gone: boolean) => Snapshots[K] } = {
  places: readPlace,
  people: readPerson,
  targetGroups: readTargetGroup,
  collectionParts: readCollectionPart,
  purchaseRequests: readPurchaseRequest,
  activities: readActivity,
  connections: readConnection,
  messages: readMessage,
  steps: readScriptStep,
  relations: readRelation,
  experiments: readExperiment,
  partners: readPartner,
}

/** Reads one entity as it stands now; `undefined` where it was never made. Those in the bin carry `gone`. */
export function readEntity<K extends EntityKind>(board: BoardDocument, kind: K, id: string): Snapshots[K] | undefined {
  const record = entityRecord(board, kind, id)
  return record === undefined ? undefined : READERS[kind](id, record, board.entities[kind].isGone(id))
}
