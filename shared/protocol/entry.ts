// Bodies of the calls by which somebody comes into a workshop. Apart from the other calls: pages that only look on load
// nothing else of the protocol.
import { z } from 'zod/mini'
import { DEPARTMENT_MAX_LENGTH, NAME_MAX_LENGTH } from './limits.ts'
import { optionalLine } from './line.ts'
import { roleSchema } from './roles.ts'

/** 128 random bits as base64url. */
const secret = z.string().check(z.regex(/^[\w-]{20,64}$/))

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
  /** Good for one person: nothing to hand on. */
  isPersonal: z.optional(z.boolean()),
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
