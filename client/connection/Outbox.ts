// Which of one's own changes are not known to be on the server's disk. Keeps labels only, never content: content is in
// the document and in the local copy. Knows no socket and no clock (the time is an argument).
import { type ChangeLabel, countChanges, recordIdOf } from './changeLabels.ts'

interface Entry {
  readonly labels: ReadonlySet<ChangeLabel>
  readonly madeAtMs: number
  /** Number of the document message of this connection that carried it; null while nothing has. */
  sentAs: number | null
}

export class Outbox {
  #entries: Entry[] = []

  /** `sentAs`: number of the last message it went out with, or null if nothing could be sent. */
  add(labels: ReadonlySet<ChangeLabel>, nowMs: number, sentAs: number | null): void {
    const last = this.#entries.at(-1)
    // Typing offline makes thousands of changes to one field: one entry is enough for them.
    if (sentAs === null && last?.sentAs === null && [...labels].every((label) => last.labels.has(label))) return
    this.#entries.push({ labels, madeAtMs: nowMs, sentAs })
  }

  /** A sync step 2 carries everything that is in the document. */
  markAllSent(sentAs: number): void {
    for (const entry of this.#entries) entry.sentAs = sentAs
  }

  /** Messages up to this number are on disk. Returns whether anything was taken off. */
  markSaved(count: number): boolean {
    const before = this.#entries.length
    this.#entries = this.#entries.filter((entry) => entry.sentAs === null || entry.sentAs > count)
    return this.#entries.length !== before
  }

  /** The connection ended: what was sent and not confirmed may or may not have arrived. */
  markUnsent(): void {
    for (const entry of this.#entries) entry.sentAs = null
  }

  clear(): void {
    this.#entries = []
  }

  get labels(): ReadonlySet<ChangeLabel> {
    return new Set(this.#entries.flatMap((entry) => [...entry.labels]))
  }

  /** Changes as a person counts them. */
  get waiting(): number {
    return this.#entries.length === 0 ? 0 : countChanges(this.labels)
  }

  /** When the oldest of them was made; null when everything is saved. */
  get oldestMs(): number | null {
    return this.#entries[0]?.madeAtMs ?? null
  }

  /** Ids of records with a change older than `ageMs`: shown as "not saved yet". */
  lateRecordIds(nowMs: number, ageMs: number): ReadonlySet<string> {
    const late = this.#entries.filter((entry) => nowMs - entry.madeAtMs >= ageMs)
    return new Set(late.flatMap((entry) => [...entry.labels].map(recordIdOf)))
  }
}
