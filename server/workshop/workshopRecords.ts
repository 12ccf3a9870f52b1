// What the server keeps of a workshop beside its documents, as records in the workshop's file. Read back through
// these validators: a file may come from another server.
import { z } from 'zod'
import { roleSchema } from '../../shared/protocol/roles.ts'

export const workshopRecordSchema = z.object({
  title: z.string(),
  departments: z.array(z.string()),
  structureLocked: z.boolean(),
  closed: z.boolean(),
  /** Rises with every change of what people see of the workshop. */
  version: z.number(),
  /** Names this history of the board; see `welcome` in shared/protocol. */
  epoch: z.string(),
  createdAtMs: z.number(),
  /** ISO date of the next review. Files from before there was one have none. */
  reviewDate: z.string().nullable().default(null),
  /** Of the seal in its files (auth/feelingSeal.ts); '' in files from before there was one, until a server opens them. */
  sealKey: z.string().default(''),
})
export type WorkshopRecord = z.infer<typeof workshopRecordSchema>

/** A way in. The key itself is never stored. */
export const linkRecordSchema = z.object({
  id: z.string(),
  role: roleSchema,
  keyHash: z.string(),
  label: z.string(),
  createdAtMs: z.number(),
  expiresAtMs: z.number().nullable(),
  revoked: z.boolean(),
  oneUse: z.boolean(),
  /** Participant who used a link that is good for one. */
  usedBy: z.string().nullable(),
})
export type LinkRecord = z.infer<typeof linkRecordSchema>

export const participantRecordSchema = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  /** The first they had: what files tell of their feelings does not move when somebody gives them another. */
  firstDepartment: z.string().default(''),
  role: roleSchema,
  /** The link whose revocation ends this participant's token. */
  linkId: z.string(),
  tokenHash: z.string(),
  removed: z.boolean(),
  joinedAtMs: z.number(),
})
export type ParticipantRecord = z.infer<typeof participantRecordSchema>

export const recordKeys = {
  workshop: 'workshop',
  link: (id: string) => `link.${id}`,
  participant: (id: string) => `participant.${id}`,
  /** Yjs client id → participant who writes under it. */
  client: (clientId: number) => `client.${clientId}`,
}
