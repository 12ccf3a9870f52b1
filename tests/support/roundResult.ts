// A round that has ended, as the server would publish it, from a few words: who voted for what.
import { type LaterMerge, publishedBallotSchema, type RoundResult } from '../../shared/workshop/results.ts'
import type { Round } from '../../shared/workshop/rounds.ts'
import { tallyRound } from '../../shared/workshop/tally.ts'
import { voterGroups } from '../../shared/workshop/voterGroups.ts'

export interface VotedCard {
  readonly cardId: string
  readonly title?: string
  readonly stage?: string
  readonly severity?: number
  readonly hasEvidence?: boolean
}

export interface GivenBallot {
  readonly dots: Readonly<Record<string, number>>
  readonly department?: string
  readonly weight?: number
  readonly proxy?: boolean
  readonly name?: string
}

interface RoundOrder {
  readonly cards: readonly VotedCard[]
  readonly ballots: readonly GivenBallot[]
  readonly merges?: readonly LaterMerge[]
  readonly departments?: readonly string[]
  readonly round?: Partial<Round>
}

/** Receipts are numbered: AAAA-0001, AAAA-0002 … */
export function roundResult({ cards, ballots, merges = [], departments = [], round = {} }: RoundOrder): RoundResult {
  const candidates = cards.map(({ cardId, title = cardId, stage = '', severity, hasEvidence = false }) => ({
    cardId,
    title,
    kind: 'note',
    stageId: stage === '' ? null : stage,
    stageName: stage,
    severity: severity ?? null,
    hasEvidence,
  }))
  const groups = voterGroups(
    ballots.filter(({ proxy }) => !proxy).map(({ department = '' }) => department),
    departments,
    ballots.filter(({ proxy }) => proxy).map(({ department = '' }) => department),
  )
  const terms: Round = {
    id: 'round1',
    number: 1,
    question: 'Which pains should we solve first?',
    candidateIds: cards.map(({ cardId }) => cardId),
    dotsPerPerson: 5,
    capPerCard: 3,
    ownCards: true,
    secret: true,
    voters: 'all',
    weights: null,
    minutes: null,
    state: 'closed',
    openedAtMs: Date.UTC(2026, 10, 21, 13, 50),
    endsAtMs: null,
    closedAtMs: Date.UTC(2026, 10, 21, 14, 58),
    eligible: ballots.filter(({ proxy }) => !proxy).length,
    runOffOf: null,
    ...round,
  }
  const counted = ballots.map(({ dots, department = '', weight = 1, proxy = false }) => {
    return { allocation: dots, weight, proxy, group: groups?.groupOf(department) ?? null }
  })
  return {
    round: terms,
    candidates,
    tally: tallyRound({
      capPerCard: terms.capPerCard,
      candidates,
      ballots: counted,
      groups: groups && [...groups.names],
      merges,
    }),
    ballots: ballots.map(({ dots, weight = 1, proxy = false, name }, at) =>
      publishedBallotSchema.parse({
        receipt: `AAAA-${String(at + 1).padStart(4, '0')}`,
        allocation: dots,
        weight,
        proxy,
        voterId: terms.secret || proxy ? null : `voter${at}`,
        voterName: terms.secret ? null : (name ?? `Voter ${at}`),
      }),
    ),
    merges: [...merges],
  }
}

/** Twelve people of three departments and four cards: a tie, an Others group, a card without votes. */
export function twelveVoters(round: Partial<Round> = {}): RoundResult {
  const cards: VotedCard[] = [
    { cardId: 'status', title: 'Status cannot be seen', stage: 'Settling', severity: 4 },
    { cardId: 'fear', title: 'Fear of missing something', stage: 'Separating', severity: 3 },
    { cardId: 'logins', title: 'Several logins', stage: 'Separating', severity: 3 },
    { cardId: 'mail', title: 'Notices by mail', stage: 'Thriving' },
  ]
  const ballots = Array.from({ length: 12 }, (_, at): GivenBallot => {
    const department = at < 4 ? 'Defense' : at < 8 ? 'Benefits' : at < 10 ? 'Labor' : 'Veterans'
    return { department, dots: at % 2 === 0 ? { status: 2, fear: 1 } : { fear: 1, logins: 2 } }
  })
  return roundResult({ cards, ballots, departments: ['Defense', 'Benefits', 'Labor', 'Veterans'], round })
}
