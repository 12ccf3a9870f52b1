import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { markStart, revertSteps } from '../../../../client/board/shapes/text/revertSteps.ts'
import { UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'

it('forgets the steps made since the writing began and no others', () => {
  const doc = new Y.Doc()
  const edit = { doc, origin: 'anna' }
  const undo = new UndoHistory(edit)
  const cards = doc.getMap('cards')
  const write = (value: string) => undo.step(() => doc.transact(() => cards.set('a', value), edit.origin))
  const empty = markStart(undo)
  write('one')
  const afterOne = markStart(undo)
  write('two')
  write('three')
  revertSteps(undo, afterOne)
  expect(undo.last()).toBe(afterOne.before)
  revertSteps(undo, empty)
  expect(undo.last()).toBeNull()
})
