// The arrow keys: from card to card, and a card from cell to cell.
import { describe, expect, it } from 'vitest'
import {
  allStops,
  type Direction,
  nextStop,
  placeInNextCell,
  placeInSameCell,
  type Stop,
} from '../../../../client/board/keyboard/moveByCell.ts'
import { placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { cardLayoutOf } from '../../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const metrics = { widthOf: () => 0.5 }

function drawn() {
  const journey = drawJourney(`
              | One     | Two  | Three
   touchpoints| A; B; C | D    |
   thoughts   | why     | when |
   pains      | E       |      | F
  `)
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(metrics))
  const go = (words: string, direction: Direction): Stop | null => {
    const from = cardLayoutOf(layout, journey.card(words))
    if (!from) throw new Error(`no ${words}`)
    return nextStop(allStops(layout), from, direction)
  }
  const card = (words: string) => {
    const found = journey.board().cards.get(journey.card(words))
    if (!found) throw new Error(`no ${words}`)
    return found
  }
  return { journey, board, layout, go, card }
}

const named = (stop: Stop | null): string | undefined => (stop?.type === 'card' ? stop.id : stop?.type)

describe('from card to card', () => {
  it('goes along the row and on to the next stage', () => {
    const { go } = drawn()
    expect(named(go('A', 'right'))).toBe('B')
    expect(named(go('B', 'right'))).toBe('D')
    expect(named(go('B', 'left'))).toBe('A')
  })
  it('goes down the column, not to a nearer card far to the side', () => {
    const { go } = drawn()
    expect(named(go('A', 'down'))).toBe('C')
    expect(named(go('C', 'down'))).toBe('why')
    expect(named(go('E', 'up'))).toBe('why')
  })
  it('stops at empty cells that take cards', () => {
    const { go } = drawn()
    expect(go('D', 'right')?.type).toBe('cell')
    expect(go('when', 'down')?.type).toBe('cell')
  })
  it('ends at the edge', () => {
    const { go } = drawn()
    expect(go('A', 'up')).toBeNull()
    expect(go('A', 'left')).toBeNull()
  })
})

describe('a card from cell to cell', () => {
  it('goes to the end of the next stage in the same lane', () => {
    const { journey, board, layout, card } = drawn()
    const place = placeInNextCell(board, layout, card('A'), 'right')
    if (place) placeCards(journey.target, [{ id: journey.card('A'), place }])
    expect(journey.cell('Two', 'touchpoints')).toEqual(['D', 'A'])
  })
  it('skips lanes that do not take its kind', () => {
    const { journey, board, layout, card } = drawn()
    expect(placeInNextCell(board, layout, card('A'), 'down')).toBeNull()
    expect(placeInNextCell(board, layout, card('E'), 'up')).toMatchObject({ laneId: journey.lane('thoughts') })
  })
  it('stays at the ends', () => {
    const { board, layout, card } = drawn()
    expect(placeInNextCell(board, layout, card('A'), 'left')).toBeNull()
    expect(placeInNextCell(board, layout, card('F'), 'right')).toBeNull()
  })
  it('goes one place later or earlier within its cell', () => {
    const { journey, card } = drawn()
    const later = placeInSameCell(journey.board(), card('A'), 1)
    if (later) placeCards(journey.target, [{ id: journey.card('A'), place: later }])
    expect(journey.cell('One', 'touchpoints')).toEqual(['B', 'A', 'C'])
    const earlier = placeInSameCell(journey.board(), card('C'), -1)
    if (earlier) placeCards(journey.target, [{ id: journey.card('C'), place: earlier }])
    expect(journey.cell('One', 'touchpoints')).toEqual(['B', 'C', 'A'])
    expect(placeInSameCell(journey.board(), card('B'), -1)).toBeNull()
    expect(placeInSameCell(journey.board(), card('A'), 1)).toBeNull()
  })
})
