import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { fontMetrics } from '../../../../client/board/fontMetrics.ts'
import { THUMBNAIL, thumbnailBlocks } from '../../../../client/workshop/history/thumbnail.ts'
import type { Board } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const blocksOf = (board: Board) => thumbnailBlocks(board, layoutBoard(board, new LayoutCache(fontMetrics)))

it('has a block for every card, all inside the picture', () => {
  const journey = drawJourney(`
               | Preparing          | Separating
    touchpoints| Website; Checklist | Exam
    pains      | Too long           |
    emotion    | anna -1 slow       |
  `)
  const blocks = blocksOf(journey.board())
  // Sheet, 2 stages, emotion lane, 4 cards.
  expect(blocks).toHaveLength(8)
  for (const { x, y, w, h } of blocks) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(x + w).toBeLessThanOrEqual(THUMBNAIL.w)
    expect(y + h).toBeLessThanOrEqual(THUMBNAIL.h)
  }
  expect(blocks.map(({ color }) => color)).toContain('pain-ink')
})

it('of an empty board is empty', () => {
  expect(blocksOf(readBoard(new Y.Doc()))).toEqual([])
})
