// Which mark stands for which department. The place in the workshop's list picks shape and colour, so everybody sees
// the same mark; the letter keeps marks apart when shape and colour repeat after the eighth department.

/** Shape and colour; `--dept-1` … `--dept-8` in tokens.css. */
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
  // By grapheme, so that "Ö" written as two code points stays one letter.
  const letters = Array.from(new Intl.Segmenter().segment(name), (part) => part.segment.toLocaleUpperCase()).filter(
    (letter) => /[\p{L}\p{N}]/u.test(letter),
  )
  return letters.find((letter) => !taken.has(letter)) ?? letters[0] ?? '?'
}
