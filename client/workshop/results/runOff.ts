// A second vote among the tied or among the top: the same people and terms, fewer cards. Pure.
import type { Command } from '../../../shared/protocol/api.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { QUESTION_MAX_LENGTH } from '../../../shared/workshop/rounds.ts'
import { votedOn } from '../../../shared/workshop/voteTotals.ts'
import { resultWords } from '../../ui/resultWords.ts'

type OpenRound = Extract<Command, { type: 'round.open' }>

/** More than these and the second vote is as long as the first. */
const MAX_AGAIN = 5

/** Of the first places; who is seventh or eighth need not be decided. */
const TOP_RANKS = 3

/** The cards that share the best of the shared places; empty: no tie needs a run-off. */
export function tiedCards({ tally }: RoundResult): readonly string[] {
  return tally.ties.find(({ rank }) => rank <= TOP_RANKS)?.cardIds ?? []
}

/** Cards with the most votes, up to five; empty if there are not two. */
export function topCards(result: RoundResult): readonly string[] {
  const top = votedOn(result).slice(0, MAX_AGAIN)
  return top.length < 2 ? [] : top.map(({ cardId }) => cardId)
}

/** One dot each decides a tie; among the top the server's usual number. */
export function runOffOrder({ round }: RoundResult, cardIds: readonly string[], kind: 'tied' | 'top'): OpenRound {
  const { secret, voters, weights, ownCards, minutes } = round
  const { runOffQuestion, againQuestion } = resultWords.actions
  const named = kind === 'tied' ? runOffQuestion(round.question) : againQuestion(round.question)
  // One that decides another keeps its name: no chain of prefixes.
  const question = round.runOffOf === null ? named : round.question
  return {
    type: 'round.open',
    question: question.slice(0, QUESTION_MAX_LENGTH),
    cardIds: [...cardIds],
    runOffOf: round.id,
    secret,
    voters,
    ownCards,
    minutes,
    ...(weights ? { weights } : {}),
    ...(kind === 'tied' ? { dotsPerPerson: 1, capPerCard: 1 } : {}),
  }
}
