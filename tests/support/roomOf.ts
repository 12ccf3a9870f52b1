// What a browser has been told of a room, without a server: role, phase, locks, own client ids.
import { RoomState } from '../../client/connection/RoomState.ts'
import { newWorkshopState, type WorkshopState } from '../../shared/protocol/messages.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import type { OwnState } from '../../shared/workshop/workshopActivity.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'

const person = { department: '', online: true, clientIds: [] }

export interface ToldRoom {
  readonly room: RoomState
  /** The server says something else from now on. */
  readonly says: (state: Partial<WorkshopState>) => void
}

/** Anna's room; Maya facilitates, or Anna herself if that is the role. */
export function roomOf(role: Role, state: Partial<WorkshopState> = {}, own: Partial<OwnState> = {}): ToldRoom {
  const room = new RoomState({ workshopId: 'w', participantId: 'anna', token: 't', role, title: 'Rights' })
  let version = 0
  const stateNow = (changes: Partial<WorkshopState>): WorkshopState => ({
    ...newWorkshopState('Rights'),
    ...changes,
    version: ++version,
  })
  room.apply(
    {
      type: 'welcome',
      protocol: 1,
      participantId: 'anna',
      role,
      epoch: 'e',
      nowMs: 0,
      workshop: stateNow(state),
      roster: [
        { id: 'anna', name: 'Anna', role, ...person },
        { id: 'maya', name: 'Maya', role: 'facilitator', ...person },
      ],
    },
    0,
  )
  room.apply({ type: 'own', own: { done: false, revealed: {}, clientIds: [], ...own } }, 0)
  return { room, says: (changes) => void room.apply({ type: 'workshop', workshop: stateNow(changes) }, 0) }
}

/** The agenda of 60 minutes in the phase of that name. */
export function during(name: string): Pick<WorkshopState, 'agenda'> {
  const phases = readyAgenda(60)
  const currentIndex = phases.findIndex((phase) => phase.name === name)
  if (currentIndex < 0) throw new Error(`no phase ${name}`)
  return { agenda: { phases, currentIndex, phaseStartedAtMs: 0, revealedPhaseIds: [] } }
}
