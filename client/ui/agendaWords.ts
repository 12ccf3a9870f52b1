// Every sentence about the agenda, its phases and the timer. By the rules of words.ts: short, active, second person,
// sentence case, no exclamation marks, digits for numbers.

const minutes = (n: number) => `${n} min`
const spokenMinutes = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)
const notes = (n: number) => (n === 1 ? '1 note' : `${n} notes`)

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
} as const
