// What is wrong with a file, in words for the person who has it open in an editor.
import type { JsonPath } from './scanJson.ts'

export interface ImportProblem {
  /** "journeys[0].cards[3].fields.due"; empty for the file as a whole. */
  readonly path: string
  /** From 1, as editors count; where the value starts, or what it belongs to if it is missing. */
  readonly line: number
  readonly column: number
  /** One sentence. */
  readonly sentence: string
}

/** Most problems that are listed; nobody reads more at once. */
export const MAX_PROBLEMS = 100

/** As people write it: `journeys[0].title`. */
export function showPath(path: JsonPath): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('')
}

/** A value in a sentence: short, in quotes if it is text. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? `‘${value}’` : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 56).toWellFormed()} …` : text
}
