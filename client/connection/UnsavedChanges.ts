// Own changes that are not on the server's disk, as the screen sees them: how many wait, whether saving takes long
// enough for a word, which cards are late. Also keeps their labels in the local copy, so that a reload while offline
// still knows. Content is never here.
import { atom } from '@tldraw/state'
import type { ChangeLabel } from './changeLabels.ts'
import { SAVING_SHOWN_AFTER_MS } from './ConnectionStatus.ts'
import type { LocalCopy } from './LocalCopy.ts'
import { Outbox } from './Outbox.ts'

/** A card whose change is older than this is marked "not saved yet". */
const LATE_AFTER_MS = 3_000
/** While live most changes are saved within 50 ms: writing each of them down would be for nothing. */
const WRITE_DOWN_AFTER_MS = 200

export class UnsavedChanges {
  /** Changes as a person counts them. */
  readonly waiting = atom('changes waiting', 0)
  readonly isSlow = atom('slow to save', false)
  /** Ids of cards, stages, … with a change that is late. */
  readonly lateRecordIds = atom<ReadonlySet<string>>('late records', new Set())
  readonly #outbox = new Outbox()
  readonly #tabId: string
  #copy: LocalCopy | null = null
  #isWrittenDown = false
  #ageTimer: ReturnType<typeof setTimeout> | undefined
  #writeTimer: ReturnType<typeof setTimeout> | undefined

  constructor(tabId: string) {
    this.#tabId = tabId
  }

  get labels(): ReadonlySet<ChangeLabel> {
    return this.#outbox.labels
  }

  /** Takes over what earlier visits left behind; from now on writes down there. */
  async attach(copy: LocalCopy): Promise<void> {
    this.#copy = copy
    const left = await copy.readUnsaved()
    for (const labels of left.values()) this.#outbox.add(new Set(labels), performance.now(), null)
    this.#refresh()
    await this.writeDown()
    // Another tab that is still open writes its own again with its next change.
    const own = copy.unsavedKey(this.#tabId)
    await Promise.all([...left.keys()].filter((key) => key !== own).map((key) => copy.remove(key)))
  }

  add(labels: ReadonlySet<ChangeLabel>, sentAs: number | null): void {
    this.#outbox.add(labels, performance.now(), sentAs)
    this.#refresh()
    this.#writeDownSoon(sentAs === null ? 0 : WRITE_DOWN_AFTER_MS)
  }

  markAllSent(messageNumber: number): void {
    this.#outbox.markAllSent(messageNumber)
  }

  markSaved(count: number): void {
    if (!this.#outbox.markSaved(count)) return
    this.#refresh()
    if (this.#isWrittenDown) this.#writeDownSoon(WRITE_DOWN_AFTER_MS)
  }

  markUnsent(): void {
    this.#outbox.markUnsent()
    this.#writeDownSoon(0)
  }

  clear(): void {
    this.#outbox.clear()
    this.#refresh()
    this.#writeDownSoon(0)
  }

  async writeDown(): Promise<void> {
    clearTimeout(this.#writeTimer)
    this.#writeTimer = undefined
    const copy = this.#copy
    if (!copy) return
    const labels = [...this.#outbox.labels]
    const key = copy.unsavedKey(this.#tabId)
    if (labels.length > 0) {
      this.#isWrittenDown = true
      await copy.write(key, labels)
    } else if (this.#isWrittenDown) {
      this.#isWrittenDown = false
      await copy.remove(key)
    }
  }

  destroy(): void {
    clearTimeout(this.#ageTimer)
    clearTimeout(this.#writeTimer)
  }

  #writeDownSoon(delayMs: number): void {
    if (this.#writeTimer !== undefined && delayMs > 0) return
    clearTimeout(this.#writeTimer)
    this.#writeTimer = setTimeout(() => void this.writeDown(), delayMs)
  }

  #refresh(): void {
    const nowMs = performance.now()
    const ageMs = this.#outbox.oldestMs === null ? null : nowMs - this.#outbox.oldestMs
    this.waiting.set(this.#outbox.waiting)
    this.isSlow.set(ageMs !== null && ageMs >= SAVING_SHOWN_AFTER_MS)
    const late =
      ageMs !== null && ageMs >= LATE_AFTER_MS ? this.#outbox.lateRecordIds(nowMs, LATE_AFTER_MS) : new Set<string>()
    if (late.size > 0 || this.lateRecordIds.get().size > 0) this.lateRecordIds.set(late)
    clearTimeout(this.#ageTimer)
    if (ageMs === null) return
    // Looks again when the next threshold is due, and once a second while something is late.
    const nextMs = [SAVING_SHOWN_AFTER_MS, LATE_AFTER_MS].find((threshold) => threshold > ageMs)
    this.#ageTimer = setTimeout(() => this.#refresh(), nextMs === undefined ? 1_000 : nextMs - ageMs)
  }
}
