import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import type { Point } from '../../../shared/journey/Board.ts'
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { placeCards } from '../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { type CardLanding, findLanding } from '../../../shared/layout/findLanding.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

const drawing = `
              | Preparing               | Separating                | Settling
  touchpoints | Class; Website; Check   | Exam; Claim; Care; Choice | Status
  thoughts    | What do I need to know? |                           |
  pains       | Too much; Nothing       | Paper                     |
`

function drag(journey: DrawnJourney, words: readonly string[], point: Point): CardLanding[] {
  const board = journey.board()
  const cache = new LayoutCache(fontMetrics)
  const layout = layoutBoard(board, cache)
  const cards = words.map((word) => {
    const id = journey.card(word)
    return { id, kind: board.cards.get(id)?.kind as CardKind, at: { x: point.x - 20.4, y: point.y - 10.6 } }
  })
  return findLanding({ board, layout, cache, cards, point })
}

function drop(journey: DrawnJourney, landings: readonly CardLanding[]): void {
  const moves = landings.flatMap(({ card, place }) => (card.id ? [{ id: card.id, place }] : []))
  placeCards(journey.target, moves)
}

const cardBox = (journey: DrawnJourney, words: string) => {
  const map = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.get(journey.id)
  const card = map?.cards.get(journey.card(words))
  return card && { x: card.x, y: card.y, w: card.w, h: card.h }
}

describe('in a cell', () => {
  test('before the card whose left half is under the pointer, after it on its right half', () => {
    const journey = drawJourney(drawing)
    drop(journey, drag(journey, ['Status'], { x: 510, y: 140 }))
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Status', 'Exam', 'Claim', 'Care', 'Choice'])
    drop(journey, drag(journey, ['Status'], { x: 780, y: 140 }))
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Exam', 'Status', 'Claim', 'Care', 'Choice'])
  })

  test('at the end below the last row', () => {
    const journey = drawJourney(drawing)
    const [landing] = drag(journey, ['Too much'], { x: 700, y: 360 })
    expect(landing?.cell).toMatchObject({
      stageId: journey.stage('Separating'),
      laneId: journey.lane('pains'),
      index: 1,
    })
  })

  test('the shown place is the place it then has', () => {
    const journey = drawJourney(drawing)
    const landings = drag(journey, ['Status'], { x: 640, y: 200 })
    drop(journey, landings)
    expect(cardBox(journey, 'Status')).toEqual(landings[0]?.rect)
  })

  test('over its own place nothing changes', () => {
    const journey = drawJourney(drawing)
    const box = cardBox(journey, 'Claim')
    for (const dx of [10, 100])
      drop(journey, drag(journey, ['Claim'], { x: (box?.x ?? 0) + dx, y: (box?.y ?? 0) + 30 }))
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Exam', 'Claim', 'Care', 'Choice'])
  })

  test('several cards keep their order', () => {
    const journey = drawJourney(drawing)
    drop(journey, drag(journey, ['Check', 'Class', 'Status'], { x: 640, y: 140 }))
    expect(journey.cell('Separating', 'touchpoints')).toEqual([
      'Exam',
      'Check',
      'Class',
      'Status',
      'Claim',
      'Care',
      'Choice',
    ])
  })

  test('each kind goes to a lane of that stage that takes it', () => {
    const journey = drawJourney(drawing)
    const landings = drag(journey, ['Class', 'What do I need to know?'], { x: 1_100, y: 375 })
    drop(journey, landings)
    expect(journey.cell('Settling', 'touchpoints')).toEqual(['Status', 'Class'])
    expect(journey.cell('Settling', 'thoughts')).toEqual(['What do I need to know?'])
  })

  test('a new card has a place and no id', () => {
    const journey = drawJourney(drawing)
    const board = journey.board()
    const cache = new LayoutCache(fontMetrics)
    const layout = layoutBoard(board, cache)
    const cards = [{ id: null, kind: 'note' as const, at: { x: 0, y: 0 } }]
    const [landing] = findLanding({ board, layout, cache, cards, point: { x: 140, y: 330 } })
    expect(landing).toMatchObject({ card: { id: null }, cell: { index: 0 }, rect: { w: 164, h: 50 } })
  })

  test('two neighbours with one order key: the shown place is the one that can be had', () => {
    const journey = drawJourney(drawing)
    const exam = journey.board().cards.get(journey.card('Exam'))
    if (!exam) throw new Error('no card')
    placeCards(journey.target, [{ id: journey.card('Claim'), place: exam.place }])
    const first = journey.cell('Separating', 'touchpoints')[0] ?? ''
    const box = cardBox(journey, first)
    const landings = drag(journey, ['Status'], { x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 10 })
    drop(journey, landings)
    expect(journey.cell('Separating', 'touchpoints')[landings[0]?.cell?.index ?? 0]).toBe('Status')
    expect(cardBox(journey, 'Status')).toEqual(landings[0]?.rect)
  })
})

