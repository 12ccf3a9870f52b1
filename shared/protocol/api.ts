// Bodies of the HTTP calls: what the client sends and what it gets back. The server validates with the same schemas.
import { z } from 'zod/mini'
import { MAX_PHASES, noteTypes, phaseSchema } from '../workshop/agenda.ts'
import { roundResultSchema } from '../workshop/results.ts'
import {
  allocationSchema,
  MAX_CANDIDATES,
  MAX_DOTS,
  MAX_WEIGHT,
  MIN_WEIGHT,
  QUESTION_MAX_LENGTH,
  roundSchema,
} from '../workshop/rounds.ts'
import { activitySchema } from '../workshop/workshopActivity.ts'
import { cardKindNames } from '../journey/cards/cardKinds.ts'
import { workshopStateSchema } from './messages.ts'
import { roleSchema } from './roles.ts'
import { DEPARTMENT_MAX_LENGTH, MAX_DEPARTMENTS, NAME_MAX_LENGTH, TITLE_MAX_LENGTH } from './limits.ts'
import { line, optionalLine } from './line.ts'

export const templateNames = ['blank', 'customer-lifecycle', 'saas-onboarding', 'service-blueprint'] as const
const templateNameSchema = z.enum(templateNames)
export type TemplateName = z.infer<typeof templateNameSchema>

export const createWorkshopSchema = z.object({
  title: line(TITLE_MAX_LENGTH),
  template: z.optional(templateNameSchema),
})

const perRole = z.object({ facilitator: z.string(), participant: z.string(), viewer: z.string() })
export const createdWorkshopSchema = z.object({ id: z.string(), keys: perRole, links: perRole })
export type CreatedWorkshop = z.infer<typeof createdWorkshopSchema>

/** `GET /api/workshops/<id>`. */
export const workshopInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.nullable(phaseSchema),
  /** In public form; a closed one with its result. */
  rounds: z.array(z.object({ round: roundSchema, result: z.nullable(roundResultSchema) })),
  activity: activitySchema,
  role: roleSchema,
  participants: z.object({ online: z.number(), total: z.number() }),
  /** Origin that other devices can open; null: the one the page was loaded from. */
  shareOrigin: z.nullable(z.string()),
  workshop: workshopStateSchema,
  you: z.object({ participantId: z.string(), name: z.string(), department: z.string(), role: roleSchema }),
})
export type WorkshopInfo = z.infer<typeof workshopInfoSchema>

const participantId = z.string().check(z.maxLength(32))
const entityId = z.string().check(z.maxLength(32))
const phaseMinutes = z.number().check(z.gte(-600), z.lte(600))
/** The phase the sender saw as current (null: none): two facilitators pressing "next" at once move one phase. */
const fromPhase = z.optional(z.nullable(entityId))
const view = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
const minutesOfRound = z.number().check(z.gt(0), z.lte(600))

const openRoundSchema = z.object({
  type: z.literal('round.open'),
  question: line(QUESTION_MAX_LENGTH),
  /** The cards, or a description of them: every card that fits all that is given. */
  cardIds: z.optional(z.array(entityId).check(z.maxLength(MAX_CANDIDATES))),
  kind: z.optional(z.enum(cardKindNames)),
  noteType: z.optional(z.enum(noteTypes)),
  stageId: z.optional(entityId),
  laneId: z.optional(entityId),
  /** Left out: a quarter of the candidates, 3 to 10. */
  dotsPerPerson: z.optional(z.number().check(z.int(), z.gte(1), z.lte(MAX_DOTS))),
  /** Left out: 3, or fewer if there are fewer dots. */
  capPerCard: z.optional(z.number().check(z.int(), z.gte(1), z.lte(MAX_DOTS))),
  ownCards: z.optional(z.boolean()),
  /** Left out: secret. */
  secret: z.optional(z.boolean()),
  voters: z.optional(
    z.union([z.literal('all'), z.array(line(DEPARTMENT_MAX_LENGTH)).check(z.maxLength(MAX_DEPARTMENTS))]),
  ),
  weights: z.optional(
    z.nullable(
      z.record(
        z.string().check(z.maxLength(DEPARTMENT_MAX_LENGTH)),
        z.number().check(z.gte(MIN_WEIGHT), z.lte(MAX_WEIGHT)),
      ),
    ),
  ),
  minutes: z.optional(z.nullable(minutesOfRound)),
  runOffOf: z.optional(entityId),
})

