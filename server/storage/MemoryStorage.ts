// Storage that keeps everything in memory: for tests of the rooms. Same promises, no disk.
import type {
  Batch,
  DocumentName,
  LoadResult,
  NewSnapshot,
  Storage,
  StoredAsset,
  StoredSizes,
  StoredSnapshot,
  StoredUpdate,
} from './Storage.ts'
import { StorageError } from './Storage.ts'
import { expiredSnapshots } from './retention.ts'

interface KeptSnapshot extends NewSnapshot {
  readonly sid: number
  /** Number of updates appended before it. */
  readonly seq: number
}

interface KeptWorkshop {
  readonly records: Map<string, string>
  readonly updates: (StoredUpdate & { readonly seq: number })[]
  snapshots: KeptSnapshot[]
  readonly assets: Map<string, StoredAsset>
  seq: number
}

export class MemoryStorage implements Storage {
  private readonly workshops = new Map<string, KeptWorkshop>()
  /** Set by tests: what the next writes answer instead of being stored. */
  failure: { readonly code: string } | null = null

  async list(): Promise<readonly string[]> {
    return [...this.workshops.keys()]
  }

  async create(workshopId: string, batch: Batch): Promise<void> {
    this.refuseIfFailing(workshopId)
    if (this.workshops.has(workshopId)) throw new StorageError(workshopId, 'exists', 'This workshop exists already.')
    this.workshops.set(workshopId, { records: new Map(), updates: [], snapshots: [], assets: new Map(), seq: 0 })
    await this.append(workshopId, batch)
  }

  async load(workshopId: string): Promise<LoadResult> {
    const kept = this.workshops.get(workshopId)
    if (!kept) return { ok: false, reason: 'unknown' }
    const documents = new Map<DocumentName, Uint8Array[]>()
    const since = new Map<DocumentName, number>()
    for (const snapshot of kept.snapshots) {
      documents.set(snapshot.document, [snapshot.state])
      since.set(snapshot.document, snapshot.seq)
    }
    for (const { document, bytes, seq } of kept.updates) {
      if (seq <= (since.get(document) ?? 0)) continue
      const list = documents.get(document)
      if (list) list.push(bytes)
      else documents.set(document, [bytes])
    }
    return { ok: true, workshop: { records: new Map(kept.records), documents, damage: [] } }
  }

  async append(workshopId: string, batch: Batch): Promise<void> {
    this.refuseIfFailing(workshopId)
    const kept = this.kept(workshopId)
    for (const update of batch.updates) kept.updates.push({ ...update, bytes: update.bytes.slice(), seq: ++kept.seq })
    for (const { key, value } of batch.records) {
      if (value === null) kept.records.delete(key)
      else kept.records.set(key, value)
    }
  }

  async saveSnapshot(workshopId: string, snapshot: NewSnapshot): Promise<StoredSnapshot> {
    this.refuseIfFailing(workshopId)
    const kept = this.kept(workshopId)
    const sid = (kept.snapshots.at(-1)?.sid ?? 0) + 1
    kept.snapshots.push({ ...snapshot, sid, seq: kept.seq })
    const own = kept.snapshots.filter((entry) => entry.document === snapshot.document)
    const expired = new Set(expiredSnapshots(own, snapshot.takenAtMs))
    kept.snapshots = kept.snapshots.filter((entry) => !expired.has(entry.sid))
    return { sid, kind: snapshot.kind, label: snapshot.label, takenAtMs: snapshot.takenAtMs, cards: snapshot.cards }
  }

  async listSnapshots(workshopId: string): Promise<readonly StoredSnapshot[]> {
    return this.kept(workshopId)
      .snapshots.filter((entry) => entry.kind !== 'base')
      .toReversed()
      .map(({ sid, kind, label, takenAtMs, cards }) => ({ sid, kind, label, takenAtMs, cards }))
  }

  async readSnapshot(workshopId: string, sid: number): Promise<Uint8Array | null> {
    return this.kept(workshopId).snapshots.find((entry) => entry.sid === sid)?.state ?? null
  }

  async saveAsset(workshopId: string, hash: string, asset: StoredAsset): Promise<void> {
    this.refuseIfFailing(workshopId)
    this.kept(workshopId).assets.set(hash, asset)
  }

  async readAsset(workshopId: string, hash: string): Promise<StoredAsset | null> {
    return this.kept(workshopId).assets.get(hash) ?? null
  }

  async listAssets(workshopId: string): Promise<readonly { hash: string; bytes: number }[]> {
    return [...this.kept(workshopId).assets].map(([hash, asset]) => ({ hash, bytes: asset.bytes.length }))
  }

  async sizes(workshopId: string): Promise<StoredSizes> {
    const { updates, snapshots, assets } = this.kept(workshopId)
    const assetBytes = [...assets.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    const boardBytes = updates.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const snapshotBytes = snapshots.reduce((sum, { state }) => sum + state.length, 0)
    return { fileBytes: boardBytes + snapshotBytes + assetBytes, assetBytes }
  }

  async cutLog(): Promise<void> {}

  backup(workshopId: string): Promise<Uint8Array> {
    return Promise.reject(new StorageError(workshopId, 'unsupported', 'Nothing is kept in a file.'))
  }

  async release(): Promise<void> {}

  async probe(): Promise<boolean> {
    return this.failure === null
  }

  async stop(): Promise<void> {}

  private kept(workshopId: string): KeptWorkshop {
    const kept = this.workshops.get(workshopId)
    if (!kept) throw new StorageError(workshopId, 'unknown', 'There is no such workshop.')
    return kept
  }

  private refuseIfFailing(workshopId: string): void {
    if (this.failure) throw new StorageError(workshopId, this.failure.code, 'The disk takes nothing.')
  }
}
