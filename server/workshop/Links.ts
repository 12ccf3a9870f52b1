// The ways into a workshop. A key is told once, when its link is issued; kept is only its hash.
import type { Role } from '../../shared/protocol/roles.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import type { Note } from './Facilitation.ts'
import { type LinkRecord, linkRecordSchema, recordKeys } from './workshopRecords.ts'

export interface NewLink {
  readonly role: Role
  readonly label?: string
  readonly oneUse?: boolean
  readonly expiresAtMs?: number | null
}

export class Links {
  private readonly note: Note
  private readonly links = new Map<string, LinkRecord>()
  private readonly byHash = new Map<string, LinkRecord>()

  constructor(note: Note) {
    this.note = note
  }

  /** Takes a record from disk. False: cannot be read. */
  read(value: unknown): boolean {
    const link = linkRecordSchema.safeParse(value)
    if (link.success) this.keep(link.data)
    return link.success
  }

  issue({ role, label = '', oneUse = false, expiresAtMs = null }: NewLink, nowMs: number) {
    const key = newSecret()
    const link: LinkRecord = {
      id: newSecret(),
      role,
      keyHash: hashSecret(key),
      label,
      createdAtMs: nowMs,
      expiresAtMs,
      revoked: false,
      oneUse,
      usedBy: null,
    }
    this.put(link)
    return { link, key }
  }

  put(link: LinkRecord): void {
    this.keep(link)
    this.note(recordKeys.link(link.id), link)
  }

  byId(linkId: string): LinkRecord | null {
    return this.links.get(linkId) ?? null
  }

  byKey(key: string): LinkRecord | null {
    return this.byHash.get(hashSecret(key)) ?? null
  }

  /** In the order they were issued. */
  all(): LinkRecord[] {
    return [...this.links.values()]
  }

  private keep(link: LinkRecord): void {
    this.links.set(link.id, link)
    this.byHash.set(link.keyHash, link)
  }
}
