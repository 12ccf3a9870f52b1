// Sentences about what a phase, a lock or a freeze allows on the canvas. By the rules of words.ts.
import { cards } from './countWords.ts'

export const rightsWords = {
  theFacilitator: 'The facilitator',
  frozen: 'The facilitator froze the board.',
  structureLocked: 'The facilitator locked stages and lanes.',
  cardLocked: (name: string) => `${name} locked this card.`,
  lock: 'Lock',
  unlock: 'Unlock',
  locked: (n: number) => `${cards(n)} locked.`,
  unlocked: (n: number) => `${cards(n)} unlocked.`,
  /** What was tried is back where it was. */
  putBack: (why: string) => `${why} It is back in its place.`,
  keptAside: (why: string) => `${why} What you added is kept aside.`.trimStart(),
  writingEnds: (why: string) => `${why} Go on writing: what you add now is kept aside.`,
} as const
