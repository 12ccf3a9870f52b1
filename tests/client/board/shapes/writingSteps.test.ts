import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { endStep, markStart, revertSteps } from '../../../../client/board/shapes/text/writingSteps.ts'
import { UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'

/** A history and somebody who writes values that are undone one by one. */
function writer() {
  const doc = new Y.Doc()
  const edit = { doc, origin: 'anna' }
  const undo = new UndoHistory(edit)
  const cards = doc.getMap('cards')
  const write = (value: string) => undo.step(() => doc.transact(() => cards.set('a', value), edit.origin))
  return { undo, write, value: () => cards.get('a') }
}

it('forgets the steps made since the writing began and no others', () => {
  const { undo, write } = writer()
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

it('makes one step of what was written with pauses, which is undone and redone as one', () => {
  const { undo, write, value } = writer()
  write('before')
  const start = markStart(undo)
  write('o')
  write('on')
  write('one')
  endStep(undo, start)
  write('after')
  undo.undo()
  expect(value()).toBe('one')
  undo.undo()
  expect(value()).toBe('before')
  undo.redo()
  expect(value()).toBe('one')
  undo.undo()
  undo.undo()
  expect(value()).toBeUndefined()
})

it('leaves the history as it is where nothing was written, or the step before is gone', () => {
  const { undo, write, value } = writer()
  write('one')
  const start = markStart(undo)
  endStep(undo, start)
  write('two')
  if (start.before) undo.forget(start.before)
  write('three')
  endStep(undo, start)
  undo.undo()
  expect(value()).toBe('two')
})
