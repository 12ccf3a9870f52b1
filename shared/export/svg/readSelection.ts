// What somebody chose on the canvas → what is to be drawn. Ids are those of the canvas without "shape:": of cards, stages,
// lanes, maps, drawings; a frame of a group has those of group, stage and lane one after the other, a curve its lane's with
// "curve" behind it. With a card of a map chosen, its stages and lanes are names only: nothing that was not chosen is drawn.
import { type Board, cellKey } from '../../journey/Board.ts'
import type { DrawingRecord } from '../../journey/edit/editDrawings.ts'
import type { CardId, LaneId, StageId } from '../../journey/ids.ts'
import {
  type BoardLayout,
  type CardLayout,
  cardLayoutOf,
  type GroupLayout,
  type JourneyLayout,
} from '../../layout/JourneyLayout.ts'
import { columnParts, rowParts } from './mapPart.ts'

export interface Selection {
  /** Maps as a whole. */
  readonly maps: readonly JourneyLayout[]
  /** Columns and rows of other maps. */
  readonly parts: readonly JourneyLayout[]
  /** Stages and lanes of which only the name is drawn. */
  readonly stageNames: ReadonlySet<StageId>
  readonly laneNames: ReadonlySet<LaneId>
  readonly groups: readonly GroupLayout[]
  /** Everything to be drawn, those of maps, parts and groups too. */
  readonly cards: ReadonlyMap<CardId, CardLayout>
  /** Records of drawings, without what lies inside them. */
  readonly drawingIds: ReadonlySet<string>
  /** Ids of which nothing is there (any more). */
  readonly missing: readonly string[]
}

export function readSelection(
  board: Board,
  layout: BoardLayout,
  drawings: readonly DrawingRecord[],
  ids: readonly string[],
): Selection {
  const wanted = new Set(ids)
  const found = new Set<string>()
  const has = (id: string): boolean => wanted.has(id) && Boolean(found.add(id))
  const cards = new Map<CardId, CardLayout>()
  for (const id of wanted) {
    const place = cardLayoutOf(layout, id as CardId)
    if (place && has(id)) cards.set(place.id, place)
  }
  const chosen = [...layout.journeys.values()].map((map) => chosenOf(board, map, has, cards))
  for (const map of chosen) for (const [id, place] of map.cards) cards.set(id, place)
  const shapes = drawings.filter(({ typeName, id }) => typeName === 'shape' && has(id.slice('shape:'.length)))
  return {
    maps: chosen.flatMap(({ maps }) => maps),
    parts: chosen.flatMap(({ parts }) => parts),
    stageNames: new Set(chosen.flatMap(({ stageNames }) => stageNames)),
    laneNames: new Set(chosen.flatMap(({ laneNames }) => laneNames)),
    groups: chosen.flatMap(({ groups }) => groups),
    cards,
    drawingIds: new Set(shapes.map(({ id }) => id)),
    missing: [...wanted].filter((id) => !found.has(id)),
  }
}

export function isEmptySelection({ maps, parts, groups, ...sets }: Selection): boolean {
  const { stageNames, laneNames, cards, drawingIds } = sets
  return (
    [maps, parts, groups].every((list) => list.length === 0) &&
    [stageNames, laneNames, cards, drawingIds].every((set) => set.size === 0)
  )
}

interface OfMap extends Pick<Selection, 'maps' | 'parts' | 'groups' | 'cards'> {
  readonly stageNames: readonly StageId[]
  readonly laneNames: readonly LaneId[]
}

function chosenOf(board: Board, map: JourneyLayout, has: (id: string) => boolean, chosen: Selection['cards']): OfMap {
  const isWhole = has(map.journeyId)
  const stages = map.stages.filter(({ id }) => has(id)).map(({ id }) => id)
  // The curve stands for its lane. Both are looked for: each is found.
  const lanes = map.lanes.filter(({ id }) => [has(id), has(`${id}curve`)].includes(true)).map(({ id }) => id)
  const groups = map.groups.filter(({ id, stageId, laneId }) => has(`${id}${stageId}${laneId}`))
  const inGroups = new Map(groups.flatMap((group) => cardsOfGroup(board, map, group)))
  const isByCard = [...map.cards.keys()].some((id) => chosen.has(id))
  const nothing = { maps: [], parts: [], stageNames: [], laneNames: [], groups: [] }
  if (isWhole && isByCard) return { ...nothing, maps: [{ ...map, groups }], cards: inGroups }
  if (isWhole) return { ...nothing, maps: [map], cards: map.cards }
  if (isByCard) return { ...nothing, stageNames: stages, laneNames: lanes, groups, cards: inGroups }
  const parts = [...rowParts(map, new Set(lanes)), ...columnParts(map, new Set(stages))]
  return { ...nothing, parts, groups, cards: new Map([...parts.flatMap((part) => [...part.cards]), ...inGroups]) }
}

/** Those in the cell of that frame. */
function cardsOfGroup(board: Board, map: JourneyLayout, { id, stageId, laneId }: GroupLayout): [CardId, CardLayout][] {
  const { cardIds = [] } = map.cells.get(cellKey(stageId, laneId)) ?? {}
  return cardIds.flatMap((cardId): [CardId, CardLayout][] => {
    const place = board.groupOf.get(cardId) === id ? map.cards.get(cardId) : undefined
    return place ? [[cardId, place]] : []
  })
}
