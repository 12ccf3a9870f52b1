// Undo takes back what this person did and nothing else; a card others have written in stays.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCards, deleteCards, placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { editText, textOf } from '../../../../shared/journey/edit/editText.ts'
import type { EditTarget } from '../../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { MAX_UNDO_STEPS, UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'

/** Two people with their own copies of one document; what one writes reaches the other at once. */
function twoPeople() {
  const [anna, ben] = [new Y.Doc(), new Y.Doc()].map((doc, at): EditTarget => ({ doc, origin: { person: at } }))
  if (!anna || !ben) throw new Error('two people')
  anna.doc.on('update', (update, origin) => origin !== 'wire' && Y.applyUpdate(ben.doc, update, 'wire'))
  ben.doc.on('update', (update, origin) => origin !== 'wire' && Y.applyUpdate(anna.doc, update, 'wire'))
  return { anna, ben, undo: new UndoHistory(anna), undoOfBen: new UndoHistory(ben) }
}

const id = 'card' as CardId
const makeCard = (target: EditTarget, cardId = id): unknown =>
  createCards(target, [{ id: cardId, kind: 'touchpoint', place: { x: 0, y: 0 }, fields: { title: 'Web' } }])
const placeOf = (target: EditTarget): unknown => (target.doc.getMap('cards').get(id) as Y.Map<unknown>).get('place')
const titleOf = (target: EditTarget): string | undefined => textOf(target, 'cards', id, 'title')?.toString()

