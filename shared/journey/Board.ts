// The board as plain data: what every reader (canvas, layout, table, exports) works with. Records are immutable;
// a changed entity is a new object, an unchanged one stays the same object.
import type { CardFieldsOf, CardKind } from './cards/cardKinds.ts'
import type { Cluster, ClusterId } from './clusters.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from './ids.ts'
import type { LaneKind } from './lanes.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Journey {
  readonly id: JourneyId
  readonly title: string
  readonly objective: string
  readonly successMeasure: string
  readonly state: 'as-is' | 'to-be'
  readonly persona: CardId | null
  /** Upper left corner of the map on the canvas. */
  readonly place: Point
}

export interface Stage {
  readonly id: StageId
  readonly journeyId: JourneyId
  readonly order: string
  readonly name: string
  readonly period: string
  readonly columns: number
}

export interface Lane {
  readonly id: LaneId
  readonly journeyId: JourneyId
  readonly order: string
  readonly kind: LaneKind
  /** As typed; empty means the label of the kind. */
  readonly title: string
}

/** A place in the map: the cell of a stage and a lane, and where in the cell's order. */
export interface CellPlace {
  readonly journeyId: JourneyId
  readonly stageId: StageId
  readonly laneId: LaneId
  readonly order: string
}
/** In a cell of a map, or free on the canvas (parking lot) at a point. */
export type Place = CellPlace | Point

export interface CardOf<Kind extends CardKind> {
  readonly id: CardId
  readonly kind: Kind
  readonly place: Place
  readonly fields: CardFieldsOf<Kind>
}
export type Card = { [Kind in CardKind]: CardOf<Kind> }[CardKind]

export interface EmotionReading {
  /** −2 … +2 */
  readonly value: number
  readonly reason: string
}

/** One participant's readings of one journey as one persona feels it (null: no persona chosen). */
export interface EmotionEntry {
  readonly id: string
  readonly journeyId: JourneyId
  readonly personaId: CardId | null
  readonly participantId: ParticipantId
  /** By stage or by touchpoint card. */
  readonly readings: ReadonlyMap<StageId | CardId, EmotionReading>
}

/** A record that could not be read: shown as "kept aside", never deleted, never stops the others. */
export interface QuarantinedRecord {
  readonly root: 'journeys' | 'stages' | 'lanes' | 'cards' | 'emotions' | 'clusters'
  readonly id: string
  readonly reason: string
}

export type CellKey = `${StageId}/${LaneId}`

export interface Board {
  readonly journeys: ReadonlyMap<JourneyId, Journey>
  readonly stages: ReadonlyMap<StageId, Stage>
  readonly lanes: ReadonlyMap<LaneId, Lane>
  readonly cards: ReadonlyMap<CardId, Card>
  readonly clusters: ReadonlyMap<ClusterId, Cluster>
  /** Merged notes → the note they show as. They are in `cards` and in no cell. */
  readonly mergedInto: ReadonlyMap<CardId, CardId>
  /** Notes that show for several → their merged parts. */
  readonly partsOf: ReadonlyMap<CardId, readonly CardId[]>
  /** Cards in a group → that group, as everybody sees it (see `readGroups`). */
  readonly groupOf: ReadonlyMap<CardId, ClusterId>
  /** Cards of every cell in order, without merged ones; the list is a new array only if one of its cards changed. */
  readonly cells: ReadonlyMap<CellKey, readonly Card[]>
  readonly emotions: ReadonlyMap<string, EmotionEntry>
  /** Of people whose feelings came with a file and who are on no roster, where the file told it. */
  readonly importedDepartments: ReadonlyMap<ParticipantId, string>
  readonly quarantined: ReadonlyMap<string, QuarantinedRecord>
}

export function isCellPlace(place: Place): place is CellPlace {
  return 'stageId' in place
}

export function cellKey(stageId: StageId, laneId: LaneId): CellKey {
  return `${stageId}/${laneId}`
}

export function emotionEntryId(journeyId: JourneyId, personaId: CardId | null, participantId: ParticipantId): string {
  return `${journeyId}.${personaId ?? 'all'}.${participantId}`
}
