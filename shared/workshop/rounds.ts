// A round of voting: its terms, which allocations fit them, defaults. Pure; ballots themselves are the server's.
import { z } from 'zod/mini'

export const MAX_CANDIDATES = 500
export const MAX_DOTS = 100
export const QUESTION_MAX_LENGTH = 200
/** A weight is meant to balance groups of different size, not to silence one. */
export const MIN_WEIGHT = 0.1
export const MAX_WEIGHT = 10
/** Votes are split by group only if every group shown has at least this many voters. */
export const MIN_GROUP_VOTERS = 3

/** What everybody may see of a round, before and after its end. Nothing in it tells who voted or how. */
export const roundSchema = z.object({
  id: z.string(),
  /** 1, 2, 3 … in the order they were opened. */
  number: z.number(),
  question: z.string(),
  /** Frozen when the round opened, in the order of the map. */
  candidateIds: z.array(z.string()),
  dotsPerPerson: z.number(),
  capPerCard: z.number(),
  /** Whether one's own cards may get one's dots. */
  ownCards: z.boolean(),
  secret: z.boolean(),
  /** Everybody on the roster at the opening, or those of these departments. */
  voters: z.union([z.literal('all'), z.array(z.string())]),
  /**
   * Factor by department, declared before; departments left out count 1. Null: no weights. Whether they counted in the
   * end is in the result: in a secret round not if they would give somebody away.
   */
  weights: z.nullable(z.record(z.string(), z.number())),
  minutes: z.nullable(z.number()),
  state: z.enum(['open', 'closed']),
  openedAtMs: z.number(),
  /** Server's clock; null: open until somebody closes it. */
  endsAtMs: z.nullable(z.number()),
  closedAtMs: z.nullable(z.number()),
  /** How many may vote. */
  eligible: z.number(),
  /** The round whose tie this one decides. */
  runOffOf: z.nullable(z.string()),
})
export type Round = z.infer<typeof roundSchema>

export const allocationSchema = z.record(
  z.string().check(z.maxLength(32)),
  z.number().check(z.int(), z.gte(0), z.lte(MAX_DOTS)),
)
/** Dots by card id. */
export type Allocation = Readonly<Record<string, number>>

/** A quarter of the candidates, at least 3 and at most 10. */
export function defaultDots(candidateCount: number): number {
  return Math.max(3, Math.min(10, Math.round(candidateCount / 4)))
}

/** Three on one card, unless there are fewer dots. */
export function defaultCap(dotsPerPerson: number): number {
  return Math.min(3, dotsPerPerson)
}

type AllocationProblem = 'unknownCard' | 'ownCard' | 'overCap' | 'overBudget' | 'notWhole'

export type AllocationCheck =
  | { readonly ok: true; readonly used: number; readonly left: number }
  | { readonly ok: false; readonly code: AllocationProblem; readonly message: string }

type Terms = Pick<Round, 'candidateIds' | 'dotsPerPerson' | 'capPerCard' | 'ownCards'>

/** Whether a whole ballot fits the round. `ownCardIds`: cards the voter wrote. Cards with 0 dots count as left out. */
export function checkAllocation(
  round: Terms,
  allocation: Allocation,
  ownCardIds: ReadonlySet<string>,
): AllocationCheck {
  const candidates = new Set(round.candidateIds)
  let used = 0
  for (const [cardId, dots] of Object.entries(allocation)) {
    if (!Number.isInteger(dots) || dots < 0) return fail('notWhole', 'Dots are whole numbers.')
    if (dots === 0) continue
    if (!candidates.has(cardId)) return fail('unknownCard', 'This card is not part of the vote.')
    if (!round.ownCards && ownCardIds.has(cardId)) return fail('ownCard', 'In this vote your own cards do not count.')
    if (dots > round.capPerCard) return fail('overCap', `At most ${countDots(round.capPerCard)} on one card.`)
    used += dots
  }
  const { dotsPerPerson } = round
  if (used > dotsPerPerson)
    return fail('overBudget', `All ${countDots(dotsPerPerson)} are placed. Take one back first.`)
  return { ok: true, used, left: dotsPerPerson - used }
}

/** What a vote of this department counts. Names come from people: only what the weights themselves declare is one. */
export function weightOf({ weights }: Pick<Round, 'weights'>, department: string): number {
  return weights !== null && Object.hasOwn(weights, department) ? (weights[department] ?? 1) : 1
}

/** Only cards that have dots, in one order: equal ballots are equal values. */
export function plainAllocation(allocation: Allocation): Record<string, number> {
  const entries = Object.entries(allocation).filter(([, dots]) => dots > 0)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The candidates in an order of this voter's own, the same on every device: early cards get no more dots than late ones.
 * `seed` is anything that differs between voters, such as participant id and round id.
 */
export function ballotOrder(candidateIds: readonly string[], seed: string): string[] {
  return candidateIds
    .map((id) => ({ id, rank: hashText(`${seed}/${id}`) }))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** FNV-1a with a last mix; not for secrets. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

const fail = (code: AllocationProblem, message: string): AllocationCheck => ({ ok: false, code, message })
const countDots = (count: number): string => (count === 1 ? '1 dot' : `${count} dots`)
