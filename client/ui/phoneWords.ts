// Every sentence of the workshop on a phone: lists and forms. By the rules of words.ts: short, active, second person,
// sentence case, no exclamation marks, digits for numbers.
import { notes } from './countWords.ts'

const inStage = (what: string, stage: string) => (stage === '' ? what : `${what} to ${stage}`)

export const phoneWords = {
  open: { list: 'Open the list', board: 'Open the board' },
  offer: {
    list: 'This screen is small for the board.',
    board: 'There is room for the board now.',
  },

  bar: { more: 'More', back: 'Back' },
  /** In the message that a vote has begun or ended. */
  toVote: 'Vote',
  toResult: 'See the result',
  tabs: {
    label: 'Parts of the workshop',
    write: 'Write',
    cards: 'Cards',
    feelings: 'Feelings',
    vote: 'Vote',
    results: 'Results',
  },

  cards: {
    sortOnBoard: 'Notes are merged and grouped on the board. Here you can read along.',
    stages: 'Stage',
    beside: 'Beside the map',
    journey: 'Journey',
    noStage: 'Stage without a name',
    noMap: 'There is no map yet. The facilitator starts one.',
    empty: 'Nothing here yet.',
    noLanes: 'No lanes yet.',
    untitled: 'Without words',
    add: 'Add a card',
    addTo: (what: string, stage: string) => inStage(`Add ${what.toLowerCase()}`, stage),
    notNow: 'This can be read now, not changed.',
  },

  write: {
    heading: 'Add a card',
    where: 'Which stage?',
    whereItHurts: 'Where does it hurt?',
    lane: 'Which lane?',
    kind: 'What is it?',
    text: (what: string) => `The ${what.toLowerCase()}`,
    send: (what: string) => `Add ${what.toLowerCase()}`,
    added: (what: string, stage: string) => `${what} added${stage === '' ? '' : ` to ${stage}`}.`,
    justAdded: 'Just added',
    nothing: 'Write a few words first.',
    nothingToAdd: 'No cards are added in this phase.',
    gone: 'This stage or lane is gone. Choose another one.',
    left: (n: number, max: number) => `${n} of ${max}`,
  },

  private: {
    yours: 'Your notes, not shown to others yet',
    kept: (what: string) => `${what} kept. Only you can see it.`,
    edit: (what: string) => `Your ${what.toLowerCase()}`,
    close: 'Done',
    inTheRoom: (n: number) => `${notes(n)} written in the room`,
  },

  card: {
    stage: 'Stage',
    lane: 'Lane',
    delete: 'Delete',
    deleted: 'Card deleted.',
    undo: 'Undo',
    goneHeading: 'Deleted',
    gone: 'Somebody deleted this card while you read it.',
    empty: 'Not set',
    yes: 'Yes',
    savedAtOnce: 'What you change is saved at once.',
    picture: 'Pictures are chosen on the board.',
  },

  feelings: {
    /** From very bad to very good: what the five faces say. */
    faces: ['very bad', 'bad', 'neither good nor bad', 'good', 'very good'],
    face: (value: string, words: string) => `${value}, ${words}`,
    whyOf: (stage: string) => `Why does ${stage} feel so?`,
    whyPrompt: 'Why? Curious, lost, relieved …',
    remove: 'Remove',
    removeOf: (stage: string) => `Remove your face for ${stage}`,
    setFirst: 'Set yours first, then you see the room.',
    room: (median: string, n: number) => `The room: ${median}, median of ${n}`,
    alone: (n: number) => (n === 0 ? 'Nobody has set a face here yet.' : 'One person has set a face here so far.'),
    notNow: 'Feelings can be read now, not set.',
    empty: 'No stages yet. Feelings are set for each stage.',
  },

  done: { count: (n: number, of: number) => `${n} of ${of} have finished` },

  more: {
    heading: 'More',
    people: (n: number) => `People, ${n} here`,
    map: 'Open the map',
    mapNote: 'The whole map as a picture, to look at.',
    boardNote: 'With drawing and dragging. Loads more.',
    recapNote: 'Map, votes and actions on one page.',
    exportNote: 'As a file: print, slides, tables, work items and more.',
    raiseHand: 'Raise hand',
    lowerHand: 'Lower your hand',
    handUp: 'Your hand is up.',
    hands: (n: number) => (n === 1 ? '1 hand is up' : `${n} hands are up`),
    invite: 'Invite',
    leave: 'To the start page',
    undo: 'Undo',
  },

  map: {
    heading: 'The map',
    look: 'Map to look at. Arrow keys move it, plus and minus zoom.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show everything',
    drawing: 'The map is being drawn…',
    readOnly: 'To look at only. Cards are opened from the list.',
  },

  people: {
    heading: 'People',
    hand: 'Hand up',
    lower: 'Lower hand',
    away: 'away',
  },

  lead: {
    label: 'Lead',
    back: 'Back',
    pause: 'Pause',
    resume: 'Go on',
    plusMinute: '+1 min',
  },
} as const
