// Who somebody is in a workshop. A file of its own: pages that only look on load nothing else of the protocol.
import { z } from 'zod/mini'

export const roles = ['facilitator', 'participant', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>
