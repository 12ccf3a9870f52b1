// Every sentence about the connection, about changes that were kept aside, and about other people on the canvas. By the
// rules of words.ts: say what happened, what is safe, what to do.

const changes = (n: number) => (n === 1 ? '1 change waits' : `${n} changes wait`)

export const connectionWords = {
  ended: 'The server has ended this connection. Load the page again.',
  outdatedBoard: 'The server has taken the board from a backup. Your unsaved changes are kept aside.',
  nowViewer: 'You look on now. Your unsaved changes are kept aside.',
  diskSince: (time: string) =>
    `Not saved since ${time}: the server’s disk takes nothing. Your changes wait in this browser.`,
  restarting: (waiting: number) =>
    waiting === 0
      ? 'The server restarts. Go on: what you change waits here and is sent when it is back.'
      : `The server restarts. ${changes(waiting)} here and ${waiting === 1 ? 'is' : 'are'} sent when it is back.`,
  held: (waiting: number, since: string) =>
    `${since === '' ? '' : `Not saved since ${since}: `}${since === '' ? 'The' : 'the'} server takes no changes now. ${changes(waiting)} in this browser and ${waiting === 1 ? 'is' : 'are'} sent when it does.`,
  closed: {
    forFacilitators: 'Nobody can change the board now.',
    forOthers: 'Nobody can change the board now. Ask the facilitator to open the workshop again.',
    reopen: 'Open again',
  },
  noLocalCopy: 'This browser keeps nothing. Leave this page open until your changes are saved.',
  reload: 'Load again',

  keptAside: {
    show: (n: number) => (n === 1 ? 'Show' : `Show ${n} changes`),
    heading: 'Kept aside',
    lead: 'These changes are not on the board. Copy what you need; they stay in this browser until you remove them.',
    copy: 'Copy',
    copyAll: 'Copy all',
    copied: 'Copied',
    remove: 'Remove',
    removeAll: 'Remove all',
    noText: 'No text',
    added: (what: string) => `New: ${what}`,
    deleted: (what: string) => `Deleted: ${what}`,
    moved: (what: string) => `Moved: ${what}`,
    changed: (what: string, field: string) => `${what}, ${field}`,
    journey: 'Journey',
    stage: 'Stage',
    lane: 'Lane',
    drawing: 'Drawing',
    reading: 'Emotion reading',
    group: 'Group of notes',
    merge: 'Merged notes',
    board: 'Board',
  },

  /** How much of what a workshop may hold is used. */
  filling: {
    board: (percent: number) =>
      `This board uses ${percent} % of its space. When it is full, only deleting is possible: delete what nobody needs, or go on in a new workshop.`,
    records: (percent: number) =>
      `This board has ${percent} % of the cards and drawings it can hold. When it is full, only deleting is possible.`,
    pictures: (percent: number) =>
      `Pictures use ${percent} % of their space in this workshop. When it is full, no more can be added.`,
    file: (percent: number) =>
      `This workshop uses ${percent} % of its space on the server. When it is full, nothing more is saved: tell whoever runs the server.`,
  },

  events: {
    somebody: 'A facilitator',
    restored: (name: string, time: string) => `${name} restored the board of ${time}.`,
    imported: (name: string, replaces: boolean) =>
      replaces ? `${name} replaced the board by that of a file.` : `${name} imported a file.`,
    importUndone: (name: string) => `${name} took an import back.`,
  },

  people: {
    writes: (name: string) => `${name} writes`,
    following: (name: string) => `Following ${name}`,
    stop: 'Stop',
    unnamed: 'Viewer',
  },
} as const
