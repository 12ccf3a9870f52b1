// Four rounds of voting: a secret one with a split by department, its run-off, a named and weighted one with a proxy and
// a later merge, and one with so few voters that nothing may be split.
import type { CardId } from '../../shared/journey/ids.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { type GivenBallot, roundResult, type VotedCard } from './roundResult.ts'

const departments = ['Sales', '=Support', '<b>Product</b>', 'Ops 🚀 客户']

/** Names that must be in no file about a secret round. */
export const SECRET_VOTER = 'SecretVoter'
export const NAMED_VOTER = '=NamedVoter'

export function maximalRounds(candidates: readonly CardId[]): RoundResult[] {
  const [first = '', second = '', third = '', fourth = ''] = candidates
  const cards: VotedCard[] = [
    { cardId: first, title: '=first | candidate <b>', stage: '=Stage <i>', severity: 4, hasEvidence: true },
    { cardId: second, title: '<script>second</script>', stage: 'Stage', severity: 2 },
    { cardId: third, title: 'third 👩‍👩‍👧 客户', stage: 'Stage' },
    { cardId: fourth, title: 'رابع', stage: '' },
    { cardId: 'deletedSince', title: 'deleted since', stage: 'Stage gone' },
  ]
  const ballots = (name: string): GivenBallot[] =>
    Array.from({ length: 12 }, (_, at) => ({
      name: `${name}${at}`,
      department: at < 4 ? 'Sales' : at < 7 ? '=Support' : at < 10 ? '<b>Product</b>' : 'Ops 🚀 客户',
      dots: at % 2 === 0 ? { [first]: 2, [second]: 1 } : { [second]: 1, [third]: 2, [fourth]: 1 },
    }))
  const closedAtMs = (minutes: number) => Date.UTC(2026, 10, 21, 14, minutes)
  const openedAtMs = Date.UTC(2026, 10, 21, 13, 50)
  return [
    roundResult({
      cards,
      departments,
      ballots: ballots(SECRET_VOTER),
      round: {
        id: 'secret1',
        number: 1,
        question: '=Which <b>pains</b> first?',
        openedAtMs,
        closedAtMs: closedAtMs(5),
      },
    }),
    roundResult({
      cards: cards.slice(1, 3),
      departments,
      ballots: ballots(SECRET_VOTER).map(({ department, name }, at) => {
        return {
          ...(department && { department }),
          ...(name && { name }),
          dots: { [at % 3 === 0 ? second : third]: 1 },
        }
      }),
      round: { id: 'runoff2', number: 2, question: 'Run-off', runOffOf: 'secret1', closedAtMs: closedAtMs(10) },
    }),
    roundResult({
      cards,
      departments,
      ballots: [
        ...ballots(NAMED_VOTER).map((ballot) => ({ ...ballot, weight: 1.5 })),
        { department: 'Sales', proxy: true, dots: { [fourth]: 1 } },
      ],
      merges: [{ into: first, parts: [fourth] }],
      round: {
        id: 'named3',
        number: 3,
        question: 'Named 客户 👩‍👩‍👧',
        secret: false,
        weights: { Sales: 1.5, '=Support': 1.5 },
        voters: ['Sales', '=Support'],
        minutes: 5,
        closedAtMs: closedAtMs(15),
      },
    }),
    roundResult({
      cards: cards.slice(0, 2),
      departments,
      ballots: [
        { department: 'Sales', name: SECRET_VOTER, dots: { [first]: 1 } },
        { department: '=Support', name: SECRET_VOTER, dots: { [second]: 1 } },
      ],
      round: { id: 'few4', number: 4, question: 'Few', closedAtMs: closedAtMs(20) },
    }),
  ]
}
