// The map cut into pages: every card once, nothing over the edge, nothing on top of something else.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fontMetrics } from '../../../../client/board/fontMetrics.ts'
import { mapPages } from '../../../../shared/export/pptx/mapPages.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { groupCards } from '../../../../shared/journey/edit/editClusters.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { anyBoardDoc } from '../../../support/arbitraryBoard.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'

type Board = ReturnType<typeof readBoard>

function checkPages(board: Board, room: { width: number; height: number }): void {
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  for (const map of layout.journeys.values()) {
    const pages = mapPages(map, room)
    const inCells = [...map.cells.values()].flatMap(({ cardIds }) => cardIds)
    const shown = pages.flatMap(({ bands }) => bands.flatMap(({ cards }) => cards.map(({ id }) => id)))
    expect(shown.toSorted()).toEqual(inCells.toSorted())
    for (const page of pages) {
      for (const band of page.bands) {
        const boxes = band.cards.flatMap(({ id, x, y }) => {
          const card = map.cards.get(id)
          return card ? [{ x, y, w: card.w, h: card.h }] : []
        })
        for (const box of boxes) {
          expect(box.y).toBeGreaterThanOrEqual(band.y)
          expect(box.y + box.h).toBeLessThanOrEqual(band.y + band.h)
          const column = page.stages.find(({ x, w }) => box.x >= x && box.x + box.w <= x + w)
          expect(column, 'a card lies in the column of a stage').toBeDefined()
        }
        // Each frame is in its band and around its cards, and holds no other card in part.
        for (const frame of band.groups) {
          expect(frame.y).toBeGreaterThanOrEqual(band.y)
          expect(frame.y + frame.h).toBeLessThanOrEqual(band.y + band.h)
          const inside = boxes.filter((box) => box.x >= frame.x && box.x + box.w <= frame.x + frame.w)
          const touched = inside.filter(({ y, h }) => y < frame.y + frame.h && frame.y < y + h)
          expect(touched.length).toBeGreaterThan(0)
          for (const { y, h } of touched) expect(y >= frame.y + 22 && y + h <= frame.y + frame.h).toBe(true)
        }
        const overlap = boxes.some((a, at) =>
          boxes.slice(at + 1).some((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
        )
        expect(overlap).toBe(false)
      }
      // Only what cannot be cut may be larger than the page.
      if (page.stages.length > 1) expect(page.width).toBeLessThanOrEqual(room.width)
      if (page.bands.length > 1) expect(page.height).toBeLessThanOrEqual(room.height)
    }
  }
}

it.each([400, 800, 3_000])('the maximal workshop on pages %i px high', (height) => {
  checkPages(maximalWorkshop().input.board, { width: 1_666, height })
})

it('any board', () => {
  fc.assert(
    fc.property(anyBoardDoc, (doc) => checkPages(readBoard(doc), { width: 1_200, height: 300 })),
    { numRuns: 60, seed: 4 },
  )
})

it('a group has its frame and name on every page its cards are on', () => {
  const notes = Array.from({ length: 20 }, (_, at) => `note ${at}`)
  const journey = drawJourney(`| One\n pains | first; ${notes.join('; ')}`)
  const cardIds = notes.map((words) => journey.card(words))
  groupCards(journey.target, { id: 'group' as ClusterId, name: 'Waiting', cardIds })
  const [map] = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.values()
  const pages = map ? mapPages(map, { width: 1_666, height: 400 }) : []
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.map(({ bands }) => bands.flatMap(({ groups }) => groups.map(({ id }) => id)))).toEqual(
    pages.map(() => ['group']),
  )
  checkPages(journey.board(), { width: 1_666, height: 400 })
})

it('a lane longer than a page goes on with its label repeated; stages that do not fit come after', () => {
  const notes = Array.from({ length: 30 }, (_, at) => `note ${at}`).join('; ')
  const journey = drawJourney(`| One | Two | Three\n pains | ${notes} | other | last`)
  const [map] = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.values()
  if (!map) throw new Error('no map')
  const pages = mapPages(map, { width: 900, height: 400 })
  expect(pages.map(({ stages }) => stages.length)).toEqual([2, 2, 2, 1])
  expect(pages.map(({ bands }) => bands.map(({ isContinued }) => isContinued))).toEqual([
    [false],
    [true],
    [true],
    [false],
  ])
})
