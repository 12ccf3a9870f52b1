import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { BoardModel, readBoard } from '../../../shared/journey/BoardModel.ts'
import { deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { deleteStage, reorder } from '../../../shared/journey/edit/editStructure.ts'
import type { BoardLayout } from '../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

const drawing = `
                | Preparing      | Separating     | Settling
  touchpoints   | Class; Website | Exam; Claim    | Status
  pains         | Too much       | Paper; Logins  | Waiting; Silence
  opportunities | Checklist      |                | One place
  kpi           | Attended       |                | Days
`

/** A journey seen by one client: its model and its cache live on from edit to edit. */
function open(journey: DrawnJourney) {
  const model = new BoardModel(journey.doc)
  const cache = new LayoutCache(fontMetrics)
  const lay = (): BoardLayout => {
    model.refresh()
    return layoutBoard(model.board, cache)
  }
  return { lay }
}

/** Everything the layout says, without the counters. */
const plain = (layout: BoardLayout): unknown => ({
  free: layout.free,
  journeys: [...layout.journeys.values()].map((journey) => ({ ...journey, recomputedCells: 0 })),
})

const fresh = (journey: DrawnJourney): BoardLayout => layoutBoard(readBoard(journey.doc), new LayoutCache(fontMetrics))

describe('an edit costs what it touches', () => {
  test('nothing changed, nothing is laid out anew', () => {
    const { lay } = open(drawJourney(drawing))
    expect(lay().recomputedCells).toBe(12)
    expect(lay().recomputedCells).toBe(0)
  })

  test('a longer title recomputes its cell; the lanes below only move', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    const before = lay().journeys.get(journey.id)
    setField(
      journey.target,
      'cards',
      journey.card('Class'),
      'title',
      'A class with so many words that a third line is needed',
    )
    const after = lay()
    expect(after.recomputedCells).toBe(1)
    const map = after.journeys.get(journey.id)
    expect(map?.cards.get(journey.card('Too much'))?.y).toBe((before?.cards.get(journey.card('Too much'))?.y ?? 0) + 17)
  })

  test('a card that moves recomputes the cell it left and the one it came to', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    lay()
    placeCards(journey.target, [{ id: journey.card('Class'), place: journey.place('Settling', 'touchpoints') }])
    expect(lay().recomputedCells).toBe(2)
  })

  test('another number of columns recomputes the cells of that stage', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    lay()
    setField(journey.target, 'stages', journey.stage('Separating'), 'columns', 3)
    expect(lay().recomputedCells).toBe(4)
  })

  test('moving a stage recomputes nothing', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    lay()
    reorder(journey.target, 'stages', journey.stage('Preparing'), 'z9')
    expect(lay().recomputedCells).toBe(0)
  })

  test('a KPI’s new name recomputes its own cell and the opportunity that shows it', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    setField(journey.target, 'cards', journey.card('Checklist'), 'kpi', journey.card('Attended'))
    lay()
    setField(journey.target, 'cards', journey.card('Attended'), 'name', 'Share attended')
    expect(lay().recomputedCells).toBe(2)
    expect(lay().journeys.get(journey.id)?.cards.get(journey.card('Checklist'))?.foot).toBe('Share attended')
  })

  test('a card that stayed where it was is the same object', () => {
    const journey = drawJourney(drawing)
    const { lay } = open(journey)
    const before = lay().journeys.get(journey.id)
    setField(journey.target, 'cards', journey.card('Waiting'), 'text', 'Waiting for weeks')
    const after = lay().journeys.get(journey.id)
    expect(after?.cards.get(journey.card('Class'))).toBe(before?.cards.get(journey.card('Class')))
    expect(after?.cards.get(journey.card('Waiting for weeks'))).not.toBe(
      before?.cards.get(journey.card('Waiting for weeks')),
    )
  })
})

