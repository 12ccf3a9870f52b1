// Counting, compared with a plain recount, and the rules that rank.
import { describe, expect, it } from 'vitest'
import type { Candidate, LaterMerge } from '../../../shared/workshop/results.ts'
import {
  ballotOrder,
  checkAllocation,
  defaultCap,
  defaultDots,
  plainAllocation,
} from '../../../shared/workshop/rounds.ts'
import { type CountedBallot, tallyRound } from '../../../shared/workshop/tally.ts'
import { tooSmallGroups, voterGroups } from '../../../shared/workshop/voterGroups.ts'
import { Random } from '../../support/Random.ts'

const card = (cardId: string, facts: Partial<Candidate> = {}): Candidate => ({
  cardId,
  title: cardId,
  kind: 'note',
  stageId: null,
  stageName: '',
  severity: null,
  hasEvidence: false,
  ...facts,
})
const ballot = (allocation: Record<string, number>, rest: Partial<CountedBallot> = {}): CountedBallot => ({
  allocation,
  weight: 1,
  proxy: false,
  ...rest,
})
const count = (candidates: Candidate[], ballots: CountedBallot[], merges: LaterMerge[] = [], capPerCard = 3) =>
  tallyRound({ capPerCard, candidates, ballots, groups: null, merges })
const order = (tally: ReturnType<typeof count>) => tally.ranking.map(({ rank, cardId }) => `${rank} ${cardId}`)

describe('ranking', () => {
  it('votes first, then severity, distinct voters, evidence; what is equal in all shares a place', () => {
    const candidates = [
      card('plain'),
      card('evident', { hasEvidence: true }),
      card('many'),
      card('severe', { severity: 4 }),
      card('less', { severity: 3 }),
      card('most'),
      card('plain2'),
      card('none'),
    ]
    const tally = count(candidates, [
      ballot({ most: 3, plain: 2, evident: 2, many: 1, severe: 2, less: 2, plain2: 2 }),
      ballot({ many: 1 }),
    ])
    expect(order(tally)).toEqual([
      '1 most',
      '2 severe',
      '3 less',
      '4 many',
      '5 evident',
      '6 plain',
      '6 plain2',
      '8 none',
    ])
    expect(tally.ranking.map(({ tieBreak }) => tieBreak)).toEqual([
      null,
      null,
      'severity',
      'severity',
      'voters',
      'evidence',
      null,
      null,
    ])
    expect(tally.ties).toEqual([{ rank: 6, cardIds: ['plain', 'plain2'] }])
    expect(tally.ranking[2]?.explanation).toBe(
      '2 votes from 1 person. Tied with the one above: severity 4 over 3 decides.',
    )
    expect(tally.tieRule).toBe('Ties: higher severity first, then more distinct voters, then evidence, else a run-off.')
  })

  it('nobody voted: no ties, no votes', () => {
    const tally = count([card('a'), card('b')], [ballot({})])
    expect(tally).toMatchObject({ voted: 0, dots: 0, ties: [] })
    expect(tally.ranking.map(({ explanation }) => explanation)).toEqual(['No votes.', 'No votes.'])
  })

  it('weights multiply votes, not voters; what is equal on paper is equal', () => {
    const tally = count(
      [card('a'), card('b')],
      [ballot({ a: 1 }, { weight: 0.1 }), ballot({ a: 1 }, { weight: 0.2 }), ballot({ b: 3 }, { weight: 0.1 })],
    )
    expect(tally.ranking).toMatchObject([
      { cardId: 'a', votes: 0.3, voters: 2, tieBreak: null },
      { cardId: 'b', votes: 0.3, voters: 1, tieBreak: 'voters' },
    ])
  })
})

describe('merging after the vote', () => {
  it('counts a voter of both once, and no more dots than the cap', () => {
    const tally = count(
      [card('a', { severity: 2 }), card('b', { severity: 5 }), card('c')],
      [ballot({ a: 2, b: 2 }), ballot({ b: 1, c: 3 })],
      [{ into: 'a', parts: ['b', 'stranger'] }],
    )
    expect(tally.ranking).toMatchObject([
      { cardId: 'a', votes: 4, voters: 2 },
      { cardId: 'c', votes: 3, voters: 1 },
    ])
    expect(tally.dots).toBe(7)
  })
})

