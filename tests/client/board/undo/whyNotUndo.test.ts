// Undoing is a change: a phase or a lock holds it like any other, and the step waits in the history.
import { expect, it } from 'vitest'
import { UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'
import { recordsOfStep } from '../../../../client/board/undo/recordsOfStep.ts'
import { whyNotUndo } from '../../../../client/board/undo/whyNotUndo.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { createCards, deleteCards, placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { editText } from '../../../../shared/journey/edit/editText.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import type { WorkshopState } from '../../../../shared/protocol/messages.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { during, roomOf } from '../../../support/roomOf.ts'

function board(state: Partial<WorkshopState>) {
  const journey = drawJourney(`
             | One
 touchpoints | A; B
`)
  const edit = { doc: journey.doc, origin: 'anna' }
  const told = roomOf('participant')
  const rules = new BoardRules(told.room, journey.doc)
  const said: (string | null)[] = []
  const undo = new UndoHistory(edit, (step) => {
    const forbidden = whyNotUndo(recordsOfStep(journey.doc, step), rules, readBoard(journey.doc))
    if (forbidden) said.push(forbidden.why)
    return forbidden === null
  })
  return { journey, edit, undo, said, changesPhase: () => told.says(state) }
}

it('a card that was moved, written in or deleted stays so in a phase for voting, and comes back when that is over', () => {
  const { journey, edit, undo, said, changesPhase } = board(during('Vote'))
  const [a, b] = [journey.card('A'), journey.card('B')]
  undo.step(() => editText(edit, 'cards', a, 'title', 'Written'))
  undo.step(() => deleteCards(edit, [b]))
  changesPhase()
  expect(undo.undo()).toBe('notAllowed')
  expect(said).toEqual([
    'This phase is for voting. Touchpoints can be added again when the facilitator opens a phase for it.',
  ])
  expect(readBoard(journey.doc).cards.has(b)).toBe(false)
  expect(undo.canUndo.get()).toBe(true)
})

it('asks about the records a step touches, and about nothing else', () => {
  const { journey, edit, undo, said, changesPhase } = board({
    locks: { [drawJourney('| One\n touchpoints | A').card('A')]: 'maya' },
  })
  const [a, b] = [journey.card('A'), journey.card('B')]
  undo.step(() => setField(edit, 'cards', a, 'channel', 'web'))
  undo.step(() => placeCards(edit, [{ id: b, place: { x: 1, y: 2 } }]))
  changesPhase()
  expect(undo.undo()).toBe('done')
  expect(undo.undo()).toBe('notAllowed')
  expect(said).toEqual(['Maya locked this card.'])
})

it('redo is held the same way', () => {
  const { journey, edit, undo, changesPhase } = board(during('Vote'))
  undo.step(() =>
    createCards(edit, [{ id: 'x' as CardId, kind: 'note', place: { x: 0, y: 0 }, fields: { type: 'idea' } }]),
  )
  undo.undo()
  changesPhase()
  expect(undo.redo()).toBe('notAllowed')
  expect(readBoard(journey.doc).cards.size).toBe(2)
})

it('names each touched record once, with what would come back', () => {
  const { journey, edit } = board({})
  const undo = new UndoHistory(edit)
  const a = journey.card('A')
  undo.step(() => deleteCards(edit, [a]))
  const step = undo.last()
  const touched = step ? recordsOfStep(journey.doc, step) : []
  expect(touched).toMatchObject([{ root: 'cards', id: a, returning: { kind: 'touchpoint' } }])
})
