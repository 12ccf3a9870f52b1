import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { reorder } from '../../../shared/journey/edit/editStructure.ts'
import { lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { columnsAt, findLaneSlot, findStageSlot, type HeaderSlot } from '../../../shared/layout/findSlot.ts'
import type { JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { stageWidth } from '../../../shared/layout/mapMetrics.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

const draw = () => drawJourney('| One | Two | Three\n touchpoints | |\n pains | |\n process | |')

function lay(journey: DrawnJourney): JourneyLayout {
  const layout = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.get(journey.id)
  if (!layout) throw new Error('no layout')
  return layout
}

describe('a stage dragged by its header', () => {
  const names = (journey: DrawnJourney) => stagesOf(journey.board(), journey.id).map((stage) => stage.name)
  function dragStage(journey: DrawnJourney, name: string, x: number): HeaderSlot {
    const slot = findStageSlot(journey.board(), lay(journey), journey.stage(name), x)
    if (!slot) throw new Error('no slot')
    reorder(journey.target, 'stages', journey.stage(name), slot.order)
    return slot
  }

  test('goes before the first whose middle is beyond the pointer', () => {
    const journey = draw()
    expect(dragStage(journey, 'Three', 300).line).toEqual({ x: 128, y: 66, w: 0, h: 110 + 52 + 52 + 64 - 66 })
    expect(names(journey)).toEqual(['Three', 'One', 'Two'])
  })

  test('goes to the end behind the last middle', () => {
    const journey = draw()
    expect(dragStage(journey, 'One', 1_150).line.x).toBe(1_208)
    expect(names(journey)).toEqual(['Two', 'Three', 'One'])
  })

  test('stays where it is until it passes a neighbour’s middle', () => {
    const journey = draw()
    const slot = findStageSlot(journey.board(), lay(journey), journey.stage('Two'), 700)
    expect(slot).toMatchObject({ isMove: false, index: 1, line: { x: 488 } })
  })
})

test('a lane dragged by its label', () => {
  const journey = draw()
  const slot = findLaneSlot(journey.board(), lay(journey), journey.lane('process'), 100)
  expect(slot).toMatchObject({ index: 0, isMove: true, line: { x: 0, y: 110, w: 1_208, h: 0 } })
  reorder(journey.target, 'lanes', journey.lane('process'), slot?.order ?? '')
  expect(lanesOf(journey.board(), journey.id).map((lane) => lane.kind)).toEqual(['process', 'touchpoints', 'pains'])
})

test('columns at a width: the nearest number, 1 to 6', () => {
  for (const columns of [1, 2, 3, 4, 5, 6]) {
    expect(columnsAt(stageWidth(columns))).toBe(columns)
    expect(columnsAt(stageWidth(columns) + 80)).toBe(columns)
    expect(columnsAt(stageWidth(columns) - 80)).toBe(columns)
  }
  expect(columnsAt(-50)).toBe(1)
  expect(columnsAt(5_000)).toBe(6)
})
