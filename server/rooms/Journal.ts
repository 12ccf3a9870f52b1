// The way of a room to the disk: collects what happens, commits it in groups, never more than one commit at a time
// per room, and never loses a batch: what the disk refuses is kept and tried again. Who waits for "saved" is told
// after the commit and not before.
import type { Clock } from './Clock.ts'
import type { RoomMetrics } from './RoomMetrics.ts'
import type { Batch, RecordChange, Storage, StoredUpdate } from '../storage/Storage.ts'

/** While the disk takes nothing. */
const RETRY_MS = 2_000
/** Two commits of one room are at least this far apart; what comes between goes into the next one. */
const GROUP_MS = 20

export interface JournalEvents {
  /** The disk takes nothing since then; null: it does again, and everything is stored. */
  onUnsaved(sinceMs: number | null): void
  onCommitFailed(error: unknown): void
}

export class Journal {
  private readonly workshopId: string
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly metrics: RoomMetrics
  private readonly events: JournalEvents
  private updates: StoredUpdate[] = []
  private records: RecordChange[] = []
  private waiting: (() => void)[] = []
  private lastCommitMs = -GROUP_MS
  private running = false
  private scheduled = false
  /** Bytes not on disk yet, those of a running commit included. */
  unsavedBytes = 0
  /** Wall clock; null while everything gets through. */
  unsavedSinceMs: number | null = null

  constructor(workshopId: string, storage: Storage, clock: Clock, metrics: RoomMetrics, events: JournalEvents) {
    this.workshopId = workshopId
    this.storage = storage
    this.clock = clock
    this.metrics = metrics
    this.events = events
  }

  /** Queues changes; `onSaved` runs once they, and everything queued before, are on disk. */
  add(changes: Partial<Batch>, onSaved?: () => void): void {
    for (const update of changes.updates ?? []) {
      this.updates.push(update)
      this.unsavedBytes += update.bytes.length
    }
    if (changes.records) this.records.push(...changes.records)
    if (onSaved) this.waiting.push(onSaved)
    this.schedule()
  }

  /** Resolves when everything queued so far is on disk. Does not reject: it waits as long as the disk does. */
  flushed(): Promise<void> {
    if (this.isIdle) return Promise.resolve()
    return new Promise((resolve) => this.add({}, resolve))
  }

  get isIdle(): boolean {
    return !this.running && this.updates.length === 0 && this.records.length === 0 && this.waiting.length === 0
  }

  private schedule(): void {
    if (this.running || this.scheduled) return
    this.scheduled = true
    const dueInMs = this.lastCommitMs + GROUP_MS - this.clock.elapsedMs()
    const start = (): void => {
      this.scheduled = false
      void this.commit()
    }
    if (dueInMs <= 0) this.clock.soon(start)
    else this.clock.after(dueInMs, start)
  }

  private async commit(): Promise<void> {
    this.running = true
    const batch: Batch = { updates: this.updates, records: this.records }
    const waiting = this.waiting
    this.updates = []
    this.records = []
    this.waiting = []
    const startedMs = this.clock.elapsedMs()
    try {
      if (batch.updates.length > 0 || batch.records.length > 0) await this.storage.append(this.workshopId, batch)
    } catch (error) {
      this.keepForLater(batch, waiting, error)
      return
    }
    this.lastCommitMs = this.clock.elapsedMs()
    this.metrics.commit(this.lastCommitMs - startedMs)
    for (const { bytes } of batch.updates) this.unsavedBytes -= bytes.length
    this.running = false
    if (this.unsavedSinceMs !== null) {
      this.unsavedSinceMs = null
      this.events.onUnsaved(null)
    }
    for (const onSaved of waiting) onSaved()
    if (!this.isIdle) this.schedule()
  }

  private keepForLater(batch: Batch, waiting: (() => void)[], error: unknown): void {
    this.metrics.commitFailed()
    this.updates = [...batch.updates, ...this.updates]
    this.records = [...batch.records, ...this.records]
    this.waiting = [...waiting, ...this.waiting]
    this.events.onCommitFailed(error)
    if (this.unsavedSinceMs === null) {
      this.unsavedSinceMs = this.clock.nowMs()
      this.events.onUnsaved(this.unsavedSinceMs)
    }
    // Stays "running" until then, so that nothing overtakes the kept batch.
    this.clock.after(RETRY_MS, () => void this.commit())
  }
}