describe('the slow way', () => {
  const words = fc.constantFrom(
    '',
    'Short',
    'A title of several words that needs more than one line',
    'Zusammengehörigkeitsgefühl der Beteiligten',
  )
  const edit = fc.oneof(
    fc.record({ type: fc.constant('rename' as const), card: fc.nat(20), words }),
    fc.record({ type: fc.constant('move' as const), card: fc.nat(20), stage: fc.nat(2), index: fc.nat(3) }),
    fc.record({ type: fc.constant('free' as const), card: fc.nat(20), x: fc.integer({ min: -900, max: 900 }) }),
    fc.record({ type: fc.constant('columns' as const), stage: fc.nat(2), columns: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      type: fc.constant('swap' as const),
      stage: fc.nat(2),
      order: fc.constantFrom('a0V', 'a1V', 'a2V', 'Zz'),
    }),
    fc.record({ type: fc.constant('delete' as const), card: fc.nat(20) }),
    fc.record({ type: fc.constant('deleteStage' as const), stage: fc.nat(2) }),
    fc.record({ type: fc.constant('link' as const), card: fc.nat(20), other: fc.nat(20) }),
  )
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never
  const stageNames = ['Preparing', 'Separating', 'Settling']

  function apply(journey: DrawnJourney, change: Edit): void {
    const board = journey.board()
    const cards = [...board.cards.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const card = 'card' in change ? cards[change.card % Math.max(1, cards.length)] : undefined
    const stage =
      'stage' in change ? [...board.stages.values()].find((one) => one.name === stageNames[change.stage]) : undefined
    const { target } = journey
    if (change.type === 'rename' && card) {
      for (const field of ['title', 'text', 'name']) setField(target, 'cards', card.id, field, change.words)
    }
    if (change.type === 'move' && card && stage) {
      const lane = 'laneId' in card.place ? board.lanes.get(card.place.laneId) : undefined
      if (lane) placeCards(target, [{ id: card.id, place: journey.place(stage.name, lane.kind, change.index) }])
    }
    if (change.type === 'free' && card) placeCards(target, [{ id: card.id, place: { x: change.x, y: 0 } }])
    if (change.type === 'columns' && stage) setField(target, 'stages', stage.id, 'columns', change.columns)
    if (change.type === 'swap' && stage) reorder(target, 'stages', stage.id, change.order)
    if (change.type === 'delete' && card) deleteCards(target, [card.id])
    if (change.type === 'deleteStage' && stage) deleteStage(target, stage.id)
    if (change.type === 'link' && card)
      setField(target, 'cards', card.id, 'kpi', cards[change.other % cards.length]?.id ?? null)
  }

  test('after any edits the cached layout equals one made from scratch', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const journey = drawJourney(drawing)
        const { lay } = open(journey)
        for (const change of edits) {
          apply(journey, change)
          expect(plain(lay())).toEqual(plain(fresh(journey)))
        }
      }),
      { seed: 42, numRuns: 150 },
    )
  })

  test('cards of one map never overlap and stay inside their cell', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        const journey = drawJourney(drawing)
        for (const change of edits) apply(journey, change)
        const map = fresh(journey).journeys.get(journey.id)
        const cards = [...(map?.cards.values() ?? [])]
        for (const [at, a] of cards.entries()) {
          for (const b of cards.slice(at + 1)) {
            const isApart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
            expect(isApart, `${a.id} and ${b.id}`).toBe(true)
          }
        }
        for (const cell of map?.cells.values() ?? []) {
          for (const id of cell.cardIds) {
            const card = map?.cards.get(id)
            if (!card) throw new Error('card without a place')
            expect(card.x).toBeGreaterThanOrEqual(cell.rect.x + 12)
            expect(card.x + card.w).toBeLessThanOrEqual(cell.rect.x + cell.rect.w - 12)
            expect(card.y + card.h).toBeLessThanOrEqual(cell.rect.y + cell.rect.h - 10)
          }
        }
      }),
      { seed: 43, numRuns: 150 },
    )
  })
})
