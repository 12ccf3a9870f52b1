import { describe, expect, it } from 'vitest'
import { RECAP_TOP, recapOf } from '../../../shared/export/recap.ts'
import { whenAndWho } from '../../../shared/export/recapWords.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { tallyRound } from '../../../shared/workshop/tally.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

function drawn() {
  const journey = drawJourney(`
                  | Preparing                              | Separating
    pains         | Too much; Far too much                 | Long wait
    kpi           | Claims filed                           |
    opportunities | One list; action/Later; action/Sooner  | action/Whenever
    emotion       | anna -1 overloaded; ben -2 lost; chi -1 overloaded | anna 1; ben 1
  `)
  setField(journey.target, 'cards', journey.card('Later'), 'due', '2027-02-01')
  setField(journey.target, 'cards', journey.card('Sooner'), 'due', '2027-01-15')
  setField(journey.target, 'cards', journey.card('Sooner'), 'kpi', journey.card('Claims filed'))
  setField(journey.target, 'cards', journey.card('Sooner'), 'status', 'doing')
  return journey
}

function input(journey = drawn(), rounds: RoundResult[] = []): ExportInput {
  return {
    board: journey.board(),
    drawings: [],
    workshop: {
      title: 'Leaving',
      departments: ['Labor', 'Benefits'],
      participants: [{ id: 'anna', name: 'Anna', department: 'Labor' }],
      facilitators: ['Maya'],
      reviewDate: '2027-03-01',
    },
    rounds,
    nowMs: 0,
  }
}

/** A round over `count` cards in which the n-th card gets `votes[n]` dots. */
function ended(votes: readonly number[], state: 'open' | 'closed' = 'closed'): RoundResult {
  const candidates = votes.map((_, at) => ({
    cardId: `c${at}`,
    title: `Pain ${at}`,
    kind: 'note',
    stageId: null,
    stageName: 'Preparing',
    severity: null,
    hasEvidence: false,
  }))
  const ballots = votes.map((dots, at) => ({ allocation: { [`c${at}`]: dots }, weight: 1, proxy: false }))
  const round = {
    id: 'r1',
    number: 1,
    question: 'What first?',
    candidateIds: candidates.map(({ cardId }) => cardId),
    dotsPerPerson: 20,
    capPerCard: 20,
    ownCards: true,
    secret: true,
    voters: 'all' as const,
    weights: null,
    minutes: null,
    state,
    openedAtMs: 0,
    endsAtMs: null,
    closedAtMs: 5,
    eligible: votes.length,
    runOffOf: null,
  }
  const tally = tallyRound({ capPerCard: 20, candidates, ballots, groups: null, merges: [] })
  return { round, candidates, tally, ballots: [], merges: [] }
}

describe('the recap', () => {
  it('says when it was and who came: departments of people, not of the list', () => {
    const { workshop, ...rest } = input()
    const { heldOn: _day, ...undated } = workshop
    expect(whenAndWho(recapOf({ ...rest, workshop: undated }))).toBe('1 person, facilitated by Maya.')
    const participants = ['Labor', 'Benefits', 'Labor'].map((department, at) => ({
      id: `p${at}`,
      name: '',
      department,
    }))
    const facilitators = ['Maya', 'Ruth', 'Tom']
    expect(
      whenAndWho(recapOf({ ...rest, workshop: { ...workshop, heldOn: '2026-11-21', participants, facilitators } })),
    ).toBe('Workshop of 21 November 2026. 3 people from 2 departments, facilitated by Maya, Ruth and Tom.')
  })

  it('tells who was there, what it was about and when it is looked at again', () => {
    expect(recapOf(input())).toMatchObject({
      title: 'Leaving',
      people: 1,
      departments: ['Labor', 'Benefits'],
      facilitators: ['Maya'],
      reviewDate: '2027-03-01',
      journeys: [{ stages: [{ name: 'Preparing' }, { name: 'Separating' }] }],
    })
  })

  it('has the curve in numbers, with the lowest point marked and the commonest reason', () => {
    expect(recapOf(input()).journeys[0]?.feelings).toMatchObject([
      { name: 'Preparing', median: -1, reason: 'overloaded', isLowest: true },
      { name: 'Separating', median: 1, reason: '', isLowest: false },
    ])
  })

  it('lists actions by date, those without one last, with what they are measured by', () => {
    const { actions, opportunities } = recapOf(input())
    expect(actions.map(({ text, due, kpi, status }) => [text, due, kpi, status])).toEqual([
      ['Sooner', '2027-01-15', 'Claims filed', 'Under way'],
      ['Later', '2027-02-01', '', 'Open'],
      ['Whenever', '', '', 'Open'],
    ])
    expect(opportunities).toMatchObject([{ text: 'One list', stageName: 'Preparing', impact: null }])
  })

  it('tells the best of a round and how many others there were; cards without votes are no winners', () => {
    const [few] = recapOf(input(drawn(), [ended([1, 3, 0])])).rounds
    expect(few).toMatchObject({ voted: 2, dots: 4, others: 1 })
    expect(few?.top.map(({ rank, title, votes }) => [rank, title, votes])).toEqual([
      [1, 'Pain 1', 3],
      [2, 'Pain 0', 1],
    ])
    const [many] = recapOf(input(drawn(), [ended([9, 8, 7, 6, 5, 4, 3])])).rounds
    expect([many?.top.length, many?.others]).toEqual([RECAP_TOP, 2])
  })

  it('says nothing of a round that is still open', () => {
    expect(recapOf(input(drawn(), [ended([1], 'open')])).rounds).toEqual([])
  })
})
