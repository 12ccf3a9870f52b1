// Order in the shared document: fractional indices. Inserting writes one key and moves nobody else's.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Longest order key that is accepted: a key grows by one character in six insertions at one and the same spot. */
export const MAX_ORDER_LENGTH = 1_000

const orderPattern = /^[A-Za-z][0-9A-Za-z]*$/

/** A key that sorts after `before` and before `after`; null means the open end. Equal or crossed keys fall back to "after `before`". */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) return generateKeyBetween(before, null)
  return generateKeyBetween(before, after)
}

/**
 * The key for a new place at `index` of a sorted list (0: first, its length: last). Neighbours with equal keys (two
 * people inserted at the same moment) leave no room between them: the new place is then the next one after them.
 */
export function orderAt(sorted: readonly { readonly order: string }[], index: number): string {
  const before = sorted[index - 1]?.order ?? null
  const after = sorted.slice(Math.max(0, index)).find((item) => before === null || item.order > before)
  return orderBetween(before, after?.order ?? null)
}

/** That many keys in rising order between two keys, as short as they can be; null means the open end. */
export function orderKeys(count: number, before: string | null = null, after: string | null = null): string[] {
  return generateNKeysBetween(before, before !== null && after !== null && before >= after ? null : after, count)
}

export function isOrder(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > MAX_ORDER_LENGTH || !orderPattern.test(text)) return false
  try {
    generateKeyBetween(text, null)
    return true
  } catch {
    return false
  }
}

/** Sorts by order key, then by id: the same on every client even when two keys are equal. */
export function compareOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
