// The shapes a journey map is made of. They are a projection of the document and the layout: nobody creates, moves or
// resizes them for good in tldraw's store; what a person does to them is turned into a named edit, and the layout
// puts them where they then belong. Their ids are the entities' ids, so arrows can bind to them.
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import type { AnyFieldValue } from '../../../shared/journey/fields.ts'
import type { LaneKind } from '../../../shared/journey/lanes.ts'
import type { TLBaseShape, TLShapeId } from 'tldraw'

/** Sheet, header and rules of one journey: the ground all its other shapes lie on. Id `shape:<journeyId>`. */
export type JourneyMapShape = TLBaseShape<
  'journey-map',
  {
    w: number
    h: number
    title: string
    objective: string
    successMeasure: string
    state: 'as-is' | 'to-be'
    personaName: string
    personaNeeds: string
    /** Left edges of the stages, from the map's left edge, px. */
    stageXs: number[]
    /** Top edges of the lanes, from the map's top edge, px, and their kind (the process lane starts with a dashed line). */
    laneYs: number[]
    laneKinds: LaneKind[]
  }
>

/** Header of one stage. Id `shape:<stageId>`. */
export type StageShape = TLBaseShape<
  'stage',
  { w: number; h: number; name: string; period: string; columns: number; locked: boolean }
>

/** Label of one lane. Id `shape:<laneId>`. */
export type LaneShape = TLBaseShape<
  'lane',
  { w: number; h: number; title: string; hint: string; kind: LaneKind; locked: boolean }
>

/** The emotion lane of one journey: curve, band, own points. Id `shape:<laneId>curve`. */
export type EmotionCurveShape = TLBaseShape<
  'emotion-curve',
  { w: number; h: number; journeyId: string; laneId: string }
>

/** Frame of a group in one cell. Id: those of group, stage and lane one after the other (see `clusterEntityId`). */
export type ClusterShape = TLBaseShape<
  'cluster',
  {
    w: number
    h: number
    clusterId: string
    name: string
    /** Cards of the group, in all cells. */
    count: number
  }
>

/** A card of any kind. Id `shape:<cardId>`. `fields` are the plain values, so tldraw's clipboard carries the whole card. */
export type CardShape = TLBaseShape<
  'card',
  {
    w: number
    h: number
    kind: CardKind
    fields: Record<string, AnyFieldValue>
    /** The title broken into lines by `shared/layout`, the last one ending in "…" if it was cut. */
    lines: string[]
    /** Small print at the bottom, ready to show (channel; owner and date; KPI value); empty: none. */
    foot: string
    /** Its stage or lane is gone: shown below the map until somebody drags it back. */
    homeless: boolean
  }
>

/** What shows on a card beside its own values; from the server's word about it, never stored in the board. */
export interface CardMeta {
  /** A draft of a private phase: only this person sees it. */
  readonly private?: true
  /** Revealed from private writing: who wrote it, where the phase said so. */
  readonly by?: string
  /** It came after the reveal. */
  readonly late?: true
  /** `by` is what a file said; nobody of this room is meant. */
  readonly fromFile?: true
  /** Name of the facilitator who locked it. */
  readonly lockedBy?: string
}

export const noMeta: CardMeta = {}

export function metaOf(card: { readonly meta: object }): CardMeta {
  return card.meta
}

export type JourneyShape = JourneyMapShape | StageShape | LaneShape | EmotionCurveShape | ClusterShape | CardShape

const journeyShapeTypes: ReadonlySet<string> = new Set([
  'journey-map',
  'stage',
  'lane',
  'emotion-curve',
  'cluster',
  'card',
])

export function isJourneyShapeType(type: string): boolean {
  return journeyShapeTypes.has(type)
}

export function shapeIdOf(entityId: string): TLShapeId {
  return `shape:${entityId}` as TLShapeId
}

/** The entity a journey shape stands for. */
export function entityIdOf(shapeId: TLShapeId): string {
  return shapeId.slice('shape:'.length)
}
