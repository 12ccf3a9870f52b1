// One check, every law: what an edit does must be right, one update, undone by one undo and done again by one redo, the
// same after saving and loading, the same for somebody who gets only the update, and the same for a model that is kept
// up to date as for one read anew.
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../shared/journey/Board.ts'
import { BoardModel, readBoard } from '../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import { rootNames } from '../../shared/journey/schema.ts'
import { plainBoard } from './plainBoard.ts'

const look = (doc: Y.Doc) => ({ ...plainBoard(readBoard(doc)), drawings: readDrawings(doc) })

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Makes the edit, checks every law, and gives the board as it is with the edit made. */
export function checkEdit(doc: Y.Doc, edit: (target: EditTarget) => unknown): Board {
  const peer = copyOf(doc)
  const model = new BoardModel(doc)
  model.refresh()
  const target = { doc, origin: { name: 'editor' } }
  const undo = new Y.UndoManager(
    rootNames.map((root) => doc.getMap(root)),
    { trackedOrigins: new Set([target.origin]), captureTimeout: 0 },
  )
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  const before = look(doc)
  doc.on('update', collect)
  edit(target)
  doc.off('update', collect)

  const after = look(doc)
  expect(after, 'an edit that is checked must change something').not.toEqual(before)
  expect(updates, 'one update').toHaveLength(1)
  model.refresh()
  expect(plainBoard(model.board), 'the model that was kept up to date').toEqual(plainBoard(readBoard(doc)))
  for (const update of updates) Y.applyUpdate(peer, update)
  expect(look(peer), 'what somebody else sees').toEqual(after)
  expect(look(copyOf(doc)), 'saved and loaded').toEqual(after)
  undo.undo()
  expect(look(doc), 'undone').toEqual(before)
  expect(undo.undoStack, 'one undo is enough').toHaveLength(0)
  undo.redo()
  expect(look(doc), 'done again').toEqual(after)
  model.destroy()
  undo.destroy()
  return readBoard(doc)
}

/** The edit is refused: the document is byte for byte what it was, and nothing was sent. */
export function checkRefused(doc: Y.Doc, edit: (target: EditTarget) => unknown): void {
  const before = Y.encodeStateAsUpdate(doc)
  let updates = 0
  const count = () => updates++
  doc.on('update', count)
  edit({ doc, origin: 'refused' })
  doc.off('update', count)
  expect(updates, 'nothing is sent').toBe(0)
  expect(Y.encodeStateAsUpdate(doc), 'the document is untouched').toEqual(before)
}
