// Receipts and the recount, on published lists that are as they should be and on some that are not.
import { describe, expect, it } from 'vitest'
import type { RoundResult } from '../../../../shared/workshop/results.ts'
import { checkBallot } from '../../../../client/workshop/results/checkBallot.ts'
import { countBeforeMerges, recountBallots } from '../../../../client/workshop/results/recountBallots.ts'
import { roundResult, twelveVoters } from '../../../support/roundResult.ts'

describe('a code', () => {
  const result = twelveVoters()
  const kept = { receipt: 'AAAA-0001', allocation: { fear: 1, status: 2 } }

  it.each(['AAAA-0001', 'aaaa0001', ' aaaa 0001 ', 'A-A-A-A-0-0-0-1'])('is found when typed as %j', (code) => {
    expect(checkBallot(result, code, kept)).toEqual({
      kind: 'listed',
      asCast: true,
      lines: [
        { cardId: 'status', title: 'Status cannot be seen', dots: 2 },
        { cardId: 'fear', title: 'Fear of missing something', dots: 1 },
      ],
    })
  })

  it('of somebody else is found, without a word about what was cast', () => {
    expect(checkBallot(result, 'AAAA-0002', kept)).toMatchObject({ kind: 'listed', asCast: null })
    expect(checkBallot(result, 'AAAA-0002', null)).toMatchObject({ asCast: null })
  })

  it('under which other dots stand is told', () => {
    expect(checkBallot(result, 'AAAA-0001', { ...kept, allocation: { status: 3 } })).toMatchObject({ asCast: false })
  })

  it.each(['AAAA-0099', '', '–', 'AAAA-000'])('that is not in the list is not: %j', (code) => {
    expect(checkBallot(result, code, kept)).toEqual({ kind: 'missing' })
  })
})

describe('the recount', () => {
  it('of an honest list is equal: with a split, weights, proxies and merges', () => {
    expect(recountBallots(twelveVoters())).toEqual({ isEqual: true, brokenBallots: 0 })
    const merged = roundResult({
      cards: [{ cardId: 'a' }, { cardId: 'b' }, { cardId: 'c' }],
      ballots: [
        { dots: { a: 2, b: 2 }, weight: 0.1 },
        { dots: { b: 1, c: 3 }, weight: 0.7, proxy: true },
      ],
      merges: [{ into: 'a', parts: ['b'] }],
    })
    expect(recountBallots(merged)).toEqual({ isEqual: true, brokenBallots: 0 })
  })

  it('does not depend on the order of the list', () => {
    const result = twelveVoters()
    expect(recountBallots({ ...result, ballots: result.ballots.toReversed() }).isEqual).toBe(true)
  })

  const tampered: [string, (result: RoundResult) => RoundResult][] = [
    ['a ballot is left out', (result) => ({ ...result, ballots: result.ballots.slice(1) })],
    [
      'a vote is added to the ranking',
      (result) => ({
        ...result,
        tally: {
          ...result.tally,
          ranking: result.tally.ranking.map((ranked, at) =>
            at === 0 ? { ...ranked, votes: ranked.votes + 1 } : ranked,
          ),
        },
      }),
    ],
    [
      'the split does not add up',
      (result) => ({
        ...result,
        tally: {
          ...result.tally,
          ranking: result.tally.ranking.map((ranked) => ({ ...ranked, byGroup: [99, 0, 0] })),
        },
      }),
    ],
    [
      'the ranking is turned around',
      (result) => ({ ...result, tally: { ...result.tally, ranking: result.tally.ranking.toReversed() } }),
    ],
  ]
  it.each(tampered)('finds that %s', (_, tamper) => {
    expect(recountBallots(tamper(twelveVoters())).isEqual).toBe(false)
  })

  it('finds ballots that break the rules of the round, also where the sums are right', () => {
    const over = roundResult({ cards: [{ cardId: 'a' }], ballots: [{ dots: { a: 9 } }], round: { capPerCard: 9 } })
    expect(recountBallots(over)).toEqual({ isEqual: true, brokenBallots: 1 })
    const result = twelveVoters()
    const twice = result.ballots.map((ballot) => ({ ...ballot, receipt: 'AAAA-0001' }))
    expect(recountBallots({ ...result, ballots: twice })).toEqual({ isEqual: true, brokenBallots: 11 })
  })

  it('can be made as it was before notes were merged', () => {
    const result = roundResult({
      cards: [{ cardId: 'a' }, { cardId: 'b' }],
      ballots: [{ dots: { a: 2, b: 2 } }, { dots: { b: 1 } }],
      merges: [{ into: 'a', parts: ['b'] }],
    })
    expect(result.tally.ranking).toMatchObject([{ cardId: 'a', votes: 4, voters: 2 }])
    expect(countBeforeMerges(result).ranking).toMatchObject([
      { cardId: 'b', votes: 3, voters: 2 },
      { cardId: 'a', votes: 2, voters: 1 },
    ])
  })
})
