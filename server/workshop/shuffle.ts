import { randomInt } from 'node:crypto'

/** Fisher-Yates with the system's randomness, which nobody can guess. The list given stays as it is. */
export function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items]
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [a, b] = [shuffled[at], shuffled[other]]
    if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a]
  }
  return shuffled
}
