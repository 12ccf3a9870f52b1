// Groups in the cells of the map: framed together under their name, wherever the keys of their cards are, and where a
// card lands that is dropped among them.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { BoardModel, readBoard } from '../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { placeCards } from '../../../shared/journey/edit/editCards.ts'
import { groupCards, mergeCards, takeOutParts, ungroup } from '../../../shared/journey/edit/editClusters.ts'
import { renderSvg } from '../../../shared/export/svg.ts'
import { arrangeCell } from '../../../shared/layout/arrangeCell.ts'
import { findLanding } from '../../../shared/layout/findLanding.ts'
import type { BoardLayout } from '../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { containsPoint } from '../../../shared/layout/Rect.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

const drawing = `
        | Preparing               | Separating
  pains | One; Two; Three; Four   | Five; Six
`
const waiting = 'waiting' as ClusterId

function drawn(...grouped: string[]) {
  const journey = drawJourney(drawing)
  const cardIds = grouped.map((words) => journey.card(words))
  if (cardIds.length > 0) groupCards(journey.target, { id: waiting, name: 'Waiting', cardIds })
  return journey
}

const lay = (journey: DrawnJourney): BoardLayout => layoutBoard(readBoard(journey.doc), new LayoutCache(fontMetrics))
function mapOf(journey: DrawnJourney) {
  const map = lay(journey).journeys.get(journey.id)
  if (!map) throw new Error('no map')
  return map
}
/** Words of a cell's cards as they show. */
function shown(journey: DrawnJourney, stage: string): string[] {
  const board = readBoard(journey.doc)
  const cell = mapOf(journey).cells.get(`${journey.stage(stage)}/${journey.lane('pains')}`)
  return (cell?.cardIds ?? []).map((id) => String(board.cards.get(id)?.fields['text' as never]))
}

test('nothing is lost or shown twice, groups are whole, and lie where their first card lies', () => {
  const items = fc.uniqueArray(fc.nat(60), { maxLength: 20 })
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 5 }), (numbers, groups) => {
      const groupOf = (item: number) => (item % (groups + 1) === 0 ? null : (`g${item % (groups + 1)}` as ClusterId))
      const blocks = arrangeCell(numbers, groupOf)
      const byNumber = (a: number, b: number) => a - b
      expect(blocks.flatMap(({ items: inside }) => inside).toSorted(byNumber)).toEqual(numbers.toSorted(byNumber))
      const named = blocks.flatMap(({ groupId }) => groupId ?? [])
      expect(new Set(named).size).toBe(named.length)
      for (const { groupId, items: inside } of blocks)
        expect(inside.every((item) => groupOf(item) === groupId)).toBe(true)
      const leads = blocks.map(({ items: inside }) => numbers.indexOf(inside[0] ?? -1))
      expect(leads).toEqual(leads.toSorted((a, b) => a - b))
    }),
  )
})

describe('a group in a cell', () => {
  test('has its cards together in a frame with room for its name; the others are outside', () => {
    const journey = drawn('One', 'Three')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Three', 'Two', 'Four'])
    const map = mapOf(journey)
    const [frame, ...more] = map.groups
    expect(more).toEqual([])
    expect(frame?.id).toBe(waiting)
    for (const [words, isInside] of [
      ['One', true],
      ['Three', true],
      ['Two', false],
      ['Four', false],
    ] as const) {
      const card = map.cards.get(journey.card(words))
      const corners = card ? [card, { x: card.x + card.w, y: card.y + card.h }] : []
      expect(corners.map((corner) => frame !== undefined && containsPoint(frame, corner))).toEqual([isInside, isInside])
    }
    expect((map.cards.get(journey.card('One'))?.y ?? 0) - (frame?.y ?? 0)).toBe(22)
  })

  test('over two stages it has a frame in each', () => {
    const journey = drawn('One', 'Five', 'Six')
    expect(mapOf(journey).groups.map(({ id, stageId }) => [id, stageId])).toEqual([
      [waiting, journey.stage('Preparing')],
      [waiting, journey.stage('Separating')],
    ])
  })

  test('a cell is laid out again when its groups change, and only that one', () => {
    const journey = drawn()
    const model = new BoardModel(journey.doc)
    const cache = new LayoutCache(fontMetrics)
    const again = () => {
      model.refresh()
      return layoutBoard(model.board, cache)
    }
    again()
    groupCards(journey.target, { id: waiting, cardIds: [journey.card('One'), journey.card('Two')] })
    const grouped = again()
    expect(grouped.recomputedCells).toBe(1)
    expect({ ...grouped, recomputedCells: 0 }).toMatchObject({ journeys: { size: 1 } })
    expect([...(again().journeys.get(journey.id)?.groups ?? [])]).toHaveLength(1)
    ungroup(journey.target, waiting)
    expect(again().journeys.get(journey.id)?.groups).toEqual([])
    expect(again().recomputedCells).toBe(0)
  })
})

