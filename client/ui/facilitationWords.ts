// Every sentence about leading the room and taking part in it: done, hands, reactions, spotlight, freeze, links. By the
// rules of words.ts: short, active, second person, sentence case, no exclamation marks, digits for numbers.

const hands = (n: number) => (n === 1 ? '1 hand is up' : `${n} hands are up`)

export const facilitationWords = {
  done: {
    say: 'I’m done',
    said: 'Done',
    saidHint: 'Press to go on working',
    count: (done: number, of: number) => `${done} of ${of}`,
    all: (of: number) => `All ${of}`,
    finished: 'have finished',
    /** Read out to who leads. */
    allNews: 'Everybody has finished.',
  },

  hand: {
    raise: 'Raise hand',
    lower: 'Lower hand',
    count: hands,
    heading: 'Raised hands',
    lowerOf: (name: string) => `Lower the hand of ${name}`,
    lowerAll: 'Lower all hands',
    /** Read out to who leads. */
    news: (name: string) => `${name} raises a hand.`,
  },

  reactions: {
    tool: 'React',
    news: (name: string, reaction: string) => `${name}: ${reaction}`,
    names: {
      '👍': 'Yes',
      '👏': 'Applause',
      '❤️': 'Love it',
      '😂': 'Laughing',
      '😮': 'Surprised',
      '🤔': 'Thinking',
      '🎉': 'Celebrate',
    },
  },

  room: {
    label: 'Lead the room',
    once: 'Bring everyone here',
    keep: 'Keep everyone with me',
    hold: 'Keep everyone, nobody can leave',
    release: 'Let everyone go',
    freeze: 'Freeze the board',
    structure: 'Lock stages and lanes',
    sent: 'Everybody sees this part of the board now.',
  },

  spotlight: {
    /** To those who are brought or kept. */
    brought: (name: string) => `${name} brought you here.`,
    back: 'Back',
    shows: (name: string) => `${name} shows you this view`,
    holds: (name: string) => `${name} keeps everybody on this view`,
    leave: 'Leave',
    left: (name: string) => `${name} shows everybody a view.`,
    again: 'Go there',
    ended: 'You can look around again.',
    /** To who leads. */
    keeping: 'Everybody sees what you see.',
    holding: 'Everybody sees what you see, and nobody can leave.',
  },

  links: {
    heading: 'Links given out',
    of: (role: string) => `Link for a ${role.toLowerCase()}`,
    used: (n: number) =>
      n === 0 ? 'Nobody came with it' : n === 1 ? '1 person came with it' : `${n} people came with it`,
    oneUse: 'for one person',
    personal: {
      heading: 'A link for one person',
      lead: 'Works once: whoever opens it first has it. With links like this nobody comes in twice, or votes twice.',
      name: 'Who it is for',
      hint: 'For your list of links only. They say their name themselves.',
      make: 'Make the link',
      another: 'Make another one',
      linkFor: (name: string) => (name === '' ? 'Link for one person' : `Link for ${name}`),
      once: 'Copy it now: it is not shown again.',
    },
    end: 'End this link',
    endOf: (role: string) => `End this link for a ${role.toLowerCase()}`,
    ask: (n: number) =>
      n === 0 ? 'Nobody can join with it any more.' : `${n === 1 ? '1 person is' : `${n} people are`} out at once.`,
  },

  frozen: {
    /** '': by somebody who has been removed since. */
    forOthers: (by: string) => `${by || 'A facilitator'} has frozen the board. Only facilitators change it now.`,
    forFacilitators: (by: string) =>
      by === ''
        ? 'The board is frozen: participants change nothing.'
        : `${by} has frozen the board: participants change nothing.`,
    forWhoDid: 'You have frozen the board: participants change nothing.',
    thaw: 'Let them go on',
  },
} as const
