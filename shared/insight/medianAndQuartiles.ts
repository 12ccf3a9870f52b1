// Middle and spread of a group's numbers. One method everywhere, so that two numbers on the screen never disagree.
// `sorted` rises and is not empty.

/** The middle value; of an even number of values the mean of the middle two. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? Number.NaN
  const low = sorted.length % 2 === 1 ? high : (sorted[middle - 1] ?? high)
  // Values come in tenths; rounding takes off what binary fractions add (0.1 + 0.2).
  return Math.round(((low + high) / 2) * 1e6) / 1e6 + 0
}

/**
 * Lower and upper quartile: the range that is left when the lowest and the highest quarter of the values (rounded down)
 * are put aside. Always values that somebody gave, and at least half of the values lie inside; the interpolating methods
 * of spreadsheets keep neither promise, and the band is captioned "half of the room is inside".
 */
export function quartilesOf(sorted: readonly number[]): { readonly lower: number; readonly upper: number } {
  const aside = Math.floor(sorted.length / 4)
  const lower = sorted[aside] ?? Number.NaN
  return { lower, upper: sorted[sorted.length - 1 - aside] ?? lower }
}
