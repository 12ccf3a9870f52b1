// The parts of the room's state that change often, or that only one person may see. Kept apart from the workshop state,
// which is pushed whole: a hundred people pressing "I'm done" must not send the agenda a hundred times.
import { z } from 'zod/mini'

export const MAX_HANDS = 200

/** Counts only: who has finished, who voted and who wrote how much is nobody's business. */
export const activitySchema = z.object({
  /** People who said "I'm done". While a round is open: of those who may vote. */
  done: z.number(),
  /** Of how many. While a round is open those who may vote, else participants online, and facilitators who said it. */
  of: z.number(),
  /** The open round, and how many ballots with a dot are stored. */
  round: z.nullable(z.object({ id: z.string(), voted: z.number() })),
  /** Hidden notes of private phases; null: there are none. */
  drafts: z.nullable(
    z.object({
      notes: z.number(),
      writers: z.number(),
      /** For grey blocks, if the phase shows them; null: it does not. */
      cells: z.nullable(z.array(z.object({ stageId: z.string(), laneId: z.string(), notes: z.number() }))),
    }),
  ),
})
export type Activity = z.infer<typeof activitySchema>

/** What only this person is told. */
export const ownStateSchema = z.object({
  done: z.boolean(),
  /** Own drafts that were revealed: draft's card id → card id on the board. */
  revealed: z.record(z.string(), z.string()),
  /** Every Yjs client id ever bound to this person: a card is theirs if its record was written under one of them. */
  clientIds: z.array(z.number()),
})

export type OwnState = z.infer<typeof ownStateSchema>

/**
 * Where revealed notes come from, by card id. `by`: their author, only where the phase said "names". `name`: of a card that
 * came with a file, what the file said of its author; nobody of this room is meant.
 */
export const originsSchema = z.record(
  z.string(),
  z.object({ by: z.nullable(z.string()), late: z.boolean(), name: z.optional(z.string()) }),
)
export type Origins = z.infer<typeof originsSchema>

export const spotlightSchema = z.object({
  /** Changes with every start: `once` acts once per id. */
  id: z.string(),
  /** The facilitator whose view it is; their presence carries it. */
  by: z.string(),
  /** `once`: bring everyone here, then let go. `keep`: stay with me until I release you. */
  mode: z.enum(['once', 'keep']),
  /** With `keep`: leaving is not possible. */
  hold: z.boolean(),
  /** The view at the start, page coordinates. */
  view: z.nullable(z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
})
