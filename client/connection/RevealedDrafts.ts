// Which of one's own drafts are on the board, and as which card: the server's word, remembered for a reload offline. Also
// tells apart what came with a reveal and what came later, because its writer was away.
import { atom, type Signal } from '@tldraw/state'
import { z } from 'zod/mini'

/** Draft's card id → card id on the board. */
export type Revealed = Readonly<Record<string, string>>

const storedSchema = z.record(z.string(), z.string())

export class RevealedDrafts {
  readonly map: Signal<Revealed>
  /** Cards of own notes that came onto the board after their reveal, since the page opened. */
  readonly late: Signal<readonly string[]>
  readonly #map = atom<Revealed>('revealed drafts', {}, { isEqual: isSameRevealed })
  readonly #late = atom<readonly string[]>('late drafts', [])
  /** Phases that were revealed when the server last spoke; null: it has not yet. */
  #phases: ReadonlySet<string> | null = null

  constructor() {
    this.map = this.#map
    this.late = this.#late
  }

  /** What the local copy remembers; the server's word is newer. */
  recall(stored: unknown): void {
    const parsed = storedSchema.safeParse(stored)
    if (parsed.success && this.#phases === null) this.#map.set(parsed.data)
  }

  /** The server's word. `revealedPhaseIds` are those of the workshop state, which it sends before. */
  take(map: Revealed, revealedPhaseIds: readonly string[]): void {
    const before = this.#map.get()
    const fresh = Object.entries(map).flatMap(([draftId, cardId]) => (Object.hasOwn(before, draftId) ? [] : [cardId]))
    const isReveal = this.#phases === null || revealedPhaseIds.some((id) => !this.#phases?.has(id))
    this.#phases = new Set(revealedPhaseIds)
    if (fresh.length > 0 && !isReveal) this.#late.update((late) => [...late, ...fresh])
    this.#map.set(map)
  }
}

/** The server repeats its word with everything else that concerns this person. */
function isSameRevealed(a: Revealed, b: Revealed): boolean {
  const entries = Object.entries(a)
  return entries.length === Object.keys(b).length && entries.every(([draftId, cardId]) => b[draftId] === cardId)
}
