// Opportunities are told in the order in which the room has voted, in every file.
import { expect, it } from 'vitest'
import { inOrderOfVotes } from '../../../shared/export/opportunityOrder.ts'
import type { Board, CardOf } from '../../../shared/journey/Board.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { roundResult } from '../../support/roundResult.ts'

const journey = () =>
  drawJourney(`
                  | Start                            | End
    pains         | Queue; Slow                      | Lost
    opportunities | One list; About “Slow”; Free tea | How might we solve “Lost”?
  `)

function told(board: Board, rounds: RoundResult[] = []): string[] {
  const cards = [...board.cards.values()].filter((card): card is CardOf<'opportunity'> => card.kind === 'opportunity')
  return inOrderOfVotes(board, cards, rounds).map(({ fields }) => fields.text)
}

const votes = (dots: Readonly<Record<string, number>>, titles: readonly string[] = []) =>
  roundResult({
    cards: Object.keys(dots).map((cardId, at) => ({ cardId, title: titles[at] ?? cardId })),
    ballots: [{ dots }],
  })

it('without votes and estimates they stay in the order of the map', () => {
  expect(told(journey().board())).toEqual(['One list', 'About “Slow”', 'Free tea', 'How might we solve “Lost”?'])
})

it('the rank of the pain that one quotes counts, under its words of now or of then', () => {
  const drawn = journey()
  const [lost, slow, queue] = ['Lost', 'Slow', 'Queue'].map((name) => drawn.card(name))
  const round = votes({ [String(lost)]: 3, [String(slow)]: 2, [String(queue)]: 1 })
  expect(told(drawn.board(), [round])).toEqual(['How might we solve “Lost”?', 'About “Slow”', 'One list', 'Free tea'])
  setField(drawn.target, 'cards', drawn.card('Lost'), 'text', 'Lost on the way')
  const then = votes({ [String(slow)]: 2, [String(lost)]: 3 }, ['Slow', 'Lost'])
  expect(told(drawn.board(), [then])[0]).toBe('How might we solve “Lost”?')
})

it('a later vote on opportunities themselves counts more, and a card without votes has no rank', () => {
  const drawn = journey()
  const first = votes({ [drawn.card('Lost')]: 3, [drawn.card('Slow')]: 0 })
  const second = votes({ [drawn.card('Free tea')]: 1, [drawn.card('One list')]: 2 })
  expect(told(drawn.board(), [first, second])).toEqual([
    'One list',
    'Free tea',
    'How might we solve “Lost”?',
    'About “Slow”',
  ])
})

it('then comes the largest impact, then the least effort', () => {
  const drawn = journey()
  const estimate = (name: string, field: 'impact' | 'effort', value: number) =>
    setField(drawn.target, 'cards', drawn.card(name), field, value)
  estimate('Free tea', 'impact', 5)
  estimate('Free tea', 'effort', 4)
  estimate('About “Slow”', 'impact', 5)
  estimate('How might we solve “Lost”?', 'impact', 5)
  estimate('How might we solve “Lost”?', 'effort', 2)
  expect(told(drawn.board())).toEqual(['How might we solve “Lost”?', 'Free tea', 'About “Slow”', 'One list'])
})
