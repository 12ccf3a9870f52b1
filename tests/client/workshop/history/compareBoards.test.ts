// What "since then" counts, on boards that are drawn.
import { describe, expect, it } from 'vitest'
import { type BoardDifference, compareBoards, isSame } from '../../../../client/workshop/history/compareBoards.ts'
import { spoken } from '../../../../client/workshop/history/SnapshotFoot.tsx'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const then = () =>
  drawJourney(`
               | Preparing        | Separating
    touchpoints| Website; Checklist | Exam
    pains      | Too long         |
    emotion    | anna -1 slow     |
  `).board()

const none: BoardDifference = { addedCards: 0, changedCards: 0, deletedCards: 0, structure: 0, feelings: 0 }

describe('since then', () => {
  it.each<[string, string, Partial<BoardDifference>]>([
    [
      'nothing, read twice',
      `         | Preparing          | Separating
    touchpoints| Website; Checklist | Exam
    pains      | Too long           |
    emotion    | anna -1 slow       |`,
      {},
    ],
    [
      'a card more, one moved, one less',
      `         | Preparing | Separating
    touchpoints| Website   | Checklist; Exam; Party
    pains      |           |
    emotion    | anna -1 slow |`,
      // The exam makes room for the card that comes before it: its place in the order is another one.
      { addedCards: 1, changedCards: 2, deletedCards: 1 },
    ],
    [
      'a stage more and other feelings of two people',
      `         | Preparing          | Separating | Later
    touchpoints| Website; Checklist | Exam       |
    pains      | Too long           |            |
    emotion    | anna 1 fine; ben 0 |            |`,
      { structure: 1, feelings: 2 },
    ],
  ])('%s', (_name, drawing, expected) => {
    const difference = compareBoards(then(), drawJourney(drawing).board())
    expect(difference).toEqual({ ...none, ...expected })
    expect(isSame(difference)).toBe(Object.keys(expected).length === 0)
  })

  it.each<[Partial<BoardDifference>, string]>([
    [{}, 'No card, stage, lane or feeling has changed since then.'],
    [{ addedCards: 1, changedCards: 2, deletedCards: 3 }, 'Since then: 1 card added, 2 changed, 3 deleted.'],
    [{ changedCards: 1, structure: 1 }, 'Since then: 1 card changed, 1 stage or lane changed.'],
    [{ deletedCards: 2, feelings: 1 }, 'Since then: 2 cards deleted, 1 person’s feelings changed.'],
  ])('%o is said as “%s”', (difference, sentence) => {
    expect(spoken({ ...none, ...difference })).toBe(sentence)
  })
})
