// Which grey blocks are shown: the newest count, once it has stood still for a moment. Own notes are known here at once,
// the server's count follows: without waiting every word would make the map twitch.
import { type HiddenCells, isSameHidden, noHidden } from './hiddenNotes.ts'

/** The count stands still for so long, ms. */
const QUIET_MS = 500
/** Where many write, counts never stand still; then they are shown so long after the first change, ms. */
const LONGEST_MS = 2000

export class SettledBlocks {
  readonly #onChange: () => void
  #shown: HiddenCells = noHidden
  #next: HiddenCells | null = null
  #quiet: ReturnType<typeof setTimeout> | undefined
  #longest: ReturnType<typeof setTimeout> | undefined

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get shown(): HiddenCells {
    return this.#shown
  }

  /** The newest count, as often as anything is read: only another one than before begins the wait anew. */
  offer(now: HiddenCells): void {
    if (isSameHidden(now, this.#shown)) return this.#forget()
    if (this.#next !== null && isSameHidden(now, this.#next)) return
    this.#next = now
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => this.#settle(), QUIET_MS)
    this.#longest ??= setTimeout(() => this.#settle(), LONGEST_MS)
  }

  /** There is nothing to wait for. Whoever calls this reads what is shown next. */
  showAtOnce(now: HiddenCells): void {
    this.#forget()
    this.#shown = now
  }

  destroy(): void {
    this.#forget()
  }

  #settle(): void {
    const next = this.#next
    this.#forget()
    if (next === null) return
    this.#shown = next
    this.#onChange()
  }

  #forget(): void {
    this.#next = null
    clearTimeout(this.#quiet)
    clearTimeout(this.#longest)
    this.#longest = undefined
  }
}
