// Every sentence about the agenda, its phases and the timer. By the rules of words.ts: short, active, second person,
// sentence case, no exclamation marks, digits for numbers.
import { notes } from './countWords.ts'

const minutes = (n: number) => `${n} min`
const spokenMinutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)

export const agendaWords = {
  minutes,

  steps: {
    label: 'Agenda',
    show: 'Show the agenda',
    short: (at: number, of: number, name: string) => `${at} of ${of} · ${name}`,
    done: 'done',
    /** Read out when the phase changes. */
    announce: (at: number, of: number, name: string, budget: number, instruction: string) =>
      `Phase ${at} of ${of}: ${name}. ${budget > 0 ? `${spokenMinutes(budget)}. ` : ''}${instruction}`,
    ended: 'The agenda has ended. Everybody can change everything.',
  },

  /** The line of the bar between planning the agenda and starting it. */
  ready: {
    lead: 'The agenda is ready. Start when everybody is here.',
    follow: 'The facilitator starts the agenda soon. Look around the map.',
  },

  /** The line of the bar when the agenda has been run. */
  over: 'The recap shows what came out.',
  recap: 'Open the recap',

  next: {
    plan: 'Plan the agenda',
    start: (name: string) => `Start: ${name}`,
    next: (name: string) => `Next: ${name}`,
    end: 'End agenda',
  },

  timer: {
    label: 'Timer',
    leftOf: (total: string) => `left of ${total}`,
    left: 'left',
    paused: 'paused',
    lastTwo: 'last 2 minutes',
    lastHalf: 'last 30 seconds',
    up: 'Time is up',
    over: (clock: string) => `${clock} over`,
    none: 'No timer',
    noneNote: 'in this phase',
    pause: 'Pause the timer',
    resume: 'Let the timer run',
    more: (n: number) => `Add ${n} min`,
    back: (name: string) => `Back to ${name}`,
    skip: 'Skip to…',
    stop: 'End agenda…',
    agenda: 'Agenda…',
    mute: 'Mute the sound',
    unmute: 'Play a sound',
    /** Read out. */
    news: {
      twoMinutes: '2 minutes left.',
      halfMinute: '30 seconds left.',
      over: 'Time is up. Finish your sentence.',
      paused: 'The timer is paused.',
      resumed: 'The timer runs again.',
      changed: (spoken: string) => `${spoken} left now.`,
    },
  },

  leave: {
    hiddenHeading: (n: number) => (n === 1 ? '1 note is still hidden' : `${n} notes are still hidden`),
    hiddenNote: (name: string) => `${name} is a private phase. Reveal its notes to put them on the map for everybody.`,
    hiddenKept: 'Notes that stay hidden are kept for their authors.',
    reveal: (n: number) => `Reveal ${notes(n)} and go on`,
    without: 'Go on without revealing',
    stay: 'Stay in this phase',
    revealEnd: (n: number) => `Reveal ${notes(n)} and end`,
    withoutEnd: 'End without revealing',
    endHeading: 'End the agenda?',
    endNote: 'No phase is on then: everybody can change everything. The phases stay, you can start again.',
    end: 'End agenda',
  },

  dialog: {
    heading: 'Agenda',
    planHeading: 'Plan the agenda',
    planLead: 'Choose how long you have. You can change every phase.',
    lead: 'What happens when, and what people may do.',
    length: 'Length of the workshop',
    lengths: { 60: '60 min', 90: '90 min', 120: '2 hours', 240: '4 hours' },
    use: 'Use this agenda',
    none: 'There is no agenda yet.',
    total: (n: number) => `${spokenMinutes(n)} in all`,
    until: (time: string) => `until ${time} if you start now`,
    untilRunning: (time: string) => `until about ${time}`,
    now: 'now',
    private: 'Private writing',
    back: 'Back',
  },

  edit: {
    lead: 'Everybody can read it. What you change counts when you save.',
    save: 'Save agenda',
    ready: 'Ready-made agendas',
    readyHeading: 'Take a ready-made agenda',
    readyLead: 'It takes the place of the phases that are there.',
    addPhase: 'Add a phase',
    emptyPhase: 'Empty phase',
    full: (max: number) => `An agenda takes ${max} phases.`,
    phase: (at: number, name: string) => `Phase ${at}: ${name === '' ? 'without a name' : name}`,
    open: (name: string) => `Change ${name === '' ? 'this phase' : name}`,
    fold: 'Done with this phase',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    drag: (name: string) => `Drag ${name}, or use the arrow keys`,
    moved: (name: string, at: number, of: number) => `${name} is now phase ${at} of ${of}.`,
    remove: 'Remove this phase',
    current: 'This phase is on and stays in the agenda.',
    name: 'Name',
    minutes: 'Minutes',
    minutesHint: 'Empty: no timer.',
    minutesRunning: 'The timer that runs stays. Give it more time at the timer.',
    instruction: 'What to do, in one line',
    instructionHint: 'Everybody sees it in the bar.',
    private: 'Private writing',
    privateHint: 'Everybody writes notes that only they see, until you reveal them.',
    reveal: 'Revealed notes show',
    reveals: { names: 'Names', departments: 'Departments', anonymous: 'Nobody' },
    placeholders: 'Others see a grey block for each hidden note',
    fixed: 'This phase has begun: how its notes are revealed is fixed.',
    discard: 'Your changes are not saved.',
    discardIt: 'Close without saving',
    keep: 'Go on editing',
    others: 'Another facilitator has changed the agenda. Saving replaces it with yours.',
    takeTheirs: 'Take theirs',
  },

  rights: {
    may: 'Participants may',
    cards: 'Add cards',
    all: 'All',
    none: 'None',
    long: {
      editOthers: 'Change, move and group cards of others',
      structure: 'Change stages and lanes',
      emotion: 'Set their feelings',
      draw: 'Draw on the board',
      vote: 'Vote',
    },
    short: {
      editOthers: 'change all cards',
      structure: 'change stages and lanes',
      emotion: 'set feelings',
      draw: 'draw',
      vote: 'vote',
    },
    allCards: 'all cards',
    allNotes: 'all notes',
    someKinds: (n: number) => `${n} kinds of card`,
    add: (what: string) => `add ${what}`,
    writeAlone: (what: string) => `write ${what} in private`,
    watch: 'Watch and talk',
  },

  problems: {
    name: 'Give the phase a name.',
    minutes: (max: number) => `Enter minutes from 0 to ${max}.`,
    cards: 'Choose what people write in private.',
    some: 'Correct the marked phases first.',
  },
} as const
