// Who is in the room: participants, whether they are online, and the client ids of their open connections. Encodes
// the whole list once per change, for newcomers.
import type { Participant, ServerMessage } from '../../shared/protocol/messages.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { Connection } from './Connection.ts'

export class Roster {
  private readonly workshop: Workshop
  private readonly connections = new Map<string, Set<Connection>>()
  private listText: string | null = null
  /** Rises when somebody comes or goes. */
  revision = 0

  constructor(workshop: Workshop) {
    this.workshop = workshop
  }

  add(connection: Connection): void {
    this.revision++
    const own = this.connections.get(connection.participantId)
    if (own) own.add(connection)
    else this.connections.set(connection.participantId, new Set([connection]))
    this.workshop.noteParticipant(connection.participantId)
  }

  remove(connection: Connection): void {
    this.revision++
    const own = this.connections.get(connection.participantId)
    own?.delete(connection)
    if (own?.size === 0) this.connections.delete(connection.participantId)
    this.workshop.noteParticipant(connection.participantId)
  }

  connectionsOf(participantId: string): Iterable<Connection> {
    return this.connections.get(participantId) ?? []
  }

  get onlineCount(): number {
    return this.connections.size
  }

  isOnline(participantId: string): boolean {
    return this.connections.has(participantId)
  }

  /** Changed participants since the last call as a message, or null. */
  takeChanges(): Extract<ServerMessage, { type: 'roster' }> | null {
    const changed: Participant[] = []
    const gone: string[] = []
    for (const id of this.workshop.takeParticipantChanges()) {
      const seen = this.seen(id)
      if (seen) changed.push(seen)
      else gone.push(id)
    }
    if (changed.length === 0 && gone.length === 0) return null
    this.listText = null
    return { type: 'roster', changed, gone }
  }

  /** The whole list as JSON text. */
  text(): string {
    this.listText ??= JSON.stringify(this.workshop.activeParticipants().map(({ id }) => this.seen(id)))
    return this.listText
  }

  private seen(participantId: string): Participant | null {
    const participant = this.workshop.participant(participantId)
    if (!participant || participant.removed) return null
    const own = [...this.connectionsOf(participantId)]
    return this.workshop.asSeen(
      participant,
      own.flatMap((connection) => [...connection.clientIds]),
      own.length > 0,
    )
  }
}