/** Commands change the workshop's state. `<subject>.<verb>`. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.rename'), title: line(TITLE_MAX_LENGTH) }),
  z.object({ type: z.literal('workshop.close'), closed: z.optional(z.boolean()) }),
  /** When the actions are looked at again; null: no date. */
  z.object({ type: z.literal('workshop.review'), date: z.nullable(z.iso.date()) }),
  z.object({
    type: z.literal('lock.set'),
    locked: z.boolean(),
    /** Left out: stages and lanes. `cards` needs `cardIds`. `board`: freezes everything. */
    target: z.optional(z.enum(['structure', 'board', 'cards'])),
    cardIds: z.optional(z.array(entityId).check(z.maxLength(MAX_CANDIDATES))),
  }),
  z.object({ type: z.literal('agenda.set'), phases: z.array(phaseSchema).check(z.maxLength(MAX_PHASES)) }),
  /** Leaving a private phase forwards reveals its notes, unless `reveal` is false. */
  z.object({ type: z.literal('phase.next'), from: fromPhase, reveal: z.optional(z.boolean()) }),
  z.object({ type: z.literal('phase.back'), from: fromPhase }),
  z.object({ type: z.literal('phase.goto'), phaseId: entityId, from: fromPhase, reveal: z.optional(z.boolean()) }),
  /** Ends the agenda: no phase is on, everything is allowed. */
  z.object({ type: z.literal('phase.stop'), from: fromPhase, reveal: z.optional(z.boolean()) }),
  z.object({ type: z.literal('phase.extend'), minutes: phaseMinutes }),
  z.object({ type: z.literal('timer.pause') }),
  z.object({ type: z.literal('timer.resume') }),
  z.object({
    type: z.literal('spotlight.start'),
    mode: z.optional(z.enum(['once', 'keep'])),
    hold: z.optional(z.boolean()),
    view: z.optional(z.nullable(view)),
  }),
  z.object({ type: z.literal('spotlight.stop') }),
  z.object({ type: z.literal('hand.raise') }),
  /** Without it: one's own. Lowering others' hands is the facilitator's. */
  z.object({ type: z.literal('hand.lower'), participantId: z.optional(participantId) }),
  z.object({ type: z.literal('done.set'), done: z.boolean() }),
  /** Puts all hidden notes on the board, in a phase or after it. */
  z.object({ type: z.literal('drafts.reveal') }),
  /**
   * Takes a change of the server back. A reveal (without `changeId` the last one): its cards go, the notes are hidden
   * drafts again. An import: its cards go, what it replaced comes back. What others have written in stays.
   */
  z.object({ type: z.literal('change.undo'), changeId: z.optional(entityId) }),
  openRoundSchema,
  z.object({ type: z.literal('round.close'), roundId: z.optional(entityId) }),
  /** A ballot for somebody in the room without a device. The same `proxyId` replaces it. */
  z.object({
    type: z.literal('round.proxy'),
    roundId: z.optional(entityId),
    proxyId: z.optional(entityId),
    name: z.optional(optionalLine(NAME_MAX_LENGTH)),
    department: z.optional(optionalLine(DEPARTMENT_MAX_LENGTH)),
    allocation: allocationSchema,
  }),
  /** Lets somebody vote who came after the round had opened. */
  z.object({ type: z.literal('participant.admit'), participantId }),
  z.object({
    type: z.literal('departments.set'),
    departments: z.array(line(DEPARTMENT_MAX_LENGTH)).check(z.maxLength(MAX_DEPARTMENTS)),
  }),
  z.object({
    type: z.literal('participant.rename'),
    /** Without it: oneself. Renaming others is the facilitator's. */
    participantId: z.optional(participantId),
    name: z.optional(line(NAME_MAX_LENGTH)),
    department: z.optional(optionalLine(DEPARTMENT_MAX_LENGTH)),
  }),
  z.object({ type: z.literal('participant.remove'), participantId }),
  z.object({ type: z.literal('participant.promote'), participantId, role: z.optional(roleSchema) }),
  z.object({
    type: z.literal('link.issue'),
    role: roleSchema,
    label: z.optional(optionalLine(NAME_MAX_LENGTH)),
    /** Good for one person only. */
    oneUse: z.optional(z.boolean()),
    expiresInHours: z.optional(z.number().check(z.gt(0), z.lte(24 * 366))),
  }),
  z.object({ type: z.literal('link.revoke'), linkId: z.string().check(z.maxLength(32)) }),
])
export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']

