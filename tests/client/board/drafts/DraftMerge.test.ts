// The author's own view of the board: drafts in their cells, and the same arrays where nothing changed.
import { describe, expect, it } from 'vitest'
import { DraftMerge } from '../../../../client/board/drafts/DraftMerge.ts'
import { type Card, type CellKey, cellKey, isCellPlace } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const nothing: ReadonlySet<CardId> = new Set()

function drawn() {
  const journey = drawJourney(`
            | One  | Two
 pains      | A; B | C
`)
  const board = readBoard(journey.doc)
  const keyOf = (id: CardId): CellKey => {
    const place = board.cards.get(id)?.place
    if (!place || !isCellPlace(place)) throw new Error('no cell')
    return cellKey(place.stageId, place.laneId)
  }
  const draft = (id: string, beside: CardId, order: string): Card => {
    const card = board.cards.get(beside)
    if (!card || !isCellPlace(card.place)) throw new Error('no card')
    return { ...card, id: id as CardId, place: { ...card.place, order } }
  }
  return { board, journey, keyOf, draft }
}

describe('merging drafts', () => {
  it('gives the board itself when there is nothing to merge', () => {
    const { board } = drawn()
    expect(new DraftMerge().merge(board, [], nothing)).toBe(board)
  })

  it('puts drafts into their cells by their order, and leaves other cells and the board alone', () => {
    const { board, journey, keyOf, draft } = drawn()
    const [a, b, c] = ['A', 'B', 'C'].map((name) => journey.card(name)) as [CardId, CardId, CardId]
    const merged = new DraftMerge().merge(board, [draft('d', a, 'zz'), draft('e', a, '0')], nothing)
    expect(merged.cells.get(keyOf(a))?.map(({ id }) => id)).toEqual(['e', a, b, 'd'])
    expect(merged.cells.get(keyOf(c))).toBe(board.cells.get(keyOf(c)))
    expect([merged.cards.has('d' as CardId), board.cards.has('d' as CardId)]).toEqual([true, false])
  })

  it('keeps the list of a cell whose cards and drafts are the same objects', () => {
    const { board, journey, keyOf, draft } = drawn()
    const a = journey.card('A')
    const merge = new DraftMerge()
    const own = [draft('d', a, 'zz')]
    const first = merge.merge(board, own, nothing).cells.get(keyOf(a))
    expect(merge.merge({ ...board }, [...own], new Set()).cells.get(keyOf(a))).toBe(first)
    expect(merge.merge(board, [draft('d', a, 'zz')], nothing).cells.get(keyOf(a))).not.toBe(first)
  })

  it('leaves out the card that a draft stands for', () => {
    const { board, journey, keyOf, draft } = drawn()
    const [a, b] = [journey.card('A'), journey.card('B')] as [CardId, CardId]
    const merged = new DraftMerge().merge(board, [draft('d', a, '0')], new Set([b]))
    expect(merged.cells.get(keyOf(a))?.map(({ id }) => id)).toEqual(['d', a])
    expect(merged.cards.has(b)).toBe(false)
  })
})
