// State of one workshop that the server decides: title, departments, locks, participants; links, client ids, rounds and
// the like in parts of their own. Plain memory; every change is noted and handed out as records for the disk. No clock, no network.
import type { Participant, WorkshopState } from '../../shared/protocol/messages.ts'
import type { Origins } from '../../shared/workshop/workshopActivity.ts'
import { parseJson } from '../rooms/parseJson.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import type { RecordChange } from '../storage/Storage.ts'
import { ClientOwners } from './ClientOwners.ts'
import { Facilitation, FACILITATION_KEY, type Note } from './Facilitation.ts'
import { FileAuthors } from './FileAuthors.ts'
import { Links } from './Links.ts'
import { Imports } from './imports/Imports.ts'
import { Notices } from './Notices.ts'
import { Reveals } from './Reveals.ts'
import { Rounds } from './Rounds.ts'
import {
  type ParticipantRecord,
  participantRecordSchema,
  recordKeys,
  type WorkshopRecord,
  workshopRecordSchema,
} from './workshopRecords.ts'

export class Workshop {
  readonly id: string
  readonly links: Links
  readonly facilitation: Facilitation
  readonly rounds: Rounds
  readonly reveals: Reveals
  readonly imports: Imports
  readonly fileAuthors: FileAuthors
  readonly notices = new Notices()
  readonly clients = new ClientOwners()
  /** Rises with every change of who takes part, and as what. */
  peopleRevision = 0
  private record: WorkshopRecord
  private readonly participants = new Map<string, ParticipantRecord>()
  private readonly byToken = new Map<string, string>()
  private changedRecords = new Map<string, string | null>()
  private changedParticipants = new Set<string>()

  private constructor(id: string, record: WorkshopRecord) {
    this.id = id
    this.record = record
    const note: Note = (key, value) => (value === null ? this.changedRecords.set(key, null) : this.note(key, value))
    this.links = new Links(note)
    this.facilitation = new Facilitation(note)
    this.rounds = new Rounds(note)
    this.reveals = new Reveals(note)
    this.imports = new Imports(note)
    this.fileAuthors = new FileAuthors(note)
  }

  static create(id: string, title: string, epoch: string, nowMs: number): Workshop {
    const workshop = new Workshop(id, {
      title,
      departments: [],
      structureLocked: false,
      closed: false,
      version: 1,
      epoch,
      createdAtMs: nowMs,
      reviewDate: null,
      sealKey: newSecret(),
    })
    workshop.change({})
    return workshop
  }

  /** Null if the workshop's own record is not readable; other records that fail are left out and counted. */
  static read(id: string, records: ReadonlyMap<string, string>): { workshop: Workshop; skipped: number } | null {
    const record = workshopRecordSchema.safeParse(parseJson(records.get(recordKeys.workshop) ?? ''))
    if (!record.success) return null
    const workshop = new Workshop(id, record.data)
    let skipped = 0
    for (const [key, text] of records) if (!workshop.readRecord(key, parseJson(text))) skipped++
    return { workshop, skipped }
  }

  private readRecord(key: string, value: unknown): boolean {
    if (key === FACILITATION_KEY) return this.facilitation.read(value)
    const dot = key.indexOf('.')
    switch (key.slice(0, dot)) {
      case 'link':
        return this.links.read(value)
      case 'participant': {
        const participant = participantRecordSchema.safeParse(value)
        if (participant.success) this.keepParticipant(participant.data)
        return participant.success
      }
      case 'client': {
        const clientId = Number(key.slice(dot + 1))
        if (typeof value !== 'string' || !Number.isSafeInteger(clientId)) return false
        this.clients.bind(clientId, value)
        return true
      }
      case 'round':
      case 'ballot':
      case 'result':
        return this.rounds.read(key, value)
      case 'revealed':
      case 'drafting':
        return this.reveals.read(key, value)
      case 'imported':
        return this.imports.read(key, value)
      case 'authors':
        return this.fileAuthors.read(key, value)
      default:
        return true
    }
  }

  get info(): Readonly<WorkshopRecord> {
    return this.record
  }

  get version(): number {
    return this.record.version
  }

  /** What everybody may see. */
  state(): WorkshopState {
    const { version, title, departments, structureLocked, closed, reviewDate } = this.record
    const { agenda, timer, frozen, frozenBy, locks, spotlight, hands } = this.facilitation.state
    const rounds = this.rounds.list()
    return {
      version,
      title,
      departments,
      structureLocked,
      closed,
      reviewDate,
      frozen,
      frozenBy,
      locks,
      agenda,
      timer,
      rounds,
      spotlight,
      hands,
    }
  }

