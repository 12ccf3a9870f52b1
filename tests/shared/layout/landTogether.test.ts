// Several cards in one hand: which arrangement they keep, and when they cannot.
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { isCellPlace, type Point } from '../../../shared/journey/Board.ts'
import { createCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { landTogether } from '../../../shared/layout/landTogether.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { drawJourney, type DrawnJourney } from '../../support/journeyBuilder.ts'

const drawing = `
              | One        | Two      | Three | Four
  touchpoints | A; B       | C        | D     |
  thoughts    | What if?   |          |       |
  pains       | P; Q       | R        |       | S
  gains       |            |          | G     |
`

function drawn(more = '') {
  const journey = drawJourney(drawing)
  if (more) drawJourney(more, { doc: journey.doc, title: 'Other', place: { x: 0, y: 3000 } })
  return journey
}

const layoutOf = (journey: DrawnJourney) => layoutBoard(journey.board(), new LayoutCache(fontMetrics))

function rectOf(journey: DrawnJourney, words: string) {
  const rect = cardLayoutOf(layoutOf(journey), journey.card(words))
  if (!rect) throw new Error(`${words} is not on the board`)
  return rect
}

/** Takes the first card in its middle and lets go over a cell, or a point; all hang as they were taken. */
function drags(journey: DrawnJourney, words: readonly string[], to: { stage: string; lane: string } | Point): void {
  const layout = layoutOf(journey)
  const [lead = ''] = words
  const from = rectOf(journey, lead)
  const start = { x: from.x + from.w / 2, y: from.y + from.h / 2 }
  const point = 'stage' in to ? middleOfCell(journey, to.stage, to.lane) : to
  const board = journey.board()
  const cards = words.map((word) => {
    const { id, x, y } = rectOf(journey, word)
    const kind = board.cards.get(id)?.kind ?? 'note'
    return { id, from: id, kind, at: { x: x + point.x - start.x, y: y + point.y - start.y } }
  })
  const landings = landTogether({ board, layout, cache: new LayoutCache(fontMetrics), cards, point })
  expect(landings.map(({ card }) => card.id)).toEqual(cards.map(({ id }) => id))
  placeCards(
    journey.target,
    landings.flatMap(({ card, place }) => (card.id ? [{ id: card.id, place }] : [])),
  )
}

function middleOfCell(journey: DrawnJourney, stage: string, lane: string): Point {
  const map = layoutOf(journey).journeys.get(journey.id)
  const rect = map?.cells.get(`${journey.stage(stage)}/${journey.lane(lane)}`)?.rect
  if (!rect) throw new Error(`no cell ${stage}/${lane}`)
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 }
}

describe('several cards in the hand', () => {
  test('go one stage on together, each in its own lane', () => {
    const journey = drawn()
    drags(journey, ['A', 'B', 'P', 'Q'], { stage: 'Two', lane: 'touchpoints' })
    expect(journey.cell('One', 'touchpoints')).toEqual([])
    expect(new Set(journey.cell('Two', 'touchpoints'))).toEqual(new Set(['A', 'B', 'C']))
    expect(journey.cell('Two', 'touchpoints').join('')).toContain('AB')
    expect(new Set(journey.cell('Two', 'pains'))).toEqual(new Set(['P', 'Q', 'R']))
  })

  test('of several stages keep the stages between them', () => {
    const journey = drawn()
    drags(journey, ['C', 'A', 'B', 'D'], { stage: 'Three', lane: 'touchpoints' })
    expect(journey.cell('Two', 'touchpoints')).toEqual(['A', 'B'])
    expect(journey.cell('Three', 'touchpoints')).toEqual(['C'])
    expect(journey.cell('Four', 'touchpoints')).toEqual(['D'])
  })

  test('follow the card that is held, whichever of them it is', () => {
    const journey = drawn()
    drags(journey, ['R', 'C'], { stage: 'Four', lane: 'pains' })
    expect(journey.cell('Four', 'pains')).toContain('R')
    expect(journey.cell('Four', 'touchpoints')).toEqual(['C'])
  })

  test('go to another lane together', () => {
    const journey = drawn()
    drags(journey, ['P', 'Q', 'R'], { stage: 'One', lane: 'gains' })
    expect(journey.cell('One', 'gains')).toEqual(['P', 'Q'])
    expect(journey.cell('Two', 'gains')).toEqual(['R'])
  })

  test('come to the stage of the pointer where the map ends', () => {
    const journey = drawn()
    drags(journey, ['A', 'S'], { stage: 'Three', lane: 'touchpoints' })
    expect(journey.cell('Three', 'touchpoints')).toContain('A')
    expect(journey.cell('Three', 'pains')).toEqual(['S'])
  })

  test('come to the nearest lane that takes them where the next one does not', () => {
    const journey = drawn()
    // One lane down from the touchpoints are thoughts, which take none.
    drags(journey, ['P', 'A'], { stage: 'Two', lane: 'gains' })
    expect(journey.cell('Two', 'gains')).toEqual(['P'])
    expect(journey.cell('Two', 'touchpoints')).toContain('A')
  })

  test('stay as they are when they are let go where they were', () => {
    const journey = drawn()
    const before = journey.show()
    drags(journey, ['A', 'B', 'C', 'P', 'R', 'G'], { stage: 'One', lane: 'touchpoints' })
    expect(journey.show()).toBe(before)
  })

  test('lie on the canvas as they hang when the pointer is beside the map', () => {
    const journey = drawn()
    const [a, p] = [rectOf(journey, 'A'), rectOf(journey, 'P')]
    drags(journey, ['A', 'P'], { x: -2000, y: 40 })
    const places = ['A', 'P'].map((words) => journey.board().cards.get(journey.card(words))?.place)
    expect(places.every((place) => place && !isCellPlace(place))).toBe(true)
    const [to, other] = [rectOf(journey, 'A'), rectOf(journey, 'P')]
    expect(Math.abs(other.x - to.x - (p.x - a.x))).toBeLessThanOrEqual(1)
    expect(Math.abs(other.y - to.y - (p.y - a.y))).toBeLessThanOrEqual(1)
  })

  test('from the canvas all come to the cell of the pointer', () => {
    const journey = drawn()
    const free = [
      { id: 'X' as CardId, kind: 'note' as const, place: { x: 5000, y: 10 }, fields: { text: 'X' } },
      { id: 'Y' as CardId, kind: 'note' as const, place: { x: 5600, y: 10 }, fields: { text: 'Y' } },
    ]
    createCards(journey.target, free)
    drags(journey, ['X', 'Y', 'P'], { stage: 'Two', lane: 'gains' })
    expect(journey.cell('Two', 'gains')).toEqual(['X', 'Y', 'P'])
  })

  test('keep their arrangement in another map', () => {
    const journey = drawn(`
                  | Uno | Due
      touchpoints |     |
      pains       |     |
    `)
    const other = layoutOf(journey).journeys.get('Other' as never)
    const [stage, lane] = [other?.stages[0], other?.lanes[0]]
    if (!stage || !lane) throw new Error('no second map')
    drags(journey, ['A', 'C', 'P'], { x: stage.header.x + 20, y: lane.body.y + 20 })
    const placeOf = (words: string) => journey.board().cards.get(journey.card(words))?.place
    expect(placeOf('A')).toMatchObject({ stageId: stage.id, laneId: lane.id })
    expect(placeOf('C')).toMatchObject({ stageId: other?.stages[1]?.id, laneId: lane.id })
    expect(placeOf('P')).toMatchObject({ stageId: stage.id, laneId: other?.lanes[1]?.id })
  })
})
