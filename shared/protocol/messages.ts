// What crosses the wire beside the y-websocket protocol (types 0–3). Our messages are type 4: JSON text in a
// lib0 var-string. The server sends them only to clients that said hello, so stock clients never see one.
import { z } from 'zod/mini'
import { agendaSchema, noAgenda } from '../workshop/agenda.ts'
import { roundSchema } from '../workshop/rounds.ts'
import { timerOff, timerSchema } from '../workshop/timer.ts'
import { boardEventSchema, fillingSchema } from '../workshop/notices.ts'
import { activitySchema, originsSchema, ownStateSchema, spotlightSchema } from '../workshop/workshopActivity.ts'
import { roleSchema } from './roles.ts'

/** Raised when a message changes its meaning or loses a field; the frozen-format test holds its fingerprint. */
export const PROTOCOL_VERSION = 1

/** y-websocket message types. */
export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_QUERY_AWARENESS = 3
/** Ours: JSON as a var-string. */
export const MESSAGE_ROOM = 4

/** One person of the workshop as everybody may see them. Identity never travels in presence: it is looked up here by client id. */
export const participantSchema = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  role: roleSchema,
  online: z.boolean(),
  /** Yjs client ids of this person's live connections. */
  clientIds: z.array(z.number()),
})
export type Participant = z.infer<typeof participantSchema>

/** Workshop state that everybody may see; decided by the server only. */
export const workshopStateSchema = z.object({
  /** Rises with every change; answers to commands name the version they produced. */
  version: z.number(),
  title: z.string(),
  /** Names in order; the place in the list picks mark and colour (1–8). */
  departments: z.array(z.string()),
  structureLocked: z.boolean(),
  closed: z.boolean(),
  /** ISO date on which the actions are looked at again. */
  reviewDate: z.nullish(z.string()),
  /** Only facilitators change anything on the board. */
  frozen: z.boolean(),
  /** The facilitator who froze it. */
  frozenBy: z.nullish(z.string()),
  /** Locked cards: card id → the facilitator who locked it. */
  locks: z.record(z.string(), z.string()),
  agenda: agendaSchema,
  timer: timerSchema,
  /** All rounds in the order they were opened; at most one is open. Results come over HTTP. */
  rounds: z.array(roundSchema),
  spotlight: z.nullable(spotlightSchema),
  /** Participants with a raised hand, the longest first. */
  hands: z.array(z.string()),
})
export type WorkshopState = z.infer<typeof workshopStateSchema>

/** A workshop nobody has heard of yet: no agenda, nothing locked. */
export function newWorkshopState(title: string): WorkshopState {
  return {
    version: 0,
    title,
    departments: [],
    structureLocked: false,
    closed: false,
    reviewDate: null,
    frozen: false,
    frozenBy: null,
    locks: {},
    agenda: noAgenda,
    timer: timerOff,
    rounds: [],
    spotlight: null,
    hands: [],
  }
}

/**
 * Client → server, before the first sync step 1. Binds the document's client id to the participant. May be sent again
 * with a new client id, which is what a client does after a refusal.
 */
const helloSchema = z.object({
  type: z.literal('hello'),
  protocol: z.number(),
  clientId: z.number(),
  /** ETag of the board state fetched over HTTP and applied whole just before: the server then sends only what came after it. */
  state: z.optional(z.string()),
})
export const clientMessageSchema = z.discriminatedUnion('type', [helloSchema])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** `afterRefusal`: builds on a message that was refused before; repaired by going on under a new client id. */
const refusalReasons = [
  'viewer',
  'structureLocked',
  'closed',
  'phase',
  'cardLocked',
  'frozen',
  'invalidValue',
  'notYours',
  'tooLarge',
  'readOnly',
  'malformed',
  'afterRefusal',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Server → client. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    protocol: z.number(),
    participantId: z.string(),
    role: roleSchema,
    /** Raised when the document was rebuilt; a client with another epoch drops its copy and takes the server's. */
    epoch: z.string(),
    /** Server's clock, ms since 1970. */
    nowMs: z.number(),
    workshop: workshopStateSchema,
    roster: z.array(participantSchema),
  }),
  /** `nowMs`: the server's clock at this moment, to keep timers on the same second. */
  z.object({ type: z.literal('workshop'), workshop: workshopStateSchema, nowMs: z.optional(z.number()) }),
  /** After the welcome, and whenever it changes. */
  z.object({ type: z.literal('activity'), activity: activitySchema }),
  /** Only to the person it is about: after the welcome, and whenever it changes. */
  z.object({ type: z.literal('own'), own: ownStateSchema }),
  /** Whole; after the welcome if there are any, and after every reveal. */
  z.object({ type: z.literal('origins'), origins: originsSchema }),
  /** Changed and new participants whole, gone ones by id; at most one message a tick. */
  z.object({ type: z.literal('roster'), changed: z.array(participantSchema), gone: z.array(z.string()) }),
  /** How many document messages (sync step 2 and updates) of this connection are on disk. */
  z.object({ type: z.literal('saved'), count: z.number() }),
  /** Document message number `count` of this connection (from 1) was not applied. */
  z.object({ type: z.literal('refused'), count: z.number(), reason: z.enum(refusalReasons), sentence: z.string() }),
  /** Something happened to the whole board; to everybody who is there. */
  z.object({ type: z.literal('event'), event: boardEventSchema }),
  /** Only to facilitators: what is nearly full, whole; after the welcome if anything is, and whenever it changes. */
  z.object({ type: z.literal('filling'), filling: z.array(fillingSchema) }),
  /** The disk takes nothing since then (null: it does again). */
  z.object({ type: z.literal('unsaved'), sinceMs: z.nullable(z.number()) }),
])
export type ServerMessage = z.infer<typeof serverMessageSchema>

/** One reading of somebody's pointer and hands, as awareness state. Opaque bytes for the server. */
export const presenceSchema = z.object({
  cursor: z.nullish(z.object({ x: z.number(), y: z.number() })),
  /** Shapes in somebody's hand: page coordinates now. */
  drag: z.nullish(z.array(z.object({ id: z.string(), x: z.number(), y: z.number() }))),
  /** Card and field somebody types in. */
  editing: z.nullish(z.object({ id: z.string(), field: z.string() })),
  selection: z.nullish(z.array(z.string())),
  /** Visible part of the page, for following a person. */
  view: z.nullish(z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
  /** An emoji, shown once per `at` (sender's clock, ms). */
  reaction: z.nullish(z.object({ emoji: z.string(), at: z.number() })),
  /** The pointer draws a fading line while this is true. */
  laser: z.nullish(z.boolean()),
})
export type Presence = z.infer<typeof presenceSchema>
