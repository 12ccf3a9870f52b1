// What of the workshop's facilitation goes out beside its state: counts for everybody, and each person's own part.
// Sent only when it differs from what was sent last; nobody's part ever reaches anybody else.
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import type { Activity } from '../../shared/workshop/workshopActivity.ts'
import { readActivity } from '../workshop/readActivity.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { Connection } from './Connection.ts'
import { encodeRoomMessage, encodeRoomText } from './encodeMessage.ts'
import type { Roster } from './Roster.ts'

export class FacilitationNews {
  private readonly workshop: Workshop
  private readonly roster: Roster
  private readStamp = ''
  private sentActivity = ''
  private sentOrigins = 0
  private originsMade = 0
  private originsBytes: Uint8Array | null = null
  /** What each connection was last told of its person's own part, as text. */
  private readonly sentOwn = new WeakMap<Connection, string>()

  constructor(workshop: Workshop, roster: Roster) {
    this.workshop = workshop
    this.roster = roster
  }

  activity(): Activity {
    return readActivity(this.workshop, (participantId) => this.roster.isOnline(participantId))
  }

  /** For everybody, since the last call. */
  take(): ServerMessage[] {
    const { version, facilitation, rounds, reveals, notices, originsRevision } = this.workshop
    const news: ServerMessage[] = notices.takeEvents().map((event) => ({ type: 'event', event }))
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
    if (this.sentOrigins !== originsRevision) {
      this.sentOrigins = originsRevision
      news.push({ type: 'origins', origins: this.workshop.origins() })
    }
    return news
  }

  /** For single people, since the last call. */
  takeOwn(): { readonly connection: Connection; readonly message: ServerMessage }[] {
    const { facilitation, notices } = this.workshop
    const own = facilitation
      .takeOwnChanges()
      .flatMap((participantId) => this.to(participantId, this.own(participantId)))
      .filter(({ connection, message }) => this.isNews(connection, message))
    if (!notices.takeFillingNews()) return own
    const facilitators = this.workshop.activeParticipants().filter(({ role }) => role === 'facilitator')
    return [...own, ...facilitators.flatMap(({ id }) => this.to(id, this.filling()))]
  }

  /**
   * For a newcomer, behind the welcome. Counts are those that everybody was told last; what has changed since is told to
   * all with the next tick. A hundred who come at once share what is the same for all.
   */
  welcome(connection: Connection): Uint8Array[] {
    const { notices } = this.workshop
    const { participantId } = connection
    const own = this.own(participantId)
    this.isNews(connection, own)
    const origins = this.origins()
    const tellsFilling = notices.filling.length > 0 && this.workshop.participant(participantId)?.role === 'facilitator'
    return [
      encodeRoomText(`{"type":"activity","activity":${this.sentActivity || JSON.stringify(this.activity())}}`),
      encodeRoomMessage(own),
      ...(origins ? [origins] : []),
      ...(tellsFilling ? [encodeRoomMessage(this.filling())] : []),
    ]
  }

  /** Where revealed notes and those of files come from; null: nothing is told of any. Thousands of notes: made once per change. */
  private origins(): Uint8Array | null {
    if (this.originsMade !== this.workshop.originsRevision) {
      this.originsMade = this.workshop.originsRevision
      const origins = this.workshop.origins()
      this.originsBytes = Object.keys(origins).length > 0 ? encodeRoomMessage({ type: 'origins', origins }) : null
    }
    return this.originsBytes
  }

  /** A message on every connection of somebody that knows our messages. */
  private to(participantId: string, message: ServerMessage) {
    return [...this.roster.connectionsOf(participantId)]
      .filter(({ knowsUs }) => knowsUs)
      .map((connection) => ({ connection, message }))
  }

  private filling(): ServerMessage {
    return { type: 'filling', filling: [...this.workshop.notices.filling] }
  }

  /** Binding a client id is told to the person's other connections; the one it came from has heard it in its welcome. */
  private isNews(connection: Connection, message: ServerMessage): boolean {
    const text = JSON.stringify(message)
    if (this.sentOwn.get(connection) === text) return false
    this.sentOwn.set(connection, text)
    return true
  }

  private own(participantId: string): ServerMessage {
    const { facilitation, reveals } = this.workshop
    const own = {
      done: facilitation.isDone(participantId),
      revealed: reveals.revealedOf(participantId),
      clientIds: [...this.workshop.clients.of(participantId)],
    }
    return { type: 'own', own }
  }
}