test('a merged note says how many notes it is, and not any more when it is taken apart', () => {
  const journey = drawn()
  const model = new BoardModel(journey.doc)
  const cache = new LayoutCache(fontMetrics)
  const footOf = () => {
    model.refresh()
    return layoutBoard(model.board, cache).journeys.get(journey.id)?.cards.get(journey.card('One'))
  }
  const alone = footOf()
  const parts = [journey.card('Two'), journey.card('Five')]
  mergeCards(journey.target, { id: waiting, into: journey.card('One'), parts })
  expect(footOf()?.foot).toBe('3 notes')
  expect(footOf()?.h).toBeGreaterThanOrEqual(alone?.h ?? 0)
  takeOutParts(journey.target, parts)
  expect(footOf()?.foot).toBe('')
})

describe('dropped among groups', () => {
  /** Puts a card down with the pointer in the left part of another card. */
  function dropsBefore(journey: DrawnJourney, words: string, target: string): void {
    const board = readBoard(journey.doc)
    const cache = new LayoutCache(fontMetrics)
    const layout = layoutBoard(board, cache)
    const at = layout.journeys.get(journey.id)?.cards.get(journey.card(target))
    if (!at) throw new Error(target)
    const point = { x: at.x + 10, y: at.y + at.h / 2 }
    const [landing] = findLanding({
      board,
      layout,
      cache,
      point,
      cards: [{ id: journey.card(words), kind: 'note', at: point }],
    })
    if (!landing) throw new Error('nowhere')
    placeCards(journey.target, [{ id: journey.card(words), place: landing.place }])
    // The preview is where it lies then.
    const now = mapOf(journey).cards.get(journey.card(words))
    expect({ x: landing.rect.x, y: landing.rect.y }).toEqual({ x: now?.x, y: now?.y })
  }

  test('a stranger between two cards of a group comes after the group', () => {
    const journey = drawn('One', 'Three')
    dropsBefore(journey, 'Six', 'Three')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Three', 'Six', 'Two', 'Four'])
  })

  test('before and after a group it goes where it is put', () => {
    const journey = drawn('Two', 'Three')
    dropsBefore(journey, 'Five', 'Two')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Five', 'Two', 'Three', 'Four'])
    dropsBefore(journey, 'Six', 'Four')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Five', 'Two', 'Three', 'Six', 'Four'])
  })

  test('a card of the group changes its place in it, and comes to it from another cell', () => {
    const journey = drawn('One', 'Two', 'Three', 'Five')
    dropsBefore(journey, 'Three', 'Two')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Three', 'Two', 'Four'])
    dropsBefore(journey, 'Five', 'Four')
    expect(shown(journey, 'Preparing')).toEqual(['One', 'Three', 'Two', 'Five', 'Four'])
  })
})

test('the drawn map has the frame, the name and the number of notes', () => {
  const journey = drawn('One', 'Two')
  mergeCards(journey.target, { id: 'm' as ClusterId, into: journey.card('One'), parts: [journey.card('Six')] })
  const svg = renderSvg(readBoard(journey.doc), lay(journey), { metrics: fontMetrics, departments: [], title: 'x' })
  expect(svg).toContain('>Waiting<')
  expect(svg).toContain('>2 notes<')
})
