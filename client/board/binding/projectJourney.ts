// From entities and rectangles to tldraw's records. Pure: no store, no document. The records carry everything the
// drawing code needs, so that a shape is drawn again only if its record changed.
import type { TLRecord } from 'tldraw'
import type { Board, Card, Journey } from '../../../shared/journey/Board.ts'
import type { LaneId } from '../../../shared/journey/ids.ts'
import { laneKindDefinitions } from '../../../shared/journey/lanes.ts'
import { personaOf } from '../../../shared/journey/readBoardParts.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import type { CardLayout, GroupLayout, JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { type CardMeta, type JourneyShape, noMeta, shapeIdOf } from '../shapes/journeyShapes.ts'
import { PAGE_ID } from './boardRecords.ts'
import { journeyShapeIndex } from './zIndex.ts'

function shapeRecord<Type extends JourneyShape['type']>(
  type: Type,
  entityId: string,
  at: { readonly x: number; readonly y: number },
  props: Extract<JourneyShape, { type: Type }>['props'],
): TLRecord {
  return {
    id: shapeIdOf(entityId),
    typeName: 'shape',
    type,
    x: at.x,
    y: at.y,
    rotation: 0,
    index: journeyShapeIndex(type, entityId),
    parentId: PAGE_ID,
    isLocked: false,
    opacity: 1,
    props,
    meta: {},
  } as unknown as TLRecord
}

const size = (rect: Rect): { w: number; h: number } => ({ w: rect.w, h: rect.h })

/** Sheet, stage headers, lane labels, groups and curves of a journey; not its cards. `locked`: this person may not change the structure. */
export function projectStructure(board: Board, journey: Journey, layout: JourneyLayout, locked: boolean): TLRecord[] {
  const records = [projectMap(board, journey, layout)]
  for (const { id, header } of layout.stages) {
    const stage = board.stages.get(id)
    if (!stage) continue
    const { name, period, columns } = stage
    records.push(shapeRecord('stage', id, header, { ...size(header), name, period, columns, locked }))
  }
  for (const { id, label } of layout.lanes) {
    const lane = board.lanes.get(id)
    if (!lane) continue
    // A name of one's own says it better, and the layout has left no room for both.
    const hint = lane.title === '' ? (laneKindDefinitions[lane.kind].hint ?? '') : ''
    records.push(shapeRecord('lane', id, label, { ...size(label), title: lane.title, hint, kind: lane.kind, locked }))
  }
  const counts = countBy(board.groupOf.values())
  for (const group of layout.groups) {
    const name = board.clusters.get(group.id)?.name ?? ''
    const props = { ...size(group), clusterId: group.id, name, count: counts.get(group.id) ?? 0 }
    records.push(shapeRecord('cluster', clusterEntityId(group), group, props))
  }
  for (const { laneId, rect } of layout.emotion) {
    records.push(
      shapeRecord('emotion-curve', curveEntityId(laneId), rect, { ...size(rect), journeyId: journey.id, laneId }),
    )
  }
  return records
}

function countBy(groupIds: Iterable<ClusterId>): ReadonlyMap<ClusterId, number> {
  const counts = new Map<ClusterId, number>()
  for (const id of groupIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** One group may have a frame in several cells. */
export function clusterEntityId({ id, stageId, laneId }: Pick<GroupLayout, 'id' | 'stageId' | 'laneId'>): string {
  return `${id}${stageId}${laneId}`
}

/** Stands in for an entity: the curve of a lane has no record of its own in the document. */
export function curveEntityId(laneId: LaneId): string {
  return `${laneId}curve`
}

function projectMap(board: Board, journey: Journey, layout: JourneyLayout): TLRecord {
  const persona = personaOf(board, journey)
  return shapeRecord('journey-map', journey.id, layout, {
    w: layout.w,
    h: layout.h,
    title: journey.title,
    objective: journey.objective,
    successMeasure: journey.successMeasure,
    state: journey.state,
    personaName: persona?.name ?? '',
    personaNeeds: persona?.needs ?? '',
    stageXs: layout.stages.map(({ header }) => header.x - layout.x),
    laneYs: layout.lanes.map(({ label }) => label.y - layout.y),
    laneKinds: layout.lanes.map(({ kind }) => kind),
  })
}

/** `meta` is not in the props: a copy of the card is one like any other. */
export function projectCard(card: Card, layout: CardLayout, meta: CardMeta = noMeta): TLRecord {
  const record = shapeRecord('card', card.id, layout, {
    ...size(layout),
    kind: card.kind,
    fields: { ...card.fields },
    lines: [...layout.lines],
    foot: layout.foot,
    homeless: layout.homeless,
  })
  return meta === noMeta ? record : { ...record, meta: { ...meta } }
}

/** Whether two records of one shape would look the same. Cheap where nothing changed: compares values before content. */
export function isSameRecord(a: TLRecord, b: TLRecord): boolean {
  return a === b || (isSamePlace(a, b) && JSON.stringify(a) === JSON.stringify(b))
}

/** Whether two records of one shape lie at the same point and are of one size. */
export function isSamePlace(a: TLRecord, b: TLRecord): boolean {
  if (a.typeName !== 'shape' || b.typeName !== 'shape') return true
  const [one, other] = [a.props as Partial<Rect>, b.props as Partial<Rect>]
  return a.x === b.x && a.y === b.y && one.w === other.w && one.h === other.h
}
