// Commands: what somebody asks the server to change. Decides and changes the workshop's memory; the room stores it,
// tells everybody and answers. A new command is one entry in the table (and its shape in shared/protocol/api.ts).
import type { Command, CommandAnswer, CommandType } from '../../shared/protocol/api.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import { listDepartment } from './listDepartment.ts'
import type { Workshop } from './Workshop.ts'
import type { ParticipantRecord } from './workshopRecords.ts'

export interface CommandContext {
  readonly workshop: Workshop
  readonly actor: ParticipantRecord
  readonly nowMs: number
  /** Address of a link from its key. */
  readonly linkUrl: (key: string) => string
}

export type CommandResult =
  | { readonly ok: true; readonly answer: Omit<CommandAnswer, 'version'> }
  | { readonly ok: false; readonly status: 403 | 404 | 409 | 422; readonly code: string; readonly message: string }

interface CommandHandler<C extends Command> {
  readonly roles: readonly Role[]
  readonly run: (context: CommandContext, command: C) => CommandResult
}
type Handlers = { readonly [Type in CommandType]?: CommandHandler<Extract<Command, { type: Type }>> }

const done: CommandResult = { ok: true, answer: {} }
const fail = (status: 403 | 404 | 409 | 422, code: string, message: string): CommandResult => ({
  ok: false,
  status,
  code,
  message,
})
const facilitatorOnly: readonly Role[] = ['facilitator']
const unknownPerson = fail(404, 'unknownParticipant', 'This person is not in the workshop.')

const handlers: Handlers = {
  'workshop.rename': {
    roles: facilitatorOnly,
    run: ({ workshop }, { title }) => {
      workshop.change({ title })
      return done
    },
  },
  'workshop.close': {
    roles: facilitatorOnly,
    run: ({ workshop }, { closed = true }) => {
      workshop.change({ closed })
      return done
    },
  },
  'lock.set': {
    roles: facilitatorOnly,
    run: ({ workshop }, { locked }) => {
      workshop.change({ structureLocked: locked })
      return done
    },
  },
  'departments.set': {
    roles: facilitatorOnly,
    run: ({ workshop }, { departments }) => {
      const isTwice = new Set(departments.map((name) => name.toLowerCase())).size < departments.length
      if (isTwice) return fail(422, 'duplicateDepartment', 'Two departments have the same name.')
      workshop.change({ departments })
      return done
    },
  },
  'participant.rename': { roles: ['facilitator', 'participant', 'viewer'], run: renameParticipant },
  'participant.remove': { roles: facilitatorOnly, run: removeParticipant },
  'participant.promote': { roles: facilitatorOnly, run: promoteParticipant },
  'link.issue': {
    roles: facilitatorOnly,
    run: ({ workshop, nowMs, linkUrl }, { role, label, oneUse, expiresInHours }) => {
      const expiresAtMs = expiresInHours === undefined ? null : nowMs + expiresInHours * 3_600_000
      const { link, key } = workshop.issueLink(
        { role, label: label ?? '', oneUse: oneUse ?? false, expiresAtMs },
        nowMs,
      )
      return { ok: true, answer: { link: linkUrl(key), linkId: link.id, key } }
    },
  },
  'link.revoke': { roles: facilitatorOnly, run: revokeLink },
}

/** 403 if the role may not, else what the command decides. Changes the workshop only when `ok`. */
export function runCommand(context: CommandContext, command: Command): CommandResult {
  const handler = handlers[command.type] as CommandHandler<Command> | undefined
  if (!handler) return fail(409, 'unavailable', 'This server cannot do that.')
  if (!handler.roles.includes(context.actor.role)) return fail(403, 'notAllowed', 'Only a facilitator can do this.')
  return handler.run(context, command)
}

function renameParticipant(
  { workshop, actor }: CommandContext,
  { participantId, name, department }: Extract<Command, { type: 'participant.rename' }>,
): CommandResult {
  const participant = activeParticipant(workshop, participantId ?? actor.id)
  if (!participant) return unknownPerson
  if (participant.id !== actor.id && actor.role !== 'facilitator')
    return fail(403, 'notAllowed', 'Only a facilitator can rename others.')
  workshop.putParticipant({
    ...participant,
    name: name ?? participant.name,
    department: department === undefined ? participant.department : listDepartment(workshop, department),
  })
  workshop.change({})
  return done
}

function removeParticipant(
  { workshop }: CommandContext,
  { participantId }: Extract<Command, { type: 'participant.remove' }>,
): CommandResult {
  const participant = activeParticipant(workshop, participantId)
  if (!participant) return unknownPerson
  if (isLastFacilitator(workshop, participant))
    return fail(409, 'lastFacilitator', 'A workshop needs a facilitator. Make somebody else one first.')
  workshop.putParticipant({ ...participant, removed: true })
  workshop.change({})
  return done
}

function promoteParticipant(
  { workshop }: CommandContext,
  { participantId, role = 'facilitator' }: Extract<Command, { type: 'participant.promote' }>,
): CommandResult {
  const participant = activeParticipant(workshop, participantId)
  if (!participant) return unknownPerson
  if (role !== 'facilitator' && isLastFacilitator(workshop, participant)) {
    return fail(409, 'lastFacilitator', 'A workshop needs a facilitator. Make somebody else one first.')
  }
  if (participant.name === '') return fail(409, 'nameMissing', 'This person has no name yet.')
  workshop.putParticipant({ ...participant, role })
  workshop.change({})
  return done
}

function revokeLink(
  { workshop, actor }: CommandContext,
  { linkId }: Extract<Command, { type: 'link.revoke' }>,
): CommandResult {
  const link = workshop.linkById(linkId)
  if (!link || link.revoked) return fail(404, 'unknownLink', 'This link does not exist any more.')
  if (link.id === actor.linkId)
    return fail(409, 'ownLink', 'You came in with this link. Issue another one and use that first.')
  workshop.putLink({ ...link, revoked: true })
  for (const participant of workshop.activeParticipants())
    if (participant.linkId === linkId) workshop.noteParticipant(participant.id)
  workshop.change({})
  return done
}

function activeParticipant(workshop: Workshop, participantId: string): ParticipantRecord | null {
  const participant = workshop.participant(participantId)
  return participant && !participant.removed ? participant : null
}

function isLastFacilitator(workshop: Workshop, participant: ParticipantRecord): boolean {
  return (
    participant.role === 'facilitator' &&
    workshop.activeParticipants().filter(({ role }) => role === 'facilitator').length === 1
  )
}
