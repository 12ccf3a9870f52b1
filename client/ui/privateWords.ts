// What is said about private writing: before, during and after the reveal. By the rules of words.ts.
import type { RevealMode } from '../../shared/workshop/agenda.ts'
import { notes, people } from './countWords.ts'

const promise = {
  names: 'Your name will be shown.',
  departments: 'Your department will be shown.',
  anonymous: 'Your name will not be shown.',
} satisfies Record<RevealMode, string>

export const privateWords = {
  onlyYou: 'Only you see this',
  /** In the middle of a card's sentence for screen readers. */
  onlyYouSpoken: 'only you see this',
  /** Beside the private phase's instruction. */
  untilTheReveal: 'Only you see your notes until the reveal.',
  /** What the reveal will say about who wrote: a promise of the phase. */
  promise,
  /** In the details of an own draft. */
  draft: (mode: RevealMode) => `Only you see this until the reveal. ${promise[mode]}`,
  hidden: (n: number, writers: number) => `${notes(n)} by ${people(writers)}, hidden until the reveal`,
  /** One sentence for each cell with hidden notes. */
  hiddenIn: (n: number, stage: string, lane: string) =>
    `${stage}, ${lane}: ${notes(n)} of others, hidden until the reveal`,
  strip: 'Private writing',
  hiddenList: 'Hidden notes of others',
  more: (n: number) => `+${n}`,
  none: 'No notes yet',
  reveal: (n: number) => `Reveal ${notes(n)}`,
  revealed: (n: number) => `${notes(n)} revealed.`,
  undo: 'Undo',
  hiddenAgain: 'The notes are hidden again.',
  cameLate: (n: number) =>
    n === 1 ? 'Your note came later and is on the map now.' : `Your ${n} notes came later and are on the map now.`,
  /** In the details of a revealed note. */
  origin: (words: string) => `From private writing: ${words}`,
  /** The same for a note that came with a file. */
  originOfFile: (name: string) => `The file says: written by ${name}`,
  /** To whoever still writes in a note that was revealed some seconds ago. */
  writeOn: 'Your note was revealed. Go on writing: what you add now is kept aside.',
  /** Words that were typed after the note had been revealed, too late to reach it. */
  lastWords: 'The reveal came while you wrote. These words did not reach the map.',
} as const

/** On a revealed note: its author where the phase said so, and that it came after the reveal; or the author a file names. */
export function originWords({ by, late, fromFile }: Origin): string {
  if (by === undefined) return late ? 'Came later' : ''
  if (fromFile) return `File: ${by}`
  return late ? `${by}, came later` : by
}

interface Origin {
  readonly by?: string | undefined
  readonly late?: true | undefined
  readonly fromFile?: true | undefined
}
