// Whether the ballot of a code was counted, by the published list. Pure.
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { type Allocation, plainAllocation } from '../../../shared/workshop/rounds.ts'
import { candidateOf } from '../../../shared/workshop/voteTotals.ts'

export interface BallotLine {
  readonly cardId: string
  readonly title: string
  readonly dots: number
}

export type BallotCheckOutcome =
  | { readonly kind: 'missing' }
  /** `asCast`: the same dots as this browser has kept; null: it has kept none of this code. */
  | { readonly kind: 'listed'; readonly asCast: boolean | null; readonly lines: readonly BallotLine[] }

/** What this browser remembers of its own ballot. */
export interface KeptBallot {
  readonly receipt: string
  readonly allocation: Allocation
}

export function checkBallot(result: RoundResult, code: string, kept: KeptBallot | null): BallotCheckOutcome {
  const wanted = plainCode(code)
  const ballot = result.ballots.find(({ receipt }) => plainCode(receipt) === wanted)
  if (!ballot || wanted === '') return { kind: 'missing' }
  const isKept = kept !== null && plainCode(kept.receipt) === wanted
  const asCast = isKept ? sameDots(kept.allocation, ballot.allocation) : null
  return { kind: 'listed', asCast, lines: linesOf(result, ballot.allocation) }
}

/** Most dots first, then as on the map. */
export function linesOf(result: RoundResult, allocation: Allocation): BallotLine[] {
  return result.round.candidateIds
    .flatMap((cardId) => {
      const dots = allocation[cardId] ?? 0
      return dots > 0 ? [{ cardId, title: candidateOf(result, cardId)?.title ?? '', dots }] : []
    })
    .toSorted((a, b) => b.dots - a.dots)
}

/** Codes are read out and typed: case, dashes and spaces do not matter. */
function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

function sameDots(a: Allocation, b: Allocation): boolean {
  return JSON.stringify(plainAllocation(a)) === JSON.stringify(plainAllocation(b))
}
