// Grey blocks: as many as others hide, with a place in the layout, and nothing anybody could take for a card.
import { describe, expect, it } from 'vitest'
import { HiddenBlocks, hiddenCells, isBlock, MAX_BLOCKS } from '../../../../client/board/drafts/hiddenNotes.ts'
import { allStops } from '../../../../client/board/keyboard/moveByCell.ts'
import { type CellKey, cellKey } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { LaneId, StageId } from '../../../../shared/journey/ids.ts'
import { lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { findLanding } from '../../../../shared/layout/findLanding.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

function drawn() {
  const journey = drawJourney(`
            | One | Two
 pains      | A   |
`)
  const board = readBoard(journey.doc)
  const [id] = board.journeys.keys()
  if (!id) throw new Error('no journey')
  const [lane] = lanesOf(board, id)
  const keys = stagesOf(board, id).map((stage) => cellKey(stage.id, lane?.id as LaneId))
  return {
    board,
    journey,
    one: keys[0] as CellKey,
    two: keys[1] as CellKey,
    cache: new LayoutCache({ widthOf: () => 0.5 }),
  }
}

describe('notes of others', () => {
  it('are what the server counts less the own ones', () => {
    const cells = [
      { stageId: 's', laneId: 'l', notes: 3 },
      { stageId: 't', laneId: 'l', notes: 1 },
    ]
    const own = [cellKey('s' as StageId, 'l' as LaneId), cellKey('t' as StageId, 'l' as LaneId)]
    expect([...hiddenCells({ notes: 4, writers: 2, cells }, own)]).toEqual([['s/l', 2]])
    expect(hiddenCells({ notes: 4, writers: 2, cells: null }, own).size).toBe(0)
    expect(hiddenCells(null, []).size).toBe(0)
  })

  it('have places behind the cards of their cell, at most so many', () => {
    const { board, journey, one, two, cache } = drawn()
    const laidOut = new HiddenBlocks().addTo(
      board,
      new Map([
        [one, 2],
        [two, 50],
      ]),
    )
    const [map] = layoutBoard(laidOut, cache).journeys.values()
    const places = map?.cells.get(one)?.cardIds ?? []
    expect(places[0]).toBe(journey.card('A'))
    expect(places.slice(1).every(isBlock)).toBe(true)
    expect(places).toHaveLength(3)
    expect(map?.cells.get(two)?.cardIds).toHaveLength(MAX_BLOCKS)
    expect(laidOut.cards).toBe(board.cards)
  })

  it('leave the layout of a cell as it is while neither the cell nor their number changes', () => {
    const { board, one, cache } = drawn()
    const blocks = new HiddenBlocks()
    layoutBoard(blocks.addTo(board, new Map([[one, 2]])), cache)
    const before = cache.recomputedCells
    layoutBoard(blocks.addTo(board, new Map([[one, 2]])), cache)
    expect(cache.recomputedCells).toBe(before)
  })

  it('are no stops of the arrow keys, and a card dropped behind them lands behind the last card', () => {
    const { board, journey, one, two, cache } = drawn()
    const layout = layoutBoard(
      new HiddenBlocks().addTo(
        board,
        new Map([
          [one, 2],
          [two, 1],
        ]),
      ),
      cache,
    )
    const stops = allStops(layout)
    expect(stops.flatMap((stop) => (stop.type === 'card' ? [stop.id] : []))).toEqual([journey.card('A')])
    expect(stops.filter((stop) => stop.type === 'cell')).toHaveLength(1)
    const [map] = layout.journeys.values()
    const cell = map?.cells.get(one)
    if (!cell) throw new Error('no cell')
    const point = { x: cell.rect.x + cell.rect.w - 4, y: cell.rect.y + cell.rect.h - 4 }
    const [landing] = findLanding({ board, layout, cache, point, cards: [{ id: null, kind: 'note', at: point }] })
    expect(landing?.cell?.index).toBe(1)
    const order = landing && 'order' in landing.place ? landing.place.order : ''
    const [card] = board.cells.get(one) ?? []
    expect(card && 'order' in card.place && order > card.place.order).toBe(true)
  })
})
