// Every sentence of the history of a workshop: its snapshots, looking at one, going back to one. By the rules of words.ts.
import { cards } from './countWords.ts'

const named = (label: string) => `“${label}”`

export const historyWords = {
  open: 'History',
  heading: 'History',
  lead: 'The board is kept as it was at these times. Automatic ones make room for newer ones, named ones stay.',
  list: 'Snapshots',
  loading: 'Loading the snapshots…',
  empty: 'No snapshots yet. One is taken every 10 minutes while people work, when all have left, and before an import.',
  today: 'Today',
  yesterday: 'Yesterday',
  cards,
  /** Why an automatic one was taken is said by the server; older ones say nothing. */
  automatic: 'Automatic',

  name: 'Name of the snapshot',
  namePlaceholder: 'Name, such as Round 1',
  nameMissing: 'Give it a name so that you find it again.',
  take: 'Keep now',
  taking: 'Keeping…',
  taken: (label: string) => `The board is kept as ${named(label)}.`,

  back: 'All snapshots',
  readOnly: 'As it was then, drawings left out. Nothing here changes the board.',
  map: (label: string, time: string) => `The map as it was: ${label}, ${time}`,
  drawing: 'Drawing the map…',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to width',
  gone: 'This snapshot is no longer kept. Look at the list again.',
  unreadable: 'This snapshot cannot be read. The others are not affected.',

  imports: {
    row: {
      add: (name: string) => `${name} imported a file`,
      replace: (name: string) => `${name} replaced the board by that of a file`,
    },
    takeBack: 'Take back',
    takeBackOf: (time: string) => `Take back the import of ${time}`,
    heading: 'Take this import back?',
    goes: {
      add: 'What came with the file goes off the board, for everybody.',
      replace: 'What came with the file goes off the board, for everybody, and the board it replaced comes back.',
    },
    stays: 'What others have written in since the import stays.',
  },

  sinceThen: 'Since then',
  same: 'No card, stage, lane or feeling has changed since then.',
  added: (n: number) => `${cards(n)} added`,
  changed: (n: number) => `${n} changed`,
  deleted: (n: number) => `${n} deleted`,
  changedCards: (n: number) => `${cards(n)} changed`,
  deletedCards: (n: number) => `${cards(n)} deleted`,
  structure: (n: number) => (n === 1 ? '1 stage or lane changed' : `${n} stages or lanes changed`),
  feelings: (n: number) => (n === 1 ? '1 person’s feelings changed' : `feelings of ${n} people changed`),

  restore: 'Go back to this',
  restoring: 'Going back…',
  restoreHeading: (label: string) => `Go back to ${named(label)}?`,
  restoreAlone: 'The board becomes what it was then.',
  restoreOthers: (n: number) =>
    n === 1
      ? 'The board becomes what it was then, for the other person here too, at once.'
      : `The board becomes what it was then, for the ${n} other people here too, at once.`,
  restoreSafe: 'The board as it is now is kept first: you can come back to it.',
  restored: (label: string) => `The board is back at ${named(label)}.`,
  undone: 'The board is as it was before.',
  undo: 'Undo',
  closed: 'Open the workshop again before you go back.',
} as const
