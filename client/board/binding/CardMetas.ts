// What shows on cards beside their own values, put together from all who know something: private writing and locks. What
// says the same as before is the same object, so that a card is drawn again only if something is different.
import type { CardId } from '../../../shared/journey/ids.ts'
import { type CardMeta, noMeta } from '../shapes/journeyShapes.ts'

export class CardMetas {
  /** Of locked cards only. */
  #locked = new Map<CardId, { readonly base: CardMeta; readonly meta: CardMeta }>()

  /** `locks`: name of who locked a card. */
  reader(baseOf: (id: CardId) => CardMeta, locks: ReadonlyMap<string, string>): (id: CardId) => CardMeta {
    for (const id of this.#locked.keys()) if (!locks.has(id)) this.#locked.delete(id)
    return (id) => {
      const base = baseOf(id)
      const lockedBy = locks.size === 0 ? undefined : locks.get(id)
      return lockedBy === undefined ? base : this.#withLock(id, base, lockedBy)
    }
  }

  #withLock(id: CardId, base: CardMeta, lockedBy: string): CardMeta {
    const known = this.#locked.get(id)
    if (known?.base === base && known.meta.lockedBy === lockedBy) return known.meta
    const meta: CardMeta = base === noMeta ? { lockedBy } : { ...base, lockedBy }
    this.#locked.set(id, { base, meta })
    return meta
  }
}
