// What the server tells people in passing: that somebody changed the whole board at once, and what is nearly full.
import { z } from 'zod/mini'

/** `by`: participant id. */
export const boardEventSchema = z.discriminatedUnion('kind', [
  /** Back to the board of then (server's clock, ms since 1970). */
  z.object({ kind: z.literal('restored'), by: z.string(), takenAtMs: z.number(), label: z.string() }),
  z.object({ kind: z.literal('imported'), by: z.string(), mode: z.enum(['add', 'replace']) }),
  z.object({ kind: z.literal('importUndone'), by: z.string() }),
])
export type BoardEvent = z.infer<typeof boardEventSchema>

/** Size of the board, number of what lies on it, its pictures, its file with snapshots and pictures. */
const quotas = ['board', 'records', 'pictures', 'file'] as const
export type Quota = (typeof quotas)[number]

/** `percent`: how much of it is used, in steps; above 100 if the limit was lowered. */
export const fillingSchema = z.object({ quota: z.enum(quotas), percent: z.number() })
export type Filling = z.infer<typeof fillingSchema>
