// Commands: what somebody asks the server to change. Decides and changes the workshop's memory; the room stores it,
// tells everybody and answers. A new command is one entry in the table (and its shape in shared/protocol/api.ts).
import type { Command, CommandType } from '../../shared/protocol/api.ts'
import {
  type CommandContext,
  type CommandHandler,
  type CommandOf,
  type CommandResult,
  done,
  facilitatorOnly,
  fail,
  type HandlersOf,
} from './commands/CommandHandler.ts'
import { phaseCommands } from './commands/phaseCommands.ts'
import { roomCommands } from './commands/roomCommands.ts'
import { roundCommands } from './commands/roundCommands.ts'
import { listDepartment } from './listDepartment.ts'
import type { Workshop } from './Workshop.ts'
import type { ParticipantRecord } from './workshopRecords.ts'

const unknownPerson = fail(404, 'unknownParticipant', 'This person is not in the workshop.')

const handlers: HandlersOf<CommandType> = {
  ...phaseCommands,
  ...roomCommands,
  ...roundCommands,
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
  'workshop.review': {
    roles: facilitatorOnly,
    run: ({ workshop }, { date }) => {
      workshop.change({ reviewDate: date })
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
      const { link, key } = workshop.links.issue(
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
  const handler = handlers[command.type] as CommandHandler<Command>
  if (!handler.roles.includes(context.actor.role)) return fail(403, 'notAllowed', 'Only a facilitator can do this.')
  return handler.run(context, command)
}

function renameParticipant(
  { workshop, actor }: CommandContext,
  { participantId, name, department }: CommandOf<'participant.rename'>,
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
  { participantId }: CommandOf<'participant.remove'>,
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
  { participantId, role = 'facilitator' }: CommandOf<'participant.promote'>,
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

function revokeLink({ workshop, actor }: CommandContext, { linkId }: CommandOf<'link.revoke'>): CommandResult {
  const link = workshop.links.byId(linkId)
  if (!link || link.revoked) return fail(404, 'unknownLink', 'This link does not exist any more.')
  if (link.id === actor.linkId)
    return fail(409, 'ownLink', 'You came in with this link. Issue another one and use that first.')
  workshop.links.put({ ...link, revoked: true })
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
