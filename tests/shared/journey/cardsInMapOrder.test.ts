import { expect, it } from 'vitest'
import { cardsInMapOrder } from '../../../shared/journey/cardsInMapOrder.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { mergeCards } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { csvTables } from '../../../shared/export/csvTables.ts'
import { recapOf } from '../../../shared/export/recap.ts'
import { workItemsOf } from '../../../shared/export/work-items/workItems.ts'
import { selectCandidates } from '../../../shared/workshop/selectCandidates.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const map = () =>
  drawJourney(`
                | Preparing           | Separating
  pains         | Long waits; Slow    | Logins
  opportunities | First idea          | Second idea
`)

it('goes stage by stage and lane by lane, then what lies free, row by row', () => {
  const journey = map()
  const { doc } = journey
  const free = (id: string, x: number, y: number) => ({
    id: id as CardId,
    kind: 'note' as const,
    place: { x, y },
    fields: { text: id },
  })
  createCards({ doc, origin: null }, [free('low', 0, 500), free('right', 900, 10), free('left', 5, 10)])
  expect(cardsInMapOrder(journey.board()).map(cardTitle).join(', ')).toBe(
    'Long waits, Slow, First idea, Logins, Second idea, left, right, low',
  )
})

it('has every card once, also merged ones and those whose place is gone', () => {
  const journey = map()
  const { doc } = journey
  const [waits, slow, logins] = ['Long waits', 'Slow', 'Logins'].map((words) => journey.card(words))
  if (!waits || !slow || !logins) throw new Error('no cards')
  mergeCards({ doc, origin: null }, { id: 'm' as ClusterId, into: waits, parts: [slow] })
  const { place } = journey.board().cards.get(logins) ?? {}
  if (!place || !('stageId' in place)) throw new Error('no cell')
  doc.getMap('stages').delete(place.stageId)
  const board = journey.board()
  const ordered = cardsInMapOrder(board)
  expect(ordered.map(({ id }) => id).toSorted()).toEqual([...board.cards.keys()].toSorted())
  expect(ordered.slice(0, 2).map(cardTitle)).toEqual(['Long waits', 'First idea'])
})

it('is the order of ballots, tables, recap and work items', () => {
  const journey = map()
  const input = {
    board: journey.board(),
    drawings: [],
    workshop: { title: 'Order', departments: [], participants: [] },
    rounds: [],
    nowMs: 0,
  }
  const all = cardsInMapOrder(input.board)
  const idsOf = (kind: string) => all.filter((card) => card.kind === kind).map(({ id }) => id)
  expect(selectCandidates(input.board, {})).toEqual(all.map(({ id }) => id))
  const notes = csvTables(input).find(({ name }) => name === 'notes')
  expect(notes?.rows.map(([id]) => id)).toEqual(idsOf('note'))
  expect(recapOf(input).opportunities.map(({ text }) => text)).toEqual(['First idea', 'Second idea'])
  expect(workItemsOf(input).map(({ title }) => title)).toEqual(['First idea', 'Second idea'])
})
