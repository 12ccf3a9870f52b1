import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../../../shared/journey/Board.ts'
import { BoardModel, readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import {
  addToGroup,
  groupCards,
  mergeCards,
  removeFromGroups,
  renameGroup,
  takeOutParts,
  ungroup,
} from '../../../../shared/journey/edit/editClusters.ts'
import { createCards, deleteCards } from '../../../../shared/journey/edit/editCards.ts'
import type { EditTarget } from '../../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { cardTitle } from '../../../../shared/journey/readBoardParts.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { plainBoard } from '../../../support/plainBoard.ts'

const [one, two] = ['one', 'two'] as ClusterId[] as [ClusterId, ClusterId]

function draw() {
  const { doc } = drawJourney(`
        | Preparing       | Separating
  pains | A; B; C         | D
  touchpoints | Class     |
`)
  const byTitle = new Map([...readBoard(doc).cards.values()].map((card) => [cardTitle(card), card.id]))
  const id = (title: string): CardId => {
    const found = byTitle.get(title)
    if (!found) throw new Error(`no card ${title}`)
    return found
  }
  return { doc, id, ids: (...titles: string[]) => titles.map(id) }
}
/** Titles per cell, as the map shows them. */
const shown = (board: Board) => [...board.cells.values()].flat().map(cardTitle).toSorted().join('')
const origin = 'test'

describe('groups', () => {
  it('put cards together under a name; the cards stay where they are', () => {
    const { doc, ids } = draw()
    const board = checkEdit(doc, (target) => groupCards(target, { id: one, name: ' Waiting ', cardIds: ids('A', 'D') }))
    expect(board.clusters.get(one)).toEqual({
      id: one,
      kind: 'group',
      name: 'Waiting',
      into: null,
      cardIds: ids('A', 'D').toSorted(),
    })
    expect(shown(board)).toBe('ABCClassD')
  })

  it('a card is in one group; a group of one is none', () => {
    const { doc, ids } = draw()
    groupCards({ doc, origin }, { id: one, cardIds: ids('A', 'B') })
    const board = checkEdit(doc, (target) => groupCards(target, { id: two, cardIds: ids('B', 'C') }))
    expect([...board.clusters.keys()]).toEqual([two])
    const added = checkEdit(doc, (target) => addToGroup(target, two, ids('A')))
    expect(added.clusters.get(two)?.cardIds).toHaveLength(3)
    checkRefused(doc, (target) => addToGroup(target, two, ids('A')))
    const left = checkEdit(doc, (target) => removeFromGroups(target, ids('A')))
    expect(left.clusters.get(two)?.cardIds).toHaveLength(2)
    expect(checkEdit(doc, (target) => ungroup(target, two)).clusters.size).toBe(0)
  })

  it('can be renamed; nonsense changes nothing', () => {
    const { doc, ids } = draw()
    groupCards({ doc, origin }, { id: one, cardIds: ids('A', 'B') })
    expect(checkEdit(doc, (target) => renameGroup(target, one, 'Logins')).clusters.get(one)?.name).toBe('Logins')
    checkRefused(doc, (target) => groupCards(target, { id: two, cardIds: ids('C') }))
    checkRefused(doc, (target) => groupCards(target, { id: one, cardIds: ids('C', 'D') }))
    checkRefused(doc, (target) => groupCards(target, { id: two, cardIds: ['gone', 'gone2'] as CardId[] }))
    checkRefused(doc, (target) => renameGroup(target, two, 'x'))
    checkRefused(doc, (target) => ungroup(target, two))
    checkRefused(doc, (target) => removeFromGroups(target, ids('D')))
  })
})

describe('merges', () => {
  it('show one note for several; the parts stay as they were and come back', () => {
    const { doc, id, ids } = draw()
    const before = readBoard(doc)
    const board = checkEdit(doc, (target) => mergeCards(target, { id: one, into: id('A'), parts: ids('B', 'D') }))
    expect(shown(board)).toBe('ACClass')
    expect(board.mergedInto).toEqual(
      new Map(
        ids('B', 'D')
          .toSorted()
          .map((part) => [part, id('A')]),
      ),
    )
    expect(board.cards.get(id('D'))).toEqual(before.cards.get(id('D')))
    const out = checkEdit(doc, (target) => takeOutParts(target, ids('B')))
    expect(shown(out)).toBe('ABCClass')
    expect(shown(checkEdit(doc, (target) => ungroup(target, one)))).toBe('ABCClassD')
  })

  it('grow, and can be merged on', () => {
    const { doc, id, ids } = draw()
    mergeCards({ doc, origin }, { id: one, into: id('A'), parts: ids('B') })
    const more = checkEdit(doc, (target) => mergeCards(target, { id: two, into: id('A'), parts: ids('C') }))
    expect([...more.clusters.keys()]).toEqual([one])
    const chained = checkEdit(doc, (target) => mergeCards(target, { id: two, into: id('D'), parts: ids('A') }))
    expect(shown(chained)).toBe('ClassD')
    expect(new Set(chained.mergedInto.values())).toEqual(new Set(ids('D')))
  })

  it('take only notes of one kind that are there and not merged yet', () => {
    const { doc, id, ids } = draw()
    checkRefused(doc, (target) => mergeCards(target, { id: one, into: id('A'), parts: ids('Class') }))
    checkRefused(doc, (target) => mergeCards(target, { id: one, into: id('A'), parts: ids('A') }))
    checkRefused(doc, (target) => mergeCards(target, { id: one, into: id('A'), parts: ['gone' as CardId] }))
    checkRefused(doc, (target) => mergeCards(target, { id: one, into: 'gone' as CardId, parts: ids('A') }))
    mergeCards({ doc, origin }, { id: one, into: id('A'), parts: ids('B') })
    checkRefused(doc, (target) => mergeCards(target, { id: two, into: id('C'), parts: ids('B') }))
    checkRefused(doc, (target) => mergeCards(target, { id: two, into: id('B'), parts: ids('C') }))
  })

  it('parts come back when the note they show as is deleted, and go again when that is undone', () => {
    const { doc, id, ids } = draw()
    mergeCards({ doc, origin }, { id: one, into: id('A'), parts: ids('B') })
    expect(shown(checkEdit(doc, (target) => deleteCards(target, ids('A'))))).toBe('BCClassD')
  })

  it('made at once in a circle: everybody sees the same, and nobody’s note is lost from sight', () => {
    const { doc, id, ids } = draw()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    mergeCards({ doc, origin }, { id: one, into: id('A'), parts: ids('B') })
    mergeCards({ doc: other, origin }, { id: two, into: id('B'), parts: ids('A') })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(shown(readBoard(doc))).toBe('ACClassD')
    expect(readBoard(other).mergedInto).toEqual(readBoard(doc).mergedInto)
  })

  it('two people adding to one group at once both succeed', () => {
    const { doc, id, ids } = draw()
    createCards({ doc, origin }, [{ id: 'x' as CardId, kind: 'note', place: { x: 0, y: 0 } }])
    groupCards({ doc, origin }, { id: one, cardIds: ids('A', 'B') })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    addToGroup({ doc, origin }, one, ids('C'))
    addToGroup({ doc: other, origin }, one, ['x' as CardId])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(readBoard(doc).clusters.get(one)?.cardIds).toEqual([...ids('A', 'B', 'C'), 'x'].toSorted())
    expect(readBoard(doc).cards.has(id('A'))).toBe(true)
  })

  it('what cannot be read is kept aside and stops nobody', () => {
    const { doc } = draw()
    doc.getMap('clusters').set('odd', new Y.Map([['kind', 'cake']]))
    expect([...readBoard(doc).quarantined.keys()]).toEqual(['clusters/odd'])
  })

  it('a part that is deleted is no part any more', () => {
    const { doc, id, ids } = draw()
    mergeCards({ doc, origin }, { id: one, into: id('A'), parts: ids('B', 'D') })
    const model = new BoardModel(doc)
    model.refresh()
    deleteCards({ doc, origin }, ids('B'))
    model.refresh()
    for (const board of [model.board, readBoard(doc)]) {
      expect(board.partsOf).toEqual(new Map([[id('A'), ids('D')]]))
      expect(board.mergedInto).toEqual(new Map([[id('D'), id('A')]]))
    }
  })
})

describe('what everybody sees when two people sort at once', () => {
  /** Both do theirs without the other's; then they have the same document. */
  function atOnce(doc: Y.Doc, mine: (target: EditTarget) => unknown, theirs: (target: EditTarget) => unknown): Board {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    mine({ doc, origin: 'anna' })
    theirs({ doc: other, origin: 'ben' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const board = readBoard(doc)
    expect(plainBoard(readBoard(other))).toEqual(plainBoard(board))
    return board
  }

  it('the same two notes merged by both are one note of two', () => {
    const { doc, id, ids } = draw()
    const merge = (cluster: ClusterId) => (target: EditTarget) =>
      mergeCards(target, { id: cluster, into: id('A'), parts: ids('B') })
    const board = atOnce(doc, merge(one), merge(two))
    expect(board.partsOf).toEqual(new Map([[id('A'), ids('B')]]))
    // Taken apart by either, they are two again.
    const apart = atOnce(
      doc,
      (target) => takeOutParts(target, ids('B')),
      () => undefined,
    )
    expect(shown(apart)).toBe('ABCClassD')
  })

  it('a card grouped into two groups shows in one; the other goes on if two are left in it', () => {
    const { doc, id, ids } = draw()
    const board = atOnce(
      doc,
      (target) => groupCards(target, { id: one, cardIds: ids('A', 'B') }),
      (target) => groupCards(target, { id: two, cardIds: ids('B', 'C', 'D') }),
    )
    expect(board.groupOf).toEqual(
      new Map([
        ...ids('A', 'B').map((card) => [card, one] as const),
        ...ids('C', 'D').map((card) => [card, two] as const),
      ]),
    )
    expect(board.groupOf.get(id('B'))).toBe(one)
  })

  it('a card deleted while it is grouped leaves the others grouped, or none', () => {
    const { doc, ids } = draw()
    const group = (target: EditTarget) => groupCards(target, { id: one, cardIds: ids('A', 'B', 'C') })
    const board = atOnce(doc, group, (target) => deleteCards(target, ids('A')))
    expect([...board.groupOf.keys()].toSorted()).toEqual(ids('B', 'C').toSorted())
    const alone = atOnce(
      doc,
      (target) => deleteCards(target, ids('B')),
      () => undefined,
    )
    expect(alone.groupOf.size).toBe(0)
  })

  it('a note merged by one and grouped by the other shows in no group of its own', () => {
    const { doc, id, ids } = draw()
    const board = atOnce(
      doc,
      (target) => mergeCards(target, { id: one, into: id('A'), parts: ids('B') }),
      (target) => groupCards(target, { id: two, cardIds: ids('B', 'C', 'D') }),
    )
    expect([...board.groupOf.keys()].toSorted()).toEqual(ids('C', 'D').toSorted())
    expect(board.mergedInto.get(id('B'))).toBe(id('A'))
  })
})
