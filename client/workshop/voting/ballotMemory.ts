// What this browser keeps of its person's ballots: receipt and dots as the server took them, and dots that are still on
// their way. After the end of a secret round nobody else knows whose ballot it was, so "Check my ballot" reads it here.
// One entry per workshop, participant and round in localStorage. Storage may be off or full: reads then find nothing.
import { z } from 'zod/mini'
import { allocationSchema } from '../../../shared/workshop/rounds.ts'

const PREFIX = 'journeyboard.ballot.'

const storedBallotSchema = z.object({
  allocation: allocationSchema,
  receipt: z.string(),
  /** When the server took it, by its clock, ms since 1970. */
  storedAtMs: z.number(),
})
/** A ballot as it counts. */
export type StoredBallot = Readonly<z.infer<typeof storedBallotSchema>>

const memorySchema = z.object({
  saved: z.nullable(storedBallotSchema),
  /** Placed after that and not taken by the server yet. */
  unsent: z.nullable(allocationSchema),
})
export type BallotMemory = Readonly<z.infer<typeof memorySchema>>

/** Whose ballot in which round. */
export interface BallotPlace {
  readonly workshopId: string
  readonly participantId: string
  readonly roundId: string
}

const noMemory: BallotMemory = { saved: null, unsent: null }

export function recallBallot(place: BallotPlace): BallotMemory {
  try {
    const parsed = memorySchema.safeParse(JSON.parse(localStorage.getItem(ballotKey(place)) ?? 'null'))
    return parsed.success ? parsed.data : noMemory
  } catch {
    return noMemory
  }
}

export function rememberBallot(place: BallotPlace, memory: BallotMemory): void {
  try {
    localStorage.setItem(ballotKey(place), JSON.stringify(memory))
  } catch {
    // Full or off: dots then live as long as this page, and the receipt with them.
  }
}

/** The key whose `storage` event tells that another tab has changed this ballot. */
export function ballotKey({ workshopId, participantId, roundId }: BallotPlace): string {
  return `${PREFIX}${workshopId}.${participantId}.${roundId}`
}
