import { describe, expect, it } from 'vitest'
import { voteHeatMap } from '../../../shared/workshop/voteHeatMap.ts'
import { candidateOf, heatLevel, latestResult, voteTotals, writeVotes } from '../../../shared/workshop/voteTotals.ts'
import { Random } from '../../support/Random.ts'
import { roundResult, twelveVoters } from '../../support/roundResult.ts'

describe('totals', () => {
  it('heat goes by quarters of the most; none without votes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((votes) => heatLevel(votes, 8))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4])
    expect(heatLevel(0, 0)).toBe(0)
  })

  it('stand by card, of the latest round', () => {
    const first = twelveVoters()
    const second = twelveVoters({ id: 'round2', number: 2 })
    expect(latestResult([second, first])).toBe(second)
    expect(latestResult([])).toBeNull()
    expect(Object.fromEntries(voteTotals(first))).toEqual({
      status: { votes: 12, heat: 4 },
      fear: { votes: 12, heat: 4 },
      logins: { votes: 12, heat: 4 },
      mail: { votes: 0, heat: 0 },
    })
    expect([7, 0.3, 1 / 3].map(writeVotes)).toEqual(['7', '0.3', '0.33'])
  })

  it('a note merged into one that was not voted on keeps its own facts', () => {
    const result = roundResult({
      cards: [{ cardId: 'a', title: 'Waits', stage: 'Claim' }],
      ballots: [{ dots: { a: 2 } }],
      merges: [{ into: 'new', parts: ['a'] }],
    })
    expect(result.tally.ranking[0]).toMatchObject({ cardId: 'new', votes: 2 })
    expect(candidateOf(result, 'new')?.title).toBe('Waits')
    expect(voteHeatMap(result).rows).toEqual([{ stageId: 'Claim', stageName: 'Claim', cells: [{ votes: 2, heat: 4 }] }])
  })
})

describe('heat map', () => {
  it('has a row per stage in the order of the map and a column per group, small ones as Others', () => {
    const { groups, rows } = voteHeatMap(twelveVoters())
    expect(groups).toEqual(['Defense', 'Benefits', 'Others'])
    expect(rows.map(({ stageName, cells }) => [stageName, ...cells.map(({ votes }) => votes)])).toEqual([
      ['Settling', 4, 4, 4],
      ['Separating', 8, 8, 8],
      ['Thriving', 0, 0, 0],
    ])
  })

  it('without a split it has the totals of the stages, cards beside the maps last', () => {
    const map = voteHeatMap(
      roundResult({
        cards: [{ cardId: 'free' }, { cardId: 'a', stage: 'One' }],
        ballots: [{ dots: { free: 1, a: 3 } }],
      }),
    )
    expect(map.groups).toBeNull()
    expect(map.rows).toEqual([
      { stageId: 'One', stageName: 'One', cells: [{ votes: 3, heat: 4 }] },
      { stageId: null, stageName: '', cells: [{ votes: 1, heat: 2 }] },
    ])
  })

  it('its cells add up to all votes, whatever was cast and merged', () => {
    const random = new Random(21)
    for (let run = 0; run < 100; run++) {
      const cards = Array.from({ length: 1 + random.below(9) }, (_, at) => {
        return { cardId: `c${at}`, stage: random.pick(['A', 'B', '']) ?? '' }
      })
      const ballots = Array.from({ length: random.below(20) }, () => ({
        department: random.pick(['X', 'Y', 'Z']) ?? '',
        dots: Object.fromEntries(cards.map(({ cardId }) => [cardId, random.below(3)])),
      }))
      const merges = cards.length > 2 && random.below(2) === 1 ? [{ into: 'c2', parts: ['c0'] }] : []
      const result = roundResult({ cards, ballots, merges, departments: ['X', 'Y', 'Z'] })
      const sum = voteHeatMap(result).rows.reduce(
        (all, { cells }) => all + cells.reduce((row, { votes }) => row + votes, 0),
        0,
      )
      expect(sum).toBe(result.tally.ranking.reduce((all, { votes }) => all + votes, 0))
    }
  })
})