describe('undo history', () => {
  it('takes back the own move and keeps what somebody else renamed meanwhile', () => {
    const { anna, ben, undo } = twoPeople()
    makeCard(ben)
    undo.step(() => placeCards(anna, [{ id, place: { x: 500, y: 0 } }]))
    editText(ben, 'cards', id, 'title', 'Web shop')
    expect(undo.undo()).toBe('done')
    expect(placeOf(anna)).toEqual({ x: 0, y: 0 })
    expect(titleOf(anna)).toBe('Web shop')
    expect(undo.redo()).toBe('done')
    expect(placeOf(ben)).toEqual({ x: 500, y: 0 })
  })

  it('does not undo what others did', () => {
    const { anna, ben, undo } = twoPeople()
    makeCard(ben)
    expect(undo.undo()).toBe('nothing')
    expect(anna.doc.getMap('cards').has(id)).toBe(true)
  })

  it('makes one step of everything within `step`, and steps apart of edits in quick succession', () => {
    const { anna, undo } = twoPeople()
    undo.step(() => {
      makeCard(anna)
      setField(anna, 'cards', id, 'satisfaction', 3)
    })
    undo.step(() => placeCards(anna, [{ id, place: { x: 9, y: 9 } }]))
    undo.undo()
    expect(placeOf(anna)).toEqual({ x: 0, y: 0 })
    undo.undo()
    expect(anna.doc.getMap('cards').has(id)).toBe(false)
  })

  it('leaves a card others have written in, says so, and goes on with the step before', () => {
    const { anna, ben, undo } = twoPeople()
    makeCard(anna, 'first' as CardId)
    undo.step(() => makeCard(anna))
    editText(ben, 'cards', id, 'title', 'Web, and more')
    expect(undo.undo()).toBe('othersWroteInIt')
    expect(titleOf(anna)).toBe('Web, and more')
    expect(undo.undo()).toBe('done')
    expect(anna.doc.getMap('cards').has('first')).toBe(false)
  })

  it('leaves it too where the words undone first were replaced by others, so that nothing of them is left', () => {
    const { anna, ben, undo } = twoPeople()
    undo.step(() => createCards(anna, [{ id, kind: 'touchpoint', place: { x: 0, y: 0 } }]))
    undo.step(() => editText(anna, 'cards', id, 'title', 'Advert'))
    editText(ben, 'cards', id, 'title', 'Poster')
    expect(undo.undo()).toBe('othersWroteInIt')
    expect(titleOf(anna)).toBe('Poster')
    expect(undo.undo()).toBe('nothing')
  })

  it('leaves a card in which somebody else set a value', () => {
    const { anna, ben, undo } = twoPeople()
    undo.step(() => makeCard(anna))
    setField(ben, 'cards', id, 'satisfaction', 4)
    expect(undo.undo()).toBe('othersWroteInIt')
  })

  it('takes back a card that others only moved, and one whose foreign words are gone again', () => {
    const { anna, ben, undo } = twoPeople()
    undo.step(() => makeCard(anna))
    placeCards(ben, [{ id, place: { x: 7, y: 7 } }])
    editText(ben, 'cards', id, 'title', 'Web shop')
    editText(ben, 'cards', id, 'title', 'Web')
    expect(undo.undo()).toBe('done')
    expect(anna.doc.getMap('cards').has(id)).toBe(false)
  })

  it('brings a deleted card back with the words others wrote in it', () => {
    const { anna, ben, undo } = twoPeople()
    makeCard(anna)
    editText(ben, 'cards', id, 'title', 'Web by Ben')
    undo.step(() => deleteCards(anna, [id]))
    undo.undo()
    expect(titleOf(anna)).toBe('Web by Ben')
    expect(titleOf(ben)).toBe('Web by Ben')
  })

  it('keeps a limited number of steps', () => {
    const { anna, undo } = twoPeople()
    makeCard(anna)
    for (let x = 0; x < MAX_UNDO_STEPS + 20; x++) undo.step(() => placeCards(anna, [{ id, place: { x, y: 0 } }]))
    let steps = 0
    while (undo.undo() === 'done') steps++
    expect(steps).toBe(MAX_UNDO_STEPS)
  })

  it('joins a step with all that came after it; of one that is gone nothing is joined', () => {
    const { anna, undo } = twoPeople()
    undo.step(() => makeCard(anna, 'other' as CardId))
    undo.step(() => makeCard(anna))
    const made = undo.last()
    undo.step(() => editText(anna, 'cards', id, 'title', 'Web shop'))
    undo.step(() => setField(anna, 'cards', id, 'satisfaction', 3))
    if (!made) throw new Error('no step')
    undo.joinFrom(made)
    expect(undo.undo()).toBe('done')
    expect([...anna.doc.getMap('cards').keys()]).toEqual(['other'])
    expect(undo.redo()).toBe('done')
    expect(titleOf(anna)).toBe('Web shop')
    undo.undo()
    undo.joinFrom(made)
    expect(undo.undo()).toBe('done')
    expect(anna.doc.getMap('cards').size).toBe(0)
  })

  it('forgets a step and all that came after it, without undoing them', () => {
    const { anna, undo } = twoPeople()
    undo.step(() => makeCard(anna, 'first' as CardId))
    undo.step(() => makeCard(anna))
    const step = undo.last()
    undo.step(() => placeCards(anna, [{ id, place: { x: 9, y: 9 } }]))
    if (step) undo.forgetSince(step)
    undo.undo()
    expect([...anna.doc.getMap('cards').keys()]).toEqual([id])
    expect(undo.canUndo.get()).toBe(false)
    expect(undo.canRedo.get()).toBe(true)
  })

  describe('over two documents', () => {
    function withDrafts() {
      const { anna, undo } = twoPeople()
      const drafts: EditTarget = { doc: new Y.Doc(), origin: anna.origin }
      const forget = undo.watch(drafts)
      return { board: anna, drafts, undo, forget }
    }
    const has = (target: EditTarget, cardId: string) => target.doc.getMap('cards').has(cardId)
    const other = 'other' as CardId

    it('takes steps back in the order they were made, whichever document they are in', () => {
      const { board, drafts, undo } = withDrafts()
      undo.step(() => makeCard(board))
      undo.step(() => makeCard(drafts))
      undo.step(() => makeCard(board, other))
      undo.undo()
      expect([has(board, id), has(drafts, id), has(board, other)]).toEqual([true, true, false])
      undo.undo()
      expect([has(board, id), has(drafts, id)]).toEqual([true, false])
      undo.redo()
      expect([has(drafts, id), has(board, other)]).toEqual([true, false])
      undo.redo()
      expect(has(board, other)).toBe(true)
    })

    it('takes a step in both back as one', () => {
      const { board, drafts, undo } = withDrafts()
      undo.step(() => {
        makeCard(board)
        makeCard(drafts)
      })
      expect(undo.undo()).toBe('done')
      expect([has(board, id), has(drafts, id)]).toEqual([false, false])
      expect(undo.redo()).toBe('done')
      expect([has(board, id), has(drafts, id)]).toEqual([true, true])
    })

    it('does not do again what was undone in one after something new in the other', () => {
      const { board, drafts, undo } = withDrafts()
      undo.step(() => makeCard(drafts))
      undo.undo()
      undo.step(() => makeCard(board))
      expect(undo.redo()).toBe('nothing')
      expect(has(drafts, id)).toBe(false)
    })

    it('makes one step of what was written in one since a step in the other', () => {
      const { board, drafts, undo } = withDrafts()
      undo.step(() => makeCard(board))
      const before = undo.last()
      undo.step(() => makeCard(drafts))
      undo.step(() => editText(drafts, 'cards', id, 'title', 'Web shop'))
      undo.joinSince(before)
      undo.undo()
      expect(has(drafts, id)).toBe(false)
      undo.undo()
      expect(undo.canUndo.get()).toBe(false)
    })

    it('forgets a document that is gone', () => {
      const { drafts, undo, forget } = withDrafts()
      undo.step(() => makeCard(drafts))
      forget()
      expect(undo.undo()).toBe('nothing')
      expect(undo.canUndo.get()).toBe(false)
    })
  })
})