/** Answer to a command: the version of the workshop state it produced, and what `link.issue` gives back (once: keys are not kept). */
export const commandAnswerSchema = z.object({
  version: z.number(),
  /** The address to share, with the key behind `#`. */
  link: z.optional(z.string()),
  linkId: z.optional(z.string()),
  key: z.optional(z.string()),
  /** `round.open` */
  roundId: z.optional(z.string()),
  /** `round.proxy` */
  proxyId: z.optional(z.string()),
  receipt: z.optional(z.string()),
  used: z.optional(z.number()),
  left: z.optional(z.number()),
  /** `drafts.reveal`, and phase commands that revealed: how many notes came onto the board, and what `change.undo` takes. */
  revealed: z.optional(z.number()),
  changeId: z.optional(z.string()),
  /** `change.undo` of an import: cards and drawings that stay because others have written in them. */
  kept: z.optional(z.number()),
})
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

/** `PUT /api/workshops/<id>/rounds/<roundId>/ballot`: the caller's whole ballot. */
export const castBallotSchema = z.object({ allocation: allocationSchema })
export const ballotAnswerSchema = z.object({ used: z.number(), left: z.number(), receipt: z.string() })
export type BallotAnswer = z.infer<typeof ballotAnswerSchema>

/** `GET …/rounds/<roundId>/ballot`. After the end of a secret round the server does not know any more whose is which. */
export const ownBallotSchema = z.object({
  roundId: z.string(),
  eligible: z.boolean(),
  allocation: z.record(z.string(), z.number()),
  used: z.number(),
  left: z.number(),
  /** Null: no ballot is stored. */
  receipt: z.nullable(z.string()),
  /** Server's clock. */
  storedAtMs: z.nullable(z.number()),
  /** Candidates one may not vote for, being their author. */
  ownCardIds: z.array(z.string()),
})
export type OwnBallot = z.infer<typeof ownBallotSchema>

/** `GET …/rounds/<roundId>`. */
export const roundInfoSchema = z.object({
  round: roundSchema,
  /** Null while it is open: nobody sees a tally before the end. */
  result: z.nullable(roundResultSchema),
})
export type RoundInfo = z.infer<typeof roundInfoSchema>

/** `GET …/rounds/<roundId>/voters`, for facilitators: who may vote. Who has voted nobody is told. */
export const roundVotersSchema = z.object({ participantIds: z.array(z.string()) })
export type RoundVoters = z.infer<typeof roundVotersSchema>

/** `GET /api/settings`: what a page needs to know before anybody joined. */
export const settingsSchema = z.object({
  /** tldraw's licence key of the operator, or null. */
  tldrawLicenseKey: z.nullable(z.string()),
  /** Making a workshop needs the admin key. */
  adminKeyNeeded: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export const snapshotInfoSchema = z.object({
  sid: z.number(),
  /** `before`: taken by the server before something that changes much. */
  kind: z.enum(['auto', 'named', 'before']),
  /** As named by a facilitator, or why it was taken; empty in older files. */
  label: z.string(),
  takenAtMs: z.number(),
  cards: z.number(),
})
export type SnapshotInfo = z.infer<typeof snapshotInfoSchema>
export const takeSnapshotSchema = z.object({ label: line(NAME_MAX_LENGTH) })
/** An import that can still be taken back, by `change.undo`. */
const keptImportSchema = z.object({
  changeId: z.string(),
  /** Participant id. */
  by: z.string(),
  /** Server's clock. */
  atMs: z.number(),
  mode: z.enum(['add', 'replace']),
  /** The snapshot of the board as it was. */
  before: z.number(),
})
export type KeptImport = z.infer<typeof keptImportSchema>
/** `GET …/snapshots`, each newest first. */
export const snapshotListSchema = z.object({
  snapshots: z.array(snapshotInfoSchema),
  imports: z.array(keptImportSchema),
})
export type SnapshotListAnswer = z.infer<typeof snapshotListSchema>
/** `POST …/snapshots/<sid>/restore`: what was there is kept first; restoring `before` takes the restore back. */
export const restoredSchema = z.object({ version: z.number(), before: snapshotInfoSchema })
export type Restored = z.infer<typeof restoredSchema>
