// Bodies of the HTTP calls: what the client sends and what it gets back. The server validates with the same schemas.
import { z } from 'zod/mini'
import { roleSchema, workshopStateSchema } from './messages.ts'
import { DEPARTMENT_MAX_LENGTH, MAX_DEPARTMENTS, NAME_MAX_LENGTH, TITLE_MAX_LENGTH } from './limits.ts'

const line = (maxLength: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength))
const optionalLine = (maxLength: number) => z.string().check(z.trim(), z.maxLength(maxLength))

export const templateNames = ['blank', 'customer-lifecycle', 'saas-onboarding', 'service-blueprint'] as const
export const templateNameSchema = z.enum(templateNames)
export type TemplateName = z.infer<typeof templateNameSchema>

export const createWorkshopSchema = z.object({
  title: line(TITLE_MAX_LENGTH),
  template: z.optional(templateNameSchema),
})

/** 128 random bits as base64url. */
const secret = z.string().check(z.regex(/^[\w-]{20,64}$/))
const perRole = z.object({ facilitator: z.string(), participant: z.string(), viewer: z.string() })
export const createdWorkshopSchema = z.object({ id: z.string(), keys: perRole, links: perRole })
export type CreatedWorkshop = z.infer<typeof createdWorkshopSchema>

export const joinSchema = z.object({
  key: secret,
  /** Needed for everybody but viewers. */
  name: z.optional(optionalLine(NAME_MAX_LENGTH)),
  department: z.optional(optionalLine(DEPARTMENT_MAX_LENGTH)),
})
export const joinedSchema = z.object({
  participantId: z.string(),
  role: roleSchema,
  token: z.string(),
  title: z.string(),
})
export type Joined = z.infer<typeof joinedSchema>

/** `POST /api/workshops/<id>/preview` `{key}`: what a key opens, before anybody joins. */
export const previewRequestSchema = z.object({ key: secret })
export const previewSchema = z.object({
  title: z.string(),
  role: roleSchema,
  /** Name of a facilitator. */
  invitedBy: z.nullable(z.string()),
  participants: z.object({
    online: z.number(),
    total: z.number(),
    some: z.array(z.object({ name: z.string(), department: z.string() })),
  }),
  departments: z.array(z.string()),
  /** The first journey of the board. */
  journey: z.nullable(
    z.object({
      title: z.string(),
      persona: z.string(),
      objective: z.string(),
      stages: z.array(z.object({ name: z.string(), period: z.string(), question: z.string() })),
    }),
  ),
})
export type WorkshopPreview = z.infer<typeof previewSchema>

/** `GET /api/workshops/<id>`. Phase and rounds are in it from the start: null and empty until there are any. */
export const workshopInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.nullable(z.unknown()),
  rounds: z.array(z.unknown()),
  role: roleSchema,
  participants: z.object({ online: z.number(), total: z.number() }),
  /** Origin that other devices can open; null: the one the page was loaded from. */
  shareOrigin: z.nullable(z.string()),
  workshop: workshopStateSchema,
  you: z.object({ participantId: z.string(), name: z.string(), department: z.string(), role: roleSchema }),
})
export type WorkshopInfo = z.infer<typeof workshopInfoSchema>

const participantId = z.string().check(z.maxLength(32))

/** Commands change the workshop's state. `<subject>.<verb>`. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.rename'), title: line(TITLE_MAX_LENGTH) }),
  z.object({ type: z.literal('workshop.close'), closed: z.optional(z.boolean()) }),
  z.object({ type: z.literal('lock.set'), locked: z.boolean() }),
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
})
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

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
/** `GET …/snapshots`, newest first. */
export const snapshotListSchema = z.object({ snapshots: z.array(snapshotInfoSchema) })
/** `POST …/snapshots/<sid>/restore`: what was there is kept first; restoring `before` takes the restore back. */
export const restoredSchema = z.object({ version: z.number(), before: snapshotInfoSchema })
export type Restored = z.infer<typeof restoredSchema>

export const apiErrorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
