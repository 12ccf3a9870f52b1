import { expect, it } from 'vitest'
import { cellForRows } from '../../../shared/import/cellForRows.ts'
import { rowsToCards } from '../../../shared/import/rows.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const drawn = () =>
  drawJourney(`
                | Preparing | Separating
    touchpoints | Class     |
    pains       |           |
    process     |           |
  `)

it('a table that names stages and lanes goes into the map wherever the pointer is', () => {
  const board = drawn().board()
  const text = 'Stage\tLane\tCard\nSeparating\tPains\tPaper\nPreparing\tProcess\tQueue\n\t\tNo place'
  const cell = cellForRows(text, board, [])
  if (!cell) throw new Error('no cell')
  const { cards, leftOut } = rowsToCards(text, { board, ...cell })
  const names = cards.map(({ kind, place }) =>
    'stageId' in place ? [kind, board.stages.get(place.stageId)?.name, board.lanes.get(place.laneId)?.kind] : [kind],
  )
  expect(names).toEqual([
    ['note', 'Separating', 'pains'],
    ['process-step', 'Preparing', 'process'],
    ['note', 'Preparing', 'pains'],
  ])
  expect(leftOut).toBe(0)
})

it.each([
  ['plain words', 'Paper\nQueue\nNobody calls'],
  ['one word that happens to be a stage’s name', 'Paper\tagain\nSeparating\thurts\nNobody\tcalls'],
  ['stages of another map', 'Stage\tCard\nMoving\tPaper'],
])('%s lie beside the maps', (_, text) => {
  expect(cellForRows(text, drawn().board(), [])).toBeNull()
})
