// What is stored of rounds, ballots and results, one record each. Read again from the disk at every load.
import { z } from 'zod/mini'
import { candidateSchema, laterMergeSchema, publishedBallotSchema, tallySchema } from '../../shared/workshop/results.ts'
import { roundSchema } from '../../shared/workshop/rounds.ts'

export const roundRecordSchema = z.object({
  round: roundSchema,
  /** Who may vote, with their department at the opening. Emptied when a secret round ends. */
  eligible: z.record(z.string(), z.string()),
  /** Receipts are made from it; removed at the end, so that no receipt can be led back to its voter. */
  receiptKey: z.string(),
})
export type RoundRecord = Readonly<z.infer<typeof roundRecordSchema>>

export const ballotRecordSchema = z.object({
  allocation: z.record(z.string(), z.number()),
  receipt: z.string(),
  storedAtMs: z.number(),
  /** Entered by a facilitator for somebody without a device. */
  proxy: z.nullable(z.object({ name: z.string(), department: z.string() })),
})
export type BallotRecord = Readonly<z.infer<typeof ballotRecordSchema>>

export const resultRecordSchema = z.object({
  candidates: z.array(candidateSchema),
  /** The group a ballot counts for in the split (each has at least three voters); never published. */
  ballots: z.array(z.extend(publishedBallotSchema, { group: z.nullable(z.string()) })),
  groups: z.nullable(z.array(z.string())),
  weightsDropped: z.optional(z.boolean()),
  /** Of a round that came with a file: its split by department cannot be counted again. */
  counted: z.optional(z.object({ tally: tallySchema, merges: z.array(laterMergeSchema) })),
})
export type ResultRecord = Readonly<z.infer<typeof resultRecordSchema>>

export const roundKeys = {
  round: (roundId: string) => `round.${roundId}`,
  ballot: (roundId: string, voterId: string) => `ballot.${roundId}.${voterId}`,
  result: (roundId: string) => `result.${roundId}`,
}
