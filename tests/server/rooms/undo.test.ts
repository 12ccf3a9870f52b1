// What clients do beyond plain edits must pass the gate too: undo and redo bring back deleted records as new structs,
// and come back under the limits after a reload.
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { rootNames } from '../../../shared/journey/schema.ts'
import { Random } from '../../support/Random.ts'
import { addNote, noteText, TestRoom } from '../../support/room/TestRoom.ts'

it('[GA5] undo and redo of making, typing, moving and deleting are ordinary changes', async () => {
  const test = await TestRoom.create()
  const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
  await test.settle()
  const undo = new Y.UndoManager(
    rootNames.map((name) => anna.doc.getMap(name)),
    { captureTimeout: 0 },
  )
  const random = new Random(5)
  for (let step = 0; step < 200; step++) {
    const ids = [...anna.doc.getMap('cards').keys()].filter((id) => id.startsWith('n'))
    const id = random.pick(ids)
    const action = random.below(6)
    if (action === 0 || id === undefined) addNote(anna.doc, `n${step}`, 'words')
    else if (action === 1) noteText(anna.doc, id).insert(0, `${step} `)
    else if (action === 2) noteText(anna.doc, id).delete(0, Math.min(3, noteText(anna.doc, id).length))
    else if (action === 3) anna.doc.getMap('cards').delete(id)
    else if (action === 4) undo.undo()
    else undo.redo()
    if (step % 7 === 0) await test.settle()
    if (step % 50 === 49) {
      anna.disconnect()
      addNote(anna.doc, `nOffline${step}`, 'offline')
      anna.connect()
    }
  }
  await test.settle()
  expect(test.refusals).toEqual([])
  expect(ben.cards()).toEqual(anna.cards())
  expect(test.room.board.doc.getMap('cards').toJSON()).toEqual(anna.cards())
})