it('tally equals a plain recount, whatever was cast, in any order, with any merges', () => {
  const random = new Random(7)
  for (let run = 0; run < 300; run++) {
    const ids = Array.from({ length: 1 + random.below(9) }, (_, at) => `c${at}`)
    const candidates = ids.map((id) =>
      card(id, { severity: random.below(6) || null, hasEvidence: random.below(2) === 1 }),
    )
    const cap = 1 + random.below(4)
    const ballots = Array.from({ length: random.below(30) }, () =>
      ballot(Object.fromEntries(ids.map((id) => [id, random.below(3) === 0 ? 1 + random.below(cap) : 0])), {
        weight: 1 + random.below(3),
        proxy: random.below(5) === 0,
      }),
    )
    const merges = ids.length > 3 && random.below(2) === 1 ? [{ into: 'c0', parts: ['c1', 'c2'] }] : []
    const tally = count(candidates, ballots, merges, cap)
    // By hand: one card after the other over all ballots.
    for (const id of ids) {
      const parts = merges.length > 0 && id === 'c0' ? ['c0', 'c1', 'c2'] : [id]
      const isGone = merges.length > 0 && (id === 'c1' || id === 'c2')
      const given = ballots.map(({ allocation }) =>
        Math.min(
          cap,
          parts.reduce((sum, part) => sum + (allocation[part] ?? 0), 0),
        ),
      )
      const votes = given.reduce((sum, dots, at) => sum + dots * (ballots[at]?.weight ?? 0), 0)
      const ranked = tally.ranking.find(({ cardId }) => cardId === id)
      expect(ranked && { votes: ranked.votes, voters: ranked.voters }).toEqual(
        isGone ? undefined : { votes, voters: given.filter((dots) => dots > 0).length },
      )
    }
    const shuffled = tallyRound({ capPerCard: cap, candidates, ballots: ballots.toReversed(), groups: null, merges })
    expect(shuffled).toEqual(tally)
    const votes = tally.ranking.map(({ votes }) => votes)
    expect(votes).toEqual(votes.toSorted((a, b) => b - a))
  }
})

describe('groups', () => {
  it('no group of fewer than three is shown, nor can one be had by subtraction', () => {
    const random = new Random(3)
    for (let run = 0; run < 500; run++) {
      const departments = ['A', 'B', 'C', 'D', '']
      const voters = Array.from({ length: random.below(20) }, () => random.pick(departments) ?? '')
      // Entered by the facilitator, who knows them: they are in the split and hide nobody.
      const proxies = Array.from({ length: random.below(4) }, () => random.pick(departments) ?? '')
      const groups = voterGroups(voters, departments, proxies)
      if (!groups) continue
      const sizesOf = (all: readonly string[]) =>
        groups.names.map((name) => all.filter((voter) => groups.groupOf(voter) === name).length)
      // None of the people in `Others`: then proxies alone are.
      expect(sizesOf(voters).every((size) => size === 0 || size >= 3)).toBe(true)
      expect(sizesOf(voters).filter((size) => size > 0).length).toBeGreaterThanOrEqual(2)
      expect(sizesOf([...voters, ...proxies]).reduce((sum, size) => sum + size, 0)).toBe(voters.length + proxies.length)
    }
    expect(voterGroups(['A', 'A', 'A', 'B', 'B', 'B', 'C'], ['B', 'A', 'C'])?.names).toEqual(['B', 'Others'])
    expect(voterGroups(['A', 'A', 'A', 'B'], ['A', 'B'])).toBeNull()
    expect(voterGroups(['A', 'A', 'A', 'B'], ['A', 'B'], ['B', 'B'])).toBeNull()
    expect(tooSmallGroups(['A', 'A', 'A', 'B'])).toEqual(['B'])
  })
})

describe('terms', () => {
  it('defaults: a quarter of the cards between 3 and 10, three on one', () => {
    expect([1, 12, 13, 20, 40, 200].map(defaultDots)).toEqual([3, 3, 3, 5, 10, 10])
    expect([1, 2, 3, 10].map(defaultCap)).toEqual([1, 2, 3, 3])
  })

  it('a ballot fits budget, cap and candidates', () => {
    const round = { candidateIds: ['a', 'b', 'c'], dotsPerPerson: 5, capPerCard: 3, ownCards: false }
    const check = (allocation: Record<string, number>) => {
      const result = checkAllocation(round, allocation, new Set(['c']))
      return result.ok ? result.left : result.code
    }
    expect(check({})).toBe(5)
    expect(check({ a: 3, b: 2 })).toBe(0)
    expect(check({ a: 3, b: 3 })).toBe('overBudget')
    expect(check({ a: 4 })).toBe('overCap')
    expect(check({ x: 1 })).toBe('unknownCard')
    expect(check({ x: 0 })).toBe(5)
    expect(check({ c: 1 })).toBe('ownCard')
    expect(check({ a: 0.5 })).toBe('notWhole')
    expect(check({ a: -1 })).toBe('notWhole')
    expect(Object.keys(plainAllocation({ b: 1, x: 0, a: 2 }))).toEqual(['a', 'b'])
  })

  it('each voter has an order of their own, always the same', () => {
    const ids = Array.from({ length: 13 }, (_, at) => `card${at}`)
    const anna = ballotOrder(ids, 'anna/r1')
    expect(ballotOrder(ids.toReversed(), 'anna/r1')).toEqual(anna)
    expect(anna.toSorted()).toEqual(ids.toSorted())
    const firsts = new Set(Array.from({ length: 60 }, (_, at) => ballotOrder(ids, `p${at}/r1`)[0]))
    expect(firsts.size).toBeGreaterThan(6)
  })
})