  /** Every change of what people see goes through here: the version rises. */
  change(fields: Partial<Omit<WorkshopRecord, 'version'>>): void {
    this.record = { ...this.record, ...fields, version: this.record.version + 1 }
    this.note(recordKeys.workshop, this.record)
  }

  /** To be called before files are made of it; nobody sees it, so the version stays. */
  ensureSealKey(): void {
    if (this.record.sealKey !== '') return
    this.record = { ...this.record, sealKey: newSecret() }
    this.note(recordKeys.workshop, this.record)
  }

  /** For facilitators: what was given out and how often it was used. */
  listLinks() {
    const people = this.activeParticipants()
    return this.links.all().map(({ id, role, label, createdAtMs, expiresAtMs, revoked, oneUse }) => {
      const participants = people.filter(({ linkId }) => linkId === id).length
      return { id, role, label, createdAtMs, expiresAtMs, revoked, oneUse, participants }
    })
  }

  participant(participantId: string): ParticipantRecord | null {
    return this.participants.get(participantId) ?? null
  }

  /** Those who were not removed, in the order they came. */
  activeParticipants(): ParticipantRecord[] {
    return [...this.participants.values()].filter((participant) => !participant.removed)
  }

  putParticipant(participant: ParticipantRecord): void {
    const before = this.participants.get(participant.id)
    const firstDepartment = before?.firstDepartment || before?.department || participant.department
    const kept = { ...participant, firstDepartment }
    this.keepParticipant(kept)
    this.noteParticipant(kept.id)
    this.note(recordKeys.participant(kept.id), kept)
  }

  /** Where cards come from, as far as everybody may know. */
  origins(): Origins {
    const ofFiles = [...this.fileAuthors.all()].map(([cardId, name]) => [cardId, { by: null, late: false, name }])
    return { ...Object.fromEntries(ofFiles), ...this.reveals.origins() }
  }

  /** Rises when `origins` may have changed. */
  get originsRevision(): number {
    return this.reveals.originsRevision + this.fileAuthors.revision
  }

  /** By id, of everybody who was ever here. */
  firstDepartments(): Record<string, string> {
    return Object.fromEntries(
      [...this.participants.values()].map(({ id, firstDepartment, department }) => [id, firstDepartment || department]),
    )
  }

  /** Whose token this is; null if it is nobody's, the person was removed, or the link it came from was revoked. */
  participantByToken(token: string): ParticipantRecord | null {
    const participant = this.participants.get(this.byToken.get(hashSecret(token)) ?? '')
    if (!participant || participant.removed || this.links.byId(participant.linkId)?.revoked !== false) return null
    return participant
  }

  /** Neither removed, nor come in by a link that was revoked. */
  isWelcome(participantId: string): boolean {
    const participant = this.participants.get(participantId)
    return participant !== undefined && !participant.removed && this.links.byId(participant.linkId)?.revoked === false
  }

  /** How many are welcome; whoever gives a link on to a thousand machines finds an end, and revoking it makes room. */
  welcomeCount(): number {
    let count = 0
    for (const id of this.participants.keys()) if (this.isWelcome(id)) count++
    return count
  }

  bindClient(clientId: number, participantId: string): void {
    if (this.clients.ownerOf(clientId) === participantId) return
    this.clients.bind(clientId, participantId)
    this.facilitation.noteOwn(participantId)
    this.note(recordKeys.client(clientId), participantId)
  }

  /** Somebody came, left, or changed: the next roster message carries them. */
  noteParticipant(participantId: string): void {
    this.changedParticipants.add(participantId)
  }

  asSeen(participant: ParticipantRecord, clientIds: readonly number[], online: boolean): Participant {
    const { id, name, department, role } = participant
    return { id, name, department, role, online, clientIds: [...clientIds] }
  }

  /** Records changed since the last call, for the disk. */
  takeRecordChanges(): RecordChange[] {
    const changes = [...this.changedRecords].map(([key, value]) => ({ key, value }))
    this.changedRecords = new Map()
    return changes
  }

  takeParticipantChanges(): string[] {
    const changed = [...this.changedParticipants]
    this.changedParticipants = new Set()
    return changed
  }

  private note(key: string, value: unknown): void {
    this.changedRecords.set(key, JSON.stringify(value))
  }

  private keepParticipant(participant: ParticipantRecord): void {
    this.peopleRevision++
    const before = this.participants.get(participant.id)
    if (before && before.tokenHash !== participant.tokenHash) this.byToken.delete(before.tokenHash)
    this.participants.set(participant.id, participant)
    this.byToken.set(participant.tokenHash, participant.id)
  }
}
