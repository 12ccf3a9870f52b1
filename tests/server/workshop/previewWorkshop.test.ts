import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { previewWorkshop } from '../../../server/workshop/previewWorkshop.ts'
import { TestRoom } from '../../support/room/TestRoom.ts'

interface Ids {
  readonly journeyId: string
  readonly stageId: string
  readonly laneId: string
}

function idsOf(doc: Y.Doc): Ids {
  const [journeyId = ''] = doc.getMap('journeys').keys()
  const [stageId = ''] = doc.getMap('stages').keys()
  const lanes = [...doc.getMap<Y.Map<unknown>>('lanes').entries()]
  const [laneId = ''] = lanes.find(([, lane]) => lane.get('kind') === 'thoughts') ?? []
  return { journeyId, stageId, laneId }
}

function addThought(doc: Y.Doc, id: string, text: string, place: unknown): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    doc.getMap('cards').set(id, card)
    card.set('kind', 'thought')
    card.set('place', place)
    card.set('text', new Y.Text(text))
  })
}

it('[HT11] the preview shows each stage with the first thought in it, in the order of the map', async () => {
  const test = await TestRoom.create({ template: 'customer-lifecycle' })
  const { doc } = test.room.board
  const preview = () => previewWorkshop(test.room, test.keys.participant, test.clock.nowMs())
  test.room.edit(() => {
    for (const id of doc.getMap('cards').keys()) doc.getMap('cards').delete(id)
  })
  expect(preview()?.journey?.stages.every(({ question }) => question === '')).toBe(true)
  const { journeyId, stageId, laneId } = idsOf(doc)
  expect([journeyId, stageId, laneId]).not.toContain('')
  const name = doc.getMap<Y.Map<unknown>>('stages').get(stageId)?.get('name')
  addThought(doc, 'second', 'And then?', { journeyId, stageId, laneId, order: 'a2' })
  addThought(doc, 'first', 'Where do I begin?', { journeyId, stageId, laneId, order: 'a1' })
  addThought(doc, 'none', '', { journeyId, stageId, laneId, order: 'a0' })
  addThought(doc, 'loose', 'On the parking lot', { x: 0, y: 0 })
  const asked = preview()?.journey?.stages.filter(({ question }) => question !== '')
  expect(asked?.map((stage) => [stage.name, stage.question])).toEqual([[String(name), 'Where do I begin?']])
})

it('[HT11] a key that opens nothing shows nothing', async () => {
  const test = await TestRoom.create()
  expect(previewWorkshop(test.room, 'x'.repeat(22), test.clock.nowMs())).toBeNull()
})
