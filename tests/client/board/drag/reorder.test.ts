// Dragging a header: the gap it would go to, and the order key that puts it there.
import { describe, expect, it } from 'vitest'
import { findReorder } from '../../../../client/board/drag/reorder.ts'
import { reorder } from '../../../../shared/journey/edit/editStructure.ts'
import { lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const metrics = { widthOf: () => 0.5 }

function drawn() {
  const journey = drawJourney(`
              | One  | Two | Three | Four
   touchpoints| A; B | C   |       | D
   pains      | E    |     | F     |
   kpi        | G    |     |       |
  `)
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(metrics))
  const map = layout.journeys.get(journey.id)
  if (!map) throw new Error('no map')
  const stageNames = (): string[] => stagesOf(journey.board(), journey.id).map(({ name }) => name)
  const laneKinds = (): string[] => lanesOf(journey.board(), journey.id).map(({ kind }) => kind)
  return { journey, board, layout, map, stageNames, laneKinds }
}

describe('reordering by a header', () => {
  it('stays where it is until its edge has passed the middle of a neighbour', () => {
    const { board, layout, map } = drawn()
    const [one] = map.stages
    if (!one) throw new Error('no stage')
    expect(findReorder(board, layout, one.id, one.header.x + 100)?.order).toBeNull()
  })

  it('goes behind the stage whose middle it has passed', () => {
    const { journey, board, layout, map, stageNames } = drawn()
    const [one] = map.stages
    if (!one) throw new Error('no stage')
    const landing = findReorder(board, layout, one.id, one.header.x + 2 * one.header.w - 20)
    expect(landing?.root).toBe('stages')
    if (landing?.order) reorder(journey.target, 'stages', landing.id, landing.order)
    expect(stageNames()).toEqual(['Two', 'Three', 'One', 'Four'])
    expect(landing?.line.x).toBe(map.stages[3]?.header.x)
  })

  it('goes to the front and to the end', () => {
    const { journey, board, layout, map, stageNames } = drawn()
    const four = map.stages[3]
    const front = four && findReorder(board, layout, four.id, map.x)
    if (front?.order) reorder(journey.target, 'stages', front.id, front.order)
    expect(stageNames()).toEqual(['Four', 'One', 'Two', 'Three'])
    expect(front?.line.x).toBe(map.stages[0]?.header.x)
  })

  it('moves a lane up and down', () => {
    const { journey, board, layout, map, laneKinds } = drawn()
    const kpi = map.lanes[2]
    const landing = kpi && findReorder(board, layout, kpi.id, map.lanes[0]?.label.y ?? 0)
    if (landing?.order) reorder(journey.target, 'lanes', landing.id, landing.order)
    expect(laneKinds()).toEqual(['kpi', 'touchpoints', 'pains'])
    expect(landing?.line.h).toBe(0)
  })

  it('knows no header that lies in no map', () => {
    const { board, layout } = drawn()
    expect(findReorder(board, layout, 'nowhere', 0)).toBeNull()
  })
})
