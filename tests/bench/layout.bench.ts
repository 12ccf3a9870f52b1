// How long laying out a large map takes, beside the part of it that nobody can avoid (breaking every title into lines).
// Prints numbers and ratios; asserts nothing, because a shared machine's clock proves nothing.
import { loadFontMetrics } from '../../server/fonts/loadFontMetrics.ts'
import * as Y from 'yjs'
import { BoardModel } from '../../shared/journey/BoardModel.ts'
import { createCards, type NewCard } from '../../shared/journey/edit/editCards.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import { newId, type CardId, type JourneyId, type LaneId, type StageId } from '../../shared/journey/ids.ts'
import { orderKeys } from '../../shared/journey/order.ts'
import { layoutBoard } from '../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../shared/layout/LayoutCache.ts'
import { wrapText } from '../../shared/layout/wrapText.ts'

const words = ['Status', 'cannot', 'be', 'seen', 'because', 'the', 'two', 'administrations', 'do', 'not', 'talk']

function makeBoard(cardCount: number): { doc: Y.Doc; ids: CardId[] } {
  const doc = new Y.Doc()
  const target = { doc, origin: 'bench' }
  const journeyId = newId<JourneyId>()
  createJourney(target, { id: journeyId, place: { x: 0, y: 0 } })
  const stages = orderKeys(12).map((order) => ({ id: newId<StageId>(), order }))
  for (const { id, order } of stages) createStage(target, { id, journeyId, order, name: 'Stage' })
  const lanes = orderKeys(5).map((order) => ({ id: newId<LaneId>(), order }))
  for (const { id, order } of lanes) createLane(target, { id, journeyId, order, kind: 'pains' })
  const orders = orderKeys(cardCount)
  const cards = orders.map((order, at): NewCard => {
    const text = Array.from({ length: 4 + (at % 9) }, (_, word) => words[(at * 7 + word * 3) % words.length]).join(' ')
    const stageId = stages[at % stages.length]?.id as StageId
    const laneId = lanes[at % lanes.length]?.id as LaneId
    return { id: newId<CardId>(), kind: 'note', place: { journeyId, stageId, laneId, order }, fields: { text } }
  })
  return { doc, ids: createCards(target, cards) }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const metrics = await loadFontMetrics()
console.log('Layout of one map, median of 15 runs')
for (const cardCount of [300, 1_000, 3_000]) {
  const { doc, ids } = makeBoard(cardCount)
  const model = new BoardModel(doc)
  model.refresh()
  const texts = [...model.board.cards.values()].map((card) => (card.kind === 'note' ? card.fields.text : ''))
  const font = { weight: 400, italic: false, size: 13 }
  const scratch = median(
    Array.from({ length: 15 }, () => time(() => layoutBoard(model.board, new LayoutCache(metrics)))),
  )
  const wrap = median(
    Array.from({ length: 15 }, () => time(() => texts.forEach((text) => wrapText(text, font, 124, 5, metrics)))),
  )
  const cache = new LayoutCache(metrics)
  layoutBoard(model.board, cache)
  let recomputed = 0
  const edit = median(
    Array.from({ length: 15 }, (_, run) => {
      setField({ doc, origin: 'bench' }, 'cards', ids[run] as CardId, 'text', `Renamed ${run}`)
      model.refresh()
      return time(() => (recomputed = layoutBoard(model.board, cache).recomputedCells))
    }),
  )
  const figures = [
    `${cardCount} cards`,
    `from scratch ${scratch.toFixed(1)} ms (breaking lines alone ${wrap.toFixed(1)} ms, ratio ${(scratch / wrap).toFixed(2)})`,
    `after one edit ${edit.toFixed(2)} ms (${recomputed} cell of 60, ratio ${(edit / scratch).toFixed(3)})`,
  ]
  console.log(figures.join(' · '))
}
