// A piece of a map: the columns of some stages, or the rows of some lanes, with their names beside it. The same layout with
// less in it, so that everything that draws a map draws the piece.
import type { LaneId, StageId } from '../../journey/ids.ts'
import type { JourneyLayout, LaneLayout, StageLayout } from '../../layout/JourneyLayout.ts'
import { LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../layout/mapMetrics.ts'
import type { Rect } from '../../layout/Rect.ts'

/** Stages that lie side by side are one piece; each piece has the names of the lanes at its left. */
export function columnParts(map: JourneyLayout, chosen: ReadonlySet<StageId>): JourneyLayout[] {
  return runs(map.stages, ({ id }) => chosen.has(id)).map((stages) => {
    const left = (stages[0]?.header.x ?? map.x) - LANE_LABEL_WIDTH
    return part(map, stages, map.lanes, { ...widthOf(stages, left), y: map.stages[0]?.header.y ?? map.y, below: map })
  })
}

/** Lanes that lie one under the other are one piece; each piece has the names of the stages above it. */
export function rowParts(map: JourneyLayout, chosen: ReadonlySet<LaneId>): JourneyLayout[] {
  return runs(map.lanes, ({ id }) => chosen.has(id)).map((lanes) => {
    const top = (lanes[0]?.label.y ?? map.y) - STAGE_HEADER_HEIGHT
    const last = lanes.at(-1)?.label
    return part(map, map.stages, lanes, { x: map.x, w: map.w, y: top, below: last ?? map })
  })
}

function widthOf(stages: readonly StageLayout[], x: number): { x: number; w: number } {
  const last = stages.at(-1)?.header
  return { x, w: last ? last.x + last.w - x : LANE_LABEL_WIDTH }
}

interface Frame {
  readonly x: number
  readonly w: number
  readonly y: number
  /** What it reaches down to. */
  readonly below: Rect
}

function part(
  map: JourneyLayout,
  stages: readonly StageLayout[],
  lanes: readonly LaneLayout[],
  { x, w, y, below }: Frame,
): JourneyLayout {
  const stageIds = new Set(stages.map(({ id }) => id))
  const laneIds = new Set(lanes.map(({ id }) => id))
  const isIn = ({ stageId, laneId }: { stageId: StageId; laneId: LaneId }) =>
    stageIds.has(stageId) && laneIds.has(laneId)
  const cells = new Map([...map.cells].filter(([, cell]) => isIn(cell)))
  const body = { x: x + LANE_LABEL_WIDTH, w: w - LANE_LABEL_WIDTH }
  return {
    ...map,
    x,
    y,
    w,
    h: below.y + below.h - y,
    header: { x, y, w, h: 0 },
    stages: stages.map((stage) => ({ ...stage, header: { ...stage.header, y } })),
    lanes: lanes.map((lane) => ({ ...lane, label: { ...lane.label, x }, body: { ...lane.body, ...body } })),
    cells,
    cards: new Map(
      [...cells.values()]
        .flatMap(({ cardIds }) => cardIds)
        .flatMap((id) => {
          const card = map.cards.get(id)
          return card ? [[id, card]] : []
        }),
    ),
    groups: map.groups.filter(isIn),
    emotion: map.emotion
      .filter(({ laneId }) => laneIds.has(laneId))
      .map(({ laneId, rect }) => ({ laneId, rect: { ...rect, ...body } })),
  }
}

/** Stretches of neighbours that are wanted, in order. */
function runs<T>(all: readonly T[], isWanted: (one: T) => boolean): T[][] {
  const found: T[][] = []
  all.forEach((one, at) => {
    if (!isWanted(one)) return
    const before = all[at - 1]
    if (before !== undefined && isWanted(before)) found.at(-1)?.push(one)
    else found.push([one])
  })
  return found
}
