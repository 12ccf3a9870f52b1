// What a facilitator sets up and what the server is asked for.
import { describe, expect, test } from 'vitest'
import {
  candidateSorts,
  commandOf,
  dotsOf,
  labelOfSort,
  newRoundDraft,
  selectionOf,
  withSort,
} from '../../../../../client/workshop/voting/opening/roundDraft.ts'
import { placeOfProblem } from '../../../../../client/workshop/voting/opening/roundProblem.ts'
import { commandSchema } from '../../../../../shared/protocol/api.ts'
import { noAgenda } from '../../../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../../../shared/workshop/agendas.ts'

const usual = newRoundDraft(null, noAgenda)

describe('a new round', () => {
  test('is about pains, secret, for everybody, without an end; dots follow the number of cards', () => {
    expect(commandOf(usual, 13)).toEqual({
      type: 'round.open',
      question: 'Which pains should we solve first?',
      kind: 'note',
      noteType: 'pain',
      dotsPerPerson: 3,
      capPerCard: 3,
      ownCards: true,
      secret: true,
      voters: 'all',
      weights: null,
      minutes: null,
    })
    expect(dotsOf(usual, 28)).toEqual({ dots: 7, cap: 3 })
    expect(dotsOf({ ...usual, dots: 2 }, 28)).toEqual({ dots: 2, cap: 2 })
  })

  test('is about what was written in private last', () => {
    const phases = readyAgenda(120)
    const agenda = { ...noAgenda, phases, currentIndex: phases.findIndex(({ name }) => name === 'Pick ideas') }
    expect(newRoundDraft(null, agenda)).toMatchObject({ sort: 'note:idea', question: 'Which ideas help most?' })
  })

  test('about chosen cards asks for just those', () => {
    const draft = newRoundDraft(['a', 'b'], noAgenda)
    expect(selectionOf(draft)).toEqual({ cardIds: ['a', 'b'] })
    expect(draft.question).toBe('Which of these matter most?')
  })
})

test('the question follows the kind of card until somebody writes their own', () => {
  expect(withSort(usual, 'note:gain').question).toBe('Which gains matter most?')
  expect(withSort({ ...usual, question: '' }, 'opportunity').question).toBe('Which of these matter most?')
  expect(withSort({ ...usual, question: 'What first?' }, 'note:gain').question).toBe('What first?')
})

test('every sort has a name and makes a command the server can read', () => {
  for (const sort of candidateSorts) {
    expect(labelOfSort(sort)).toMatch(/^[A-Z].*s/)
    const order = commandOf({ ...usual, sort, stageId: 's1', laneId: 'l1', weights: { Sales: 2 } }, 4)
    expect(commandSchema.safeParse(order).error).toBeUndefined()
  }
})

test('a refusal stands where it belongs', () => {
  const place = (field?: string) =>
    placeOfProblem({ kind: 'invalid', sentence: 'No.', ...(field === undefined ? {} : { field }) }).place
  expect(place('noCandidates')).toBe('cards')
  expect(place('weights.Sales')).toBe('weights')
  expect(place('capTooHigh')).toBe('cap')
  expect(place('question')).toBe('question')
  expect(place()).toBe('all')
})
