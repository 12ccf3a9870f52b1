// What of the workshop's facilitation goes out beside its state: counts for everybody, and each person's own part.
// Sent only when it differs from what was sent last; nobody's part ever reaches anybody else.
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import type { Activity } from '../../shared/workshop/workshopActivity.ts'
import { readActivity } from '../workshop/readActivity.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { Connection } from './Connection.ts'
import type { Roster } from './Roster.ts'

export class FacilitationNews {
  private readonly workshop: Workshop
  private readonly roster: Roster
  private readStamp = ''
  private sentActivity = ''
  private sentOrigins = 0

  constructor(workshop: Workshop, roster: Roster) {
    this.workshop = workshop
    this.roster = roster
  }

  activity(): Activity {
    return readActivity(this.workshop, (participantId) => this.roster.isOnline(participantId))
  }

  /** For everybody, since the last call. */
  take(): ServerMessage[] {
    const news: ServerMessage[] = []
    const { version, facilitation, rounds, reveals } = this.workshop
    // Counting walks over everybody: only when something it depends on has changed.
    const stamp = [version, facilitation.revision, rounds.revision, reveals.revision, this.roster.revision].join('/')
    if (stamp === this.readStamp) return news
    this.readStamp = stamp
    const activity = this.activity()
    const text = JSON.stringify(activity)
    if (text !== this.sentActivity) {
      this.sentActivity = text
      news.push({ type: 'activity', activity })
    }
    if (this.sentOrigins !== reveals.originsRevision) {
      this.sentOrigins = reveals.originsRevision
      news.push({ type: 'origins', origins: reveals.origins() })
    }
    return news
  }

  /** For single people, since the last call. */
  takeOwn(): { readonly connection: Connection; readonly message: ServerMessage }[] {
    return this.workshop.facilitation.takeOwnChanges().flatMap((participantId) => {
      const message = this.own(participantId)
      return [...this.roster.connectionsOf(participantId)]
        .filter(({ knowsUs }) => knowsUs)
        .map((connection) => ({ connection, message }))
    })
  }

  /** For a newcomer, behind the welcome. */
  welcome(participantId: string): ServerMessage[] {
    const origins = this.workshop.reveals.origins()
    return [
      { type: 'activity', activity: this.activity() },
      this.own(participantId),
      ...(Object.keys(origins).length > 0 ? [{ type: 'origins' as const, origins }] : []),
    ]
  }

  private own(participantId: string): ServerMessage {
    const { facilitation, reveals } = this.workshop
    const own = { done: facilitation.isDone(participantId), revealed: reveals.revealedOf(participantId) }
    return { type: 'own', own }
  }
}
