// The port to the disk. "Saved" has one meaning: `append` has resolved, and then a kill -9 or a power cut loses
// nothing of the batch. A batch is committed whole or not at all, in the order of the calls per workshop.
// Implementations: SqliteStorage (one file per workshop, in a worker thread), MemoryStorage (tests).

/** Name of a Yjs document inside a workshop: `board`, or `drafts.<participantId>`. */
export type DocumentName = string

export interface StoredUpdate {
  readonly document: DocumentName
  readonly bytes: Uint8Array
}

/** State of the server kept beside the documents, JSON text by key; null removes it. */
export interface RecordChange {
  readonly key: string
  readonly value: string | null
}

export interface Batch {
  readonly updates: readonly StoredUpdate[]
  readonly records: readonly RecordChange[]
}

/** Why a snapshot was taken. `base` ones only shorten the log and are never listed. */
export type SnapshotKind = 'auto' | 'named' | 'before' | 'base'

export interface NewSnapshot {
  readonly document: DocumentName
  readonly kind: SnapshotKind
  readonly label: string
  readonly takenAtMs: number
  readonly cards: number
  /** The whole document as one Yjs update; holds everything appended before this call. */
  readonly state: Uint8Array
}

export interface StoredSnapshot {
  readonly sid: number
  readonly kind: SnapshotKind
  readonly label: string
  readonly takenAtMs: number
  readonly cards: number
}

export interface LoadedWorkshop {
  readonly records: ReadonlyMap<string, string>
  /** Per document, to be applied in this order: newest readable snapshot, then every update after it. */
  readonly documents: ReadonlyMap<DocumentName, readonly Uint8Array[]>
  /** What could not be read, in words for the log. Everything readable around it is in the answer. */
  readonly damage: readonly string[]
}

export type LoadResult =
  | { readonly ok: true; readonly workshop: LoadedWorkshop }
  | { readonly ok: false; readonly reason: 'unknown' }
  /** Nothing trustworthy can be served. The file is kept as it is. */
  | { readonly ok: false; readonly reason: 'damaged'; readonly damage: readonly string[] }

export interface StoredAsset {
  readonly type: string
  readonly bytes: Uint8Array
}

export interface StoredSizes {
  readonly fileBytes: number
  readonly assetBytes: number
}

/** The disk did not take something. Nothing of that call is stored; it may be tried again. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly workshopId: string
  readonly code: string
  constructor(workshopId: string, code: string, message: string) {
    super(message)
    this.workshopId = workshopId
    this.code = code
  }
}

/** Every call but `load` and the reads that answer null rejects with a StorageError when the disk refuses. */
export interface Storage {
  list(): Promise<readonly string[]>
  /** Makes a new workshop with its first batch; code `exists` if the id is taken. */
  create(workshopId: string, batch: Batch): Promise<void>
  load(workshopId: string): Promise<LoadResult>
  append(workshopId: string, batch: Batch): Promise<void>
  /** Also drops the updates that two newer snapshots of the document hold, and snapshots past their retention. */
  saveSnapshot(workshopId: string, snapshot: NewSnapshot): Promise<StoredSnapshot>
  /** Newest first, without `base` ones. */
  listSnapshots(workshopId: string): Promise<readonly StoredSnapshot[]>
  readSnapshot(workshopId: string, sid: number): Promise<Uint8Array | null>
  saveAsset(workshopId: string, hash: string, asset: StoredAsset): Promise<void>
  readAsset(workshopId: string, hash: string): Promise<StoredAsset | null>
  listAssets(workshopId: string): Promise<readonly { readonly hash: string; readonly bytes: number }[]>
  /** Bytes the workshop takes on disk, and those of its pictures among them. */
  sizes(workshopId: string): Promise<StoredSizes>
  /**
   * What was removed or replaced before is gone from the log of the disk too, not only from the data. Code `busy` while
   * another program reads the workshop: to be tried again.
   */
  cutLog(workshopId: string): Promise<void>
  /** The workshop as one consistent file, while it is in use. */
  backup(workshopId: string): Promise<Uint8Array>
  /** Writes the log into the file and closes it; the next call opens it again. */
  release(workshopId: string): Promise<void>
  /** Whether the disk takes writes now. */
  probe(): Promise<boolean>
  stop(): Promise<void>
}