describe('outside', () => {
  test('a card stays where it hangs on the pointer', () => {
    const journey = drawJourney(drawing)
    const [landing] = drag(journey, ['Class'], { x: -500, y: 40 })
    expect(landing).toMatchObject({ place: { x: -520, y: 29 }, rect: { x: -520, y: 29, w: 164, h: 66 }, cell: null })
  })

  test('on the header it goes to the nearest lane that takes it', () => {
    const journey = drawJourney(drawing)
    expect(drag(journey, ['Class'], { x: 900, y: 20 })[0]?.cell?.stageId).toBe(journey.stage('Settling'))
  })

  test('a kind that no lane takes stays on the canvas', () => {
    const journey = drawJourney(drawing)
    const board = journey.board()
    const cache = new LayoutCache(fontMetrics)
    const cards = [{ id: null, kind: 'persona' as const, at: { x: 300, y: 300 } }]
    const query = { board, layout: layoutBoard(board, cache), cache, cards, point: { x: 310, y: 310 } }
    expect(findLanding(query)[0]).toMatchObject({ cell: null, place: { x: 300, y: 300 } })
  })
})

test('wherever cards are dropped, they lie within the cell as shown and the rest keep their order', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 1_300 }), y: fc.integer({ min: 0, max: 450 }) })
  const some = fc.subarray(['Class', 'Website', 'Exam', 'Choice', 'Status', 'Too much', 'Paper'], {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(some, point), { minLength: 1, maxLength: 5 }), (drags) => {
      const journey = drawJourney(drawing)
      for (const [words, at] of drags) {
        const before = journey.board()
        const landings = drag(journey, words, at)
        expect(landings.map((landing) => landing.card.id)).toEqual(words.map((word) => journey.card(word)))
        drop(journey, landings)
        const after = journey.board()
        const map = layoutBoard(after, new LayoutCache(fontMetrics)).journeys.get(journey.id)
        for (const { card, cell, rect } of landings) {
          if (!cell || !card.id) continue
          const now = map?.cells.get(`${cell.stageId}/${cell.laneId}`)
          expect(now?.cardIds[cell.index]).toBe(card.id)
          const place = map?.cards.get(card.id)
          // Other lanes may have grown or shrunk; within its cell the card lies where it was shown.
          expect(place && { x: place.x, w: place.w, h: place.h }).toEqual({ x: rect.x, w: rect.w, h: rect.h })
        }
        const moved = new Set<CardId | null>(landings.map((landing) => landing.card.id))
        for (const [key, cards] of before.cells) {
          const ids = (list: readonly { readonly id: CardId }[]) =>
            list.map((one) => one.id).filter((id) => !moved.has(id))
          expect(ids(after.cells.get(key) ?? [])).toEqual(ids(cards))
        }
      }
    }),
    { seed: 7, numRuns: 200 },
  )
})
