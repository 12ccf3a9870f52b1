// What random runs found about undo while others work on the same things, as tests of their own.
import { describe, expect, it } from 'vitest'
import type { Place } from '../../shared/journey/Board.ts'
import { deleteCards, placeCards } from '../../shared/journey/edit/editCards.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import { deleteStage } from '../../shared/journey/edit/editStructure.ts'
import { editText } from '../../shared/journey/edit/editText.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import type { CardId, StageId } from '../../shared/journey/ids.ts'
import { drawJourney } from '../support/journeyBuilder.ts'
import { TestNetwork, type TestPeer } from '../support/TestNetwork.ts'
import { compareDocs } from './compareDocs.ts'

const [card, stage] = ['Class' as CardId, 'PreparingJourney' as StageId]

function twoPeople() {
  const network = new TestNetwork(['anna', 'ben'])
  const [anna, ben] = network.peers as readonly [TestPeer, TestPeer]
  drawJourney('| Preparing | Separating\ntouchpoints | Class; Site | Exam', { doc: anna.doc })
  network.settle()
  return { network, anna, ben }
}

const placeOf = (peer: TestPeer): Place | undefined => readBoard(peer.doc).cards.get(card)?.place
const drag = (peer: TestPeer, x: number) => placeCards(peer.target, [{ id: card, place: { x, y: 0 } }])

describe('undo beside others', () => {
  it('of a drag that won over another one at the same moment puts the card back where it was', () => {
    const { network, anna, ben } = twoPeople()
    const before = placeOf(ben)
    drag(anna, 1)
    drag(ben, 2)
    network.settle()
    expect(placeOf(anna)).toEqual({ x: 2, y: 0 })
    ben.undo.undo()
    network.settle()
    expect(placeOf(anna)).toEqual(before)
    compareDocs(network.peers)
  })

  it('of a drag that lost changes nothing', () => {
    const { network, anna, ben } = twoPeople()
    drag(anna, 1)
    drag(ben, 2)
    network.settle()
    anna.undo.undo()
    network.settle()
    expect(placeOf(ben)).toEqual({ x: 2, y: 0 })
    compareDocs(network.peers)
  })

  it('of a deletion brings back what others changed at that moment as it was before', () => {
    const { network, anna, ben } = twoPeople()
    const before = placeOf(anna)
    deleteCards(anna.target, [card])
    drag(ben, 2)
    network.settle()
    anna.undo.undo()
    network.settle()
    expect(placeOf(ben)).toEqual(before)
    compareDocs(network.peers)
  })

  it('of a deleted stage brings back stage and cards, also the second time', () => {
    const { network, anna, ben } = twoPeople()
    deleteStage(anna.target, stage)
    setField(ben.target, 'stages', stage, 'columns', 4)
    drag(ben, 2)
    network.settle()
    for (const takeBack of [true, false, true]) {
      if (takeBack) anna.undo.undo()
      else anna.undo.redo()
      network.settle()
      expect(readBoard(ben.doc).stages.has(stage)).toBe(takeBack)
      compareDocs(network.peers)
    }
    expect(readBoard(ben.doc).stages.get(stage)?.columns).toBe(2)
  })

  it('of own words leaves the words of the other', () => {
    const { network, anna, ben } = twoPeople()
    editText(anna.target, 'cards', card, 'title', 'Long Class', 'Long '.length)
    editText(ben.target, 'cards', card, 'title', 'Class in spring')
    network.settle()
    anna.undo.undo()
    network.settle()
    const fields = readBoard(ben.doc).cards.get(card)?.fields
    expect(fields).toMatchObject({ title: 'Class in spring' })
    compareDocs(network.peers)
  })
})
