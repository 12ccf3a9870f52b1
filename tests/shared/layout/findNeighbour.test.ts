import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { placeCards } from '../../../shared/journey/edit/editCards.ts'
import { type Direction, firstCard, neighbourCard, neighbourCell } from '../../../shared/layout/findNeighbour.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const journey = drawJourney(`
              | Preparing             | Separating          | Settling
  touchpoints | Class; Website; Check | Exam; Claim         | Status
  thoughts    | What now?             | And now?            |
  emotion     |                       |                     |
  pains       | Too much; Nothing     |                     | Waiting
`)
placeCards(journey.target, [{ id: journey.card('Nothing'), place: { x: 2_000, y: 120 } }])
const board = journey.board()
const layout = layoutBoard(board, new LayoutCache(fontMetrics))
const map = layout.journeys.get(journey.id)
if (!map) throw new Error('no map')

describe('arrows go from card to card', () => {
  test.each<[string, Direction, string | null]>([
    ['Class', 'right', 'Website'],
    ['Website', 'right', 'Exam'],
    ['Website', 'left', 'Class'],
    ['Class', 'left', null],
    ['Class', 'up', null],
    ['Class', 'down', 'Check'],
    ['Check', 'down', 'What now?'],
    ['What now?', 'right', 'And now?'],
    ['And now?', 'up', 'Exam'],
    ['What now?', 'down', 'Too much'],
    ['Too much', 'right', 'Waiting'],
    ['Status', 'right', 'Nothing'],
    ['Status', 'down', 'Waiting'],
  ])('from "%s" %s to %s', (from, direction, to) => {
    const found = neighbourCard(layout, journey.card(from), direction)
    expect(found).toBe(to === null ? null : journey.card(to))
  })

  test('start at the first card of the first stage', () => {
    expect(firstCard(layout)).toBe(journey.card('Class'))
  })
})

describe('Alt and arrows go by cell', () => {
  test.each<[string, Direction, [string, string] | null]>([
    ['Class', 'right', ['Separating', 'touchpoints']],
    ['Class', 'left', null],
    ['Status', 'right', null],
    ['Class', 'down', null],
    ['Too much', 'up', ['Preparing', 'thoughts']],
    ['Waiting', 'up', ['Settling', 'thoughts']],
    ['What now?', 'right', ['Separating', 'thoughts']],
    ['Nothing', 'right', null],
  ])('"%s" %s', (words, direction, to) => {
    const found = neighbourCell(board, map, journey.card(words), direction)
    expect(found && [found.stageId, found.laneId]).toEqual(to && [journey.stage(to[0]), journey.lane(to[1])])
  })

  test('the card comes last in its new cell', () => {
    const found = neighbourCell(board, map, journey.card('Class'), 'right')
    placeCards(journey.target, [{ id: journey.card('Class'), place: found?.place ?? { x: 0, y: 0 } }])
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Exam', 'Claim', 'Class'])
  })
})
