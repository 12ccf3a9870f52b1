// Notes somebody has said are not the same: they are not suggested together again in this browser.
import { z } from 'zod/mini'
import type { CardId } from '../../../shared/journey/ids.ts'

const storedSchema = z.array(z.string())
/** Pairs remembered. Older ones may be suggested once more. */
const MAX_PAIRS = 4_000

export class DismissedPairs {
  readonly #key: string
  readonly #pairs: Set<string>

  constructor(workshopId: string, participantId: string) {
    this.#key = `journeyboard.notTheSame.${workshopId}.${participantId}`
    this.#pairs = new Set(read(this.#key))
  }

  has(a: CardId, b: CardId): boolean {
    return this.#pairs.has(pairOf(a, b))
  }

  /** Every two of them. */
  add(cardIds: readonly CardId[]): void {
    cardIds.forEach((a, at) => {
      for (const b of cardIds.slice(at + 1)) this.#pairs.add(pairOf(a, b))
    })
    write(this.#key, [...this.#pairs].slice(-MAX_PAIRS))
  }
}

function pairOf(a: CardId, b: CardId): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`
}

function read(key: string): readonly string[] {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

function write(key: string, pairs: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(pairs))
  } catch {
    // The browser keeps nothing: it is remembered until the page is left.
  }
}
