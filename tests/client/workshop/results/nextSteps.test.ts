// What follows from a result: opportunities, a second vote, the lane in the order of votes.
import { describe, expect, it } from 'vitest'
import { deleteCards, createCards, placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { createLane } from '../../../../shared/journey/edit/editStructure.ts'
import { planOpportunities, topRanked } from '../../../../client/workshop/results/planOpportunities.ts'
import { foldRanking } from '../../../../client/workshop/results/Ranking.tsx'
import { runOffOrder, tiedCards, topCards } from '../../../../client/workshop/results/runOff.ts'
import { lanesVotedOn, sortByVotes } from '../../../../client/workshop/results/sortByVotes.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { roundResult, twelveVoters } from '../../../support/roundResult.ts'

const map = (lanes = '') =>
  drawJourney(`
                  | Preparing             | Separating
    pains         | Waits; Forms; Letters | Logins; Calls
    ${lanes}
    kpi           | Days                  |
  `)

/** Votes by words. */
const votes = (journey: ReturnType<typeof map>, given: Readonly<Record<string, number>>) =>
  roundResult({
    cards: Object.keys(given).map((words) => ({ cardId: journey.card(words), title: words, stage: 'Preparing' })),
    ballots: [{ dots: Object.fromEntries(Object.entries(given).map(([words, dots]) => [journey.card(words), dots])) }],
    round: { capPerCard: 9, dotsPerPerson: 99 },
  })

function apply(journey: ReturnType<typeof map>, plan: ReturnType<typeof planOpportunities>): void {
  for (const lane of plan.lanes) expect(createLane(journey.target, lane)).toBe(true)
  expect(createCards(journey.target, plan.cards)).toHaveLength(plan.cards.length)
}

describe('opportunities of the top', () => {
  it('come into the opportunities lane of their stages, behind what is there', () => {
    const journey = map('opportunities | One list |')
    const result = votes(journey, { Waits: 5, Logins: 4, Forms: 3, Letters: 2 })
    apply(journey, planOpportunities(journey.board(), result))
    expect(journey.cell('Preparing', 'opportunities')).toEqual([
      'One list',
      'How might we solve “Waits”?',
      'How might we solve “Forms”?',
    ])
    expect(journey.cell('Separating', 'opportunities')).toEqual(['How might we solve “Logins”?'])
    // Pressed twice: nothing is made twice.
    expect(planOpportunities(journey.board(), result)).toEqual({ lanes: [], cards: [] })
  })

  it('make a lane below the pains if there is none, one for all', () => {
    const journey = map()
    const plan = planOpportunities(journey.board(), votes(journey, { Waits: 5, Logins: 4 }))
    expect(plan.lanes).toHaveLength(1)
    apply(journey, plan)
    expect(journey.show()).toMatch(/pains[^]*opportunities[^]*kpi/)
    expect(journey.cell('Separating', 'opportunities')).toEqual(['How might we solve “Logins”?'])
  })

  it('take the words of now, those of then for a card that is gone, and never more than fit', () => {
    const journey = map()
    const result = votes(journey, { Waits: 5, Forms: 4 })
    deleteCards(journey.target, [journey.card('Waits')])
    const long = planOpportunities(journey.board(), {
      ...result,
      candidates: result.candidates.map((one) => ({
        ...one,
        title: one.title === 'Waits' ? 'x'.repeat(900) : one.title,
      })),
    })
    const texts = long.cards.map(({ fields }) => String(fields?.['text']))
    expect(texts[0]).toHaveLength(300)
    expect(texts[1]).toBe('How might we solve “Forms”?')
    apply(journey, long)
  })

  it('are more than three where the third place is shared, none without votes', () => {
    const journey = map()
    expect(topRanked(votes(journey, { Waits: 5, Forms: 4, Letters: 3, Logins: 3, Calls: 1 }))).toHaveLength(4)
    expect(topRanked(votes(journey, { Waits: 0, Forms: 0 }))).toEqual([])
  })

  it('without any map lie beside their notes', () => {
    const journey = map()
    placeCards(journey.target, [{ id: journey.card('Waits'), place: { x: 10, y: 20 } }])
    const board = { ...journey.board(), stages: new Map(), journeys: new Map() }
    const [made] = planOpportunities(board, votes(journey, { Waits: 2 })).cards
    expect(made?.place).toEqual({ x: 190, y: 20 })
  })
})

describe('the lane by votes', () => {
  it('is sorted within its cells; cards that were not voted on stay behind', () => {
    const journey = map()
    const result = votes(journey, { Waits: 1, Letters: 4, Calls: 2, Logins: 1 })
    expect(lanesVotedOn(journey.board(), result)).toEqual(new Set([journey.lane('pains')]))
    placeCards(journey.target, sortByVotes(journey.board(), result))
    expect(journey.cell('Preparing', 'pains')).toEqual(['Letters', 'Waits', 'Forms'])
    expect(journey.cell('Separating', 'pains')).toEqual(['Calls', 'Logins'])
    expect(sortByVotes(journey.board(), result)).toEqual([])
  })

  it('leaves out cards that are gone or lie beside the map', () => {
    const journey = map()
    const result = votes(journey, { Letters: 4, Waits: 1 })
    deleteCards(journey.target, [journey.card('Letters')])
    placeCards(journey.target, [{ id: journey.card('Waits'), place: { x: 0, y: 0 } }])
    expect(lanesVotedOn(journey.board(), result).size).toBe(0)
    expect(sortByVotes(journey.board(), result)).toEqual([])
  })
})

describe('a second vote', () => {
  it('among the tied of the first places has one dot each and the terms of the first', () => {
    const journey = map()
    const tie = votes(journey, { Waits: 3, Forms: 3, Letters: 1 })
    expect(tiedCards(tie)).toEqual([journey.card('Waits'), journey.card('Forms')])
    expect(runOffOrder(tie, tiedCards(tie), 'tied')).toEqual({
      type: 'round.open',
      question: 'Run-off: Which pains should we solve first?',
      cardIds: tiedCards(tie),
      runOffOf: 'round1',
      secret: true,
      voters: 'all',
      ownCards: true,
      minutes: null,
      dotsPerPerson: 1,
      capPerCard: 1,
    })
  })

  it('is not offered for places that need no decision', () => {
    const journey = map()
    const low = votes(journey, { Waits: 5, Forms: 4, Letters: 3, Logins: 1, Calls: 1 })
    expect(low.tally.ties).toHaveLength(1)
    expect(tiedCards(low)).toEqual([])
    expect(topCards(low)).toHaveLength(5)
    expect(topCards(votes(journey, { Waits: 5, Forms: 0 }))).toEqual([])
  })

  it('of a second vote keeps its name, and no question grows too long', () => {
    const { question } = runOffOrder(twelveVoters({ question: 'x'.repeat(200) }), ['a', 'b'], 'top')
    expect(question).toHaveLength(200)
    const third = runOffOrder(twelveVoters({ question: 'Run-off: Q', runOffOf: 'round0' }), ['a', 'b'], 'top')
    expect(third.question).toBe('Run-off: Q')
    expect(third.dotsPerPerson).toBeUndefined()
  })
})

it('cards with one vote or none are folded away, never one alone, never what leads', () => {
  const journey = map()
  const fold = (given: Record<string, number>) => {
    const { shown, folded } = foldRanking(votes(journey, given).tally.ranking)
    return `${shown.length} ${folded.length}`
  }
  expect(fold({ Waits: 5, Forms: 2, Letters: 1, Logins: 1, Calls: 0 })).toBe('5 0')
  expect(fold({ Waits: 5, Forms: 3, Letters: 2, Logins: 1, Calls: 0 })).toBe('3 2')
  expect(fold({ Waits: 1, Forms: 0, Letters: 0 })).toBe('1 2')
})
