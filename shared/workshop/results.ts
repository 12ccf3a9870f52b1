// What is published when a round has ended: frozen facts about the candidates, the tally, and every ballot by its
// receipt. Enough for anybody to recount (see tally.ts); nothing that names a voter of a secret round.
import { z } from 'zod/mini'
import { roundSchema } from './rounds.ts'

/** A candidate as it was when the round ended: later edits of the card do not change what was voted on. */
export const candidateSchema = z.object({
  cardId: z.string(),
  title: z.string(),
  kind: z.string(),
  stageId: z.nullable(z.string()),
  stageName: z.string(),
  /** 1–5, null if nobody set it. */
  severity: z.nullable(z.number()),
  hasEvidence: z.boolean(),
})
export type Candidate = z.infer<typeof candidateSchema>

export const publishedBallotSchema = z.object({
  /** The code its voter got when it was stored. */
  receipt: z.string(),
  allocation: z.record(z.string(), z.number()),
  /** 1 unless the round has weights and they count. */
  weight: z.number(),
  /** Entered by the facilitator for somebody without a device. */
  proxy: z.boolean(),
  /** Named rounds only. */
  voterId: z.nullable(z.string()),
  voterName: z.nullable(z.string()),
})

/** What put a candidate ahead of the one after it. */
export const tieBreaks = ['severity', 'voters', 'evidence'] as const

const rankedSchema = z.object({
  cardId: z.string(),
  /** 1, 2, 3 …; candidates that nothing tells apart share a rank. */
  rank: z.number(),
  votes: z.number(),
  /** Distinct people who gave it a dot. */
  voters: z.number(),
  /** Votes by group, in the order of `groups`; null where the split is not shown. */
  byGroup: z.nullable(z.array(z.number())),
  /** Which part of the tie rule decided against the candidate one place above; null: votes did, or it shares that place. */
  tieBreak: z.nullable(z.enum(tieBreaks)),
  /** One sentence: why it stands here. */
  explanation: z.string(),
})
export type Ranked = z.infer<typeof rankedSchema>

export const tallySchema = z.object({
  /** Ballots with at least one dot. */
  voted: z.number(),
  proxies: z.number(),
  /** Dots as placed, without weights. */
  dots: z.number(),
  ranking: z.array(rankedSchema),
  /** Departments with enough voters; the rest is together under `Others`. Null: no split can be shown. */
  groups: z.nullable(z.array(z.string())),
  /** Cards that share a rank among those that got votes, best first. */
  ties: z.array(z.object({ rank: z.number(), cardIds: z.array(z.string()) })),
  tieRule: z.string(),
})
export type Tally = z.infer<typeof tallySchema>

/** Notes that became one after the round had ended, and what that did to the count. */
export const laterMergeSchema = z.object({ into: z.string(), parts: z.array(z.string()) })
export type LaterMerge = z.infer<typeof laterMergeSchema>

export const roundResultSchema = z.object({
  round: roundSchema,
  candidates: z.array(candidateSchema),
  tally: tallySchema,
  /** In random order. */
  ballots: z.array(publishedBallotSchema),
  /** Too few voted under one of the weights: all ballots count 1, because the weight would have told whose they are. */
  weightsDropped: z.optional(z.boolean()),
  /** Not empty: the tally counts merged notes as one; distinct voters and caps were counted again. */
  merges: z.array(laterMergeSchema),
})
export type RoundResult = z.infer<typeof roundResultSchema>

export const OTHERS = 'Others'
