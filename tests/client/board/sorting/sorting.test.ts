// Who may sort what, which notes are compared, and what is remembered of those that are not the same.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BoardSession } from '../../../../client/board/BoardSession.ts'
import { DismissedPairs } from '../../../../client/board/sorting/DismissedPairs.ts'
import { inMapOrder, mayBeOne, type Note, notesToCompare } from '../../../../client/board/sorting/notesToCompare.ts'
import { areAlike, groupTogether, mergeNotes, sortable, takeOut } from '../../../../client/board/sorting/sortEdits.ts'
import { UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { placeCards } from '../../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import type { WorkshopState } from '../../../../shared/protocol/messages.ts'
import { stubStorage } from '../../fakeBrowser.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { during, roomOf } from '../../../support/roomOf.ts'

afterEach(() => vi.unstubAllGlobals())

function drawn(state: Partial<WorkshopState> = {}) {
  const journey = drawJourney(`
              | One      | Two
 touchpoints  | Web      |
 pains        | A; B     | C
 gains        | G        |
 free         | Loose    |
`)
  const edit = { doc: journey.doc, origin: 'anna' }
  const session = {
    rules: new BoardRules(roomOf('participant', state).room, journey.doc),
    cards: { isDraft: (id: string) => id === 'draft' },
    edit,
    undo: new UndoHistory(edit),
  } as unknown as BoardSession
  const ids = (...words: string[]) => words.map((word) => journey.card(word))
  const board = () => readBoard(journey.doc)
  return { journey, session, ids, board }
}

describe('what may be sorted', () => {
  it('cards in cells, not locked for this person; nothing where others’ cards may not be changed', () => {
    const open = drawn()
    placeCards(open.session.edit, [{ id: open.journey.card('B'), place: { x: 5, y: 5 } }])
    expect(sortable(open.session, open.board(), open.ids('A', 'B', 'C')).map(({ id }) => id)).toEqual(
      open.ids('A', 'C'),
    )
    const locked = drawn({ locks: { [open.journey.card('C')]: 'maya' } })
    expect(sortable(locked.session, locked.board(), locked.ids('A', 'C')).map(({ id }) => id)).toEqual(locked.ids('A'))
    const voting = drawn(during('Vote'))
    expect(sortable(voting.session, voting.board(), voting.ids('A', 'C'))).toEqual([])
  })
  it('only notes of one type can say the same', () => {
    const { session, board, ids } = drawn()
    const alike = (...words: string[]) => areAlike(sortable(session, board(), ids(...words)))
    expect([alike('A', 'C'), alike('A', 'G'), alike('A', 'Web'), alike('A')]).toEqual([true, false, false, false])
  })
})

describe('sorting', () => {
  it('is one step of undo each', () => {
    const { session, board, ids } = drawn()
    const [a, b, c] = ids('A', 'B', 'C')
    if (!a || !b || !c) throw new Error('three')
    const group = groupTogether(session, [a, b])
    expect(board().groupOf).toEqual(
      new Map([
        [a, group],
        [b, group],
      ]),
    )
    expect(mergeNotes(session, a, [a, b, c])).toBe(true)
    expect(board().partsOf.get(a)).toEqual([b, c].toSorted())
    takeOut(session, [b])
    expect(board().partsOf.get(a)).toEqual([c])
    session.undo.undo()
    expect(board().partsOf.get(a)).toEqual([b, c].toSorted())
    session.undo.undo()
    expect(board().partsOf.size).toBe(0)
    expect(board().groupOf.size).toBe(2)
    session.undo.undo()
    expect(board().groupOf.size).toBe(0)
  })
  it('does nothing when the phase has ended at that moment', () => {
    const { session, board, ids } = drawn(during('Vote'))
    const [a, b] = ids('A', 'B')
    if (!a || !b) throw new Error('two')
    expect([groupTogether(session, [a, b]), mergeNotes(session, a, [a, b])]).toEqual([null, false])
    takeOut(session, [b])
    expect(board().clusters.size).toBe(0)
  })
})

describe('notes to compare', () => {
  it('show, have words, and are neither drafts nor locked', () => {
    const { session, board, ids } = drawn()
    const [a, b, c] = ids('A', 'B', 'C')
    if (!a || !b || !c) throw new Error('three')
    mergeNotes(session, a, [a, b])
    expect(
      notesToCompare(board(), (id) => id === c)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids('A', 'G', 'Loose').toSorted())
  })
  it('are of one type', () => {
    const { board, ids } = drawn()
    const [a, c, g] = ids('A', 'C', 'G').map((id) => board().cards.get(id) as Note)
    expect([a && c && mayBeOne(a, c), a && g && mayBeOne(a, g)]).toEqual([true, false])
  })
  it('are listed as they lie on the map', () => {
    const { board, ids } = drawn()
    expect(inMapOrder(board(), ids('C', 'G', 'B', 'A'))).toEqual(ids('A', 'B', 'G', 'C'))
  })
})

describe('not the same', () => {
  const ids = ['a', 'b', 'c', 'd'] as CardId[] as [CardId, CardId, CardId, CardId]
  it('is remembered for every two, in this browser and for this person', () => {
    stubStorage()
    const [a, b, c, d] = ids
    new DismissedPairs('w', 'anna').add([a, b, c])
    const again = new DismissedPairs('w', 'anna')
    expect([again.has(c, a), again.has(b, c), again.has(a, d)]).toEqual([true, true, false])
    expect(new DismissedPairs('w', 'ben').has(a, b)).toBe(false)
  })
  it('holds until the page is left where the browser keeps nothing', () => {
    stubStorage(true)
    const [a, b] = ids
    const pairs = new DismissedPairs('w', 'anna')
    pairs.add([a, b])
    expect(pairs.has(b, a)).toBe(true)
  })
  it('starts anew from what cannot be read', () => {
    stubStorage().set('journeyboard.notTheSame.w.anna', '{')
    const [a, b] = ids
    expect(new DismissedPairs('w', 'anna').has(a, b)).toBe(false)
  })
})
