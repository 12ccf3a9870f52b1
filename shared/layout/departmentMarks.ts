// Which mark stands for which department, and its shape. The place in the workshop's list picks shape and colour, so
// everybody and every export shows the same mark; the letter keeps marks apart when shape and colour repeat after the
// eighth department.
import { splitGraphemes } from './splitGraphemes.ts'

/** Shape and colour; `--dept-1` … `--dept-8` in the tokens. */
export type MarkSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface Mark {
  readonly slot: MarkSlot
  readonly letter: string
}

const slots: readonly MarkSlot[] = [1, 2, 3, 4, 5, 6, 7, 8]

/** Marks by name of department, in the order of the list. A name that occurs twice keeps its first place. */
export function assignMarks(departments: readonly string[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  const taken = new Set<string>()
  for (const name of departments) {
    if (marks.has(name)) continue
    const letter = firstFreeLetter(name, taken)
    taken.add(letter)
    marks.set(name, { slot: slots[marks.size % slots.length] ?? 1, letter })
  }
  return marks
}

/** First letter of the name that no earlier department has; its own first letter when all are taken. */
function firstFreeLetter(name: string, taken: ReadonlySet<string>): string {
  // Not the reader's language: "i" must not become "İ" for one person and "I" for another.
  const letters = splitGraphemes(name.toUpperCase()).filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  return letters.find((letter) => !taken.has(letter)) ?? letters[0] ?? '?'
}

/** Outlines in a box of 20 units: circle, square, diamond, hexagon, shield, triangle, half-round, notched square. */
export const markPaths: Readonly<Record<MarkSlot, string>> = {
  1: 'M19 10a9 9 0 1 1-18 0a9 9 0 1 1 18 0z',
  2: 'M4 1.5h12a2.5 2.5 0 0 1 2.5 2.5v12a2.5 2.5 0 0 1-2.5 2.5H4a2.5 2.5 0 0 1-2.5-2.5V4A2.5 2.5 0 0 1 4 1.5z',
  3: 'M10 .3 19.7 10 10 19.7.3 10z',
  4: 'M5.2 1.6h9.6L19.7 10l-4.9 8.4H5.2L.3 10z',
  5: 'M1.5 1.5h17v9c0 4.6-4.3 7.3-8.5 9-4.2-1.7-8.5-4.4-8.5-9z',
  6: 'M10 .5 19.8 18.5H.2z',
  7: 'M1.5 1.5H10a8.5 8.5 0 0 1 0 17H1.5z',
  8: 'M4.6.8h10.8v3.8h3.8v10.8h-3.8v3.8H4.6v-3.8H.8V4.6h3.8z',
}

/** Middle and baseline of the letter (700, 11 units) where it sits optically centred in its shape. */
export function letterPlace(slot: MarkSlot): { readonly x: number; readonly y: number } {
  if (slot === 6) return { x: 10, y: 16 }
  return { x: slot === 7 ? 9 : 10, y: 14 }
}
