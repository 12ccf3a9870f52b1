// Every sentence of voting: opening a round, the ballot, dots on the canvas, helping the round along. By the rules of
// words.ts.
import { cards, counted, people } from './countWords.ts'

const dots = (n: number) => counted(n, 'dot')

export const votingWords = {
  dots,
  cards,

  /** The line of the bar, for who leads: before the first vote of a phase for voting. */
  pickCards: 'Pick the cards and start the vote.',
  /** The line of the bar, for everybody else. */
  readCards: 'The vote starts soon. Read the cards until then.',
  /** The line of the bar: after it. */
  lookTogether: 'Look at the result together. What surprises you?',

  ballot: {
    panel: 'Your ballot',
    /** The line of the bar. */
    instruction: (all: number, cap: number) =>
      cap < all
        ? `Give your ${dots(all)} to what matters most, up to ${cap} on one card.`
        : `Give your ${dots(all)} to what matters most.`,
    pill: (left: string) => `Vote: ${left}`,
    pillPlain: 'Vote is open',
    left: (left: number, all: number) => `${left} of ${dots(all)} left`,
    secret: 'Secret. Nobody sees your dots, not even the facilitator. You can move them until the end.',
    /** For those who look on. */
    secretForAll: 'Secret. Nobody sees whose dots are where, not even the facilitator.',
    named: 'Not secret. When the vote ends, everybody sees who voted for what. You can move your dots until then.',
    weighted: (isSecret: boolean) =>
      isSecret
        ? 'Departments count differently in this vote, if three or more vote under each weight.'
        : 'Departments count differently in this vote.',
    fewVoters: (n: number) => `With ${counted(n, 'voter')} the totals can give people away.`,
    order: (what: string) => `${what}, in an order only you have`,
    candidates: 'What you can vote on',
    deletedCard: 'A card that was deleted',
    emptyCard: 'A card without words',
    ownCard: 'Your own card',
    add: (title: string) => `Add a dot to ${title}`,
    take: (title: string) => `Take a dot from ${title}`,
    on: (n: number) => `${dots(n)} of yours`,
    /** Read out after each change. */
    changed: (n: number, title: string, left: string) => `${dots(n)} on ${title}. ${left}.`,
    finished: (done: number, of: number) => `${done} of ${of} have finished`,
    empty: 'Nothing to vote on yet. The facilitator picks the cards.',
    emptyFacilitator: 'Nothing to vote on yet. Pick the cards.',
    loading: 'Reading your ballot…',
    saving: 'Saving…',
    receipt: (code: string) => `Saved. Your receipt: ${code}`,
    waiting: 'Not sent yet. Your dots wait in this browser and are sent when you are back.',
    noRound: 'No vote is open.',
    over: 'Time is up. The votes are being counted.',
    viewer: 'You look on. Dots are for those who take part.',
    late: 'The vote began before you came. The facilitator can let you in.',
    otherDepartments: 'This vote is for other departments. The facilitator can let you in.',
    started: (question: string) => `A vote has started: ${question}`,
    ended: 'The vote has ended.',
    timeLeft: (time: string) => `${time} left`,
    lastMinutes: 'The vote ends in 2 minutes.',
    lastSeconds: 'The vote ends in 30 seconds.',
    closed: (at: string) => `The vote ended at ${at}.`,
    /** `storedAt`: when the ballot that counts was stored, "14:57". */
    closedCounts: (at: string, storedAt: string) => `The vote ended at ${at}. Your ballot of ${storedAt} counts.`,
    closedLost: (at: string) => `The vote ended at ${at}. Your dots had not reached the server.`,
  },

  canvas: {
    keys: 'Place or take back a dot while a vote is open',
    /** Read out when the keyboard comes to a candidate. */
    here: (n: number) => `Vote: ${dots(n)} of yours. Plus and minus place and take back.`,
    /** Candidates beyond an edge of the screen. `stage` '': in several stages, or in none. */
    beyond: (count: string, side: 'left' | 'right' | 'above' | 'below', stage: string) => {
      if (side === 'above' || side === 'below') return `${count} further ${side === 'above' ? 'up' : 'down'}`
      return stage === '' ? `${count} further ${side}` : `${count} in ${stage}`
    },
  },

  /** What facilitators do for an open round. */
  help: {
    end: 'End the vote',
    endHeading: 'End the vote?',
    endNote: (open: number) => `${people(open)} ${open === 1 ? 'has' : 'have'} not finished yet.`,
    endWhat: 'Their dots count as they are now. Nobody can move a dot after that.',
    more: 'More for this vote',
    proxy: 'Enter a vote for someone without a device…',
    letIn: 'Who may vote…',
    proxyHeading: 'A vote for someone without a device',
    proxyLead: 'It counts like every other one and is marked as entered by the facilitator.',
    proxyFor: 'For whom',
    proxyNew: 'Somebody new',
    proxyNameless: 'Without a name',
    proxyName: 'Name',
    proxyDepartment: 'Department',
    proxyEmpty: 'Place at least one dot.',
    proxyEnter: 'Enter this vote',
    proxyCorrect: 'Correct this vote',
    proxyEntered: (receipt: string) => `Entered. Their receipt: ${receipt}`,
    admitHeading: 'Who may vote',
    admitLead: (n: number) => `${people(n)} can vote in this round.`,
    mayVote: 'Can vote',
    admit: 'Let vote',
    came: (name: string) => `${name} came after the vote began.`,
    admitted: (name: string) => `${name} can vote now.`,
  },

  /** The dialog that opens a round. */
  opening: {
    start: 'Start a vote…',
    heading: 'Start a vote',
    question: 'Question',
    questionMissing: 'Ask something, so that everybody votes on the same thing.',
    /** Prefilled; null: the cards were chosen one by one. */
    questionFor: (sort: string | null) => {
      if (sort === 'note:pain') return 'Which pains should we solve first?'
      if (sort === 'note:gain') return 'Which gains matter most?'
      if (sort === 'note:idea') return 'Which ideas help most?'
      if (sort === 'note:question') return 'Which questions come first?'
      return 'Which of these matter most?'
    },
    cards: 'Which cards',
    chosen: (n: number) => `The ${cards(n)} you have selected on the map.`,
    list: (n: number) => `${cards(n)} to vote on`,
    noCards: 'There are no cards to vote on. Choose some first.',
    many: 'That is a lot to compare. A first vote for a short list, then a second one among the top, is easier.',
    allNotes: 'Notes of every kind',
    sort: 'Kind',
    stage: 'Stage',
    everyStage: 'Every stage',
    lane: 'Lane',
    everyLane: 'Every lane',
    unnamed: 'No name yet',
    dots: 'Dots per person',
    usualDots: (n: number) => `${n} suits this many cards.`,
    cap: 'At most on one card',
    minutes: 'Minutes',
    openEnd: 'Open end',
    minutesHint: 'Empty: until you end it.',
    secrecy: 'Secret or named',
    secret: 'Secret',
    named: 'With names',
    secretNote: 'Nobody sees whose dots are where, not even you. After the end the link is gone for good.',
    namedNote: 'After the end everybody sees who voted for what. People are told so before they vote.',
    ownCards: 'People may give dots to cards they wrote themselves',
    voters: 'Who votes',
    everybody: 'Everybody',
    someDepartments: 'Some departments',
    department: (name: string, n: number) => `${name}, ${people(n)}`,
    noDepartment: 'No department',
    noVoters: 'Choose at least one department.',
    voterCount: (n: number) => `${people(n)} can vote: all who have joined so far. Whoever comes later you can let in.`,
    twice:
      'With one link for all, somebody who joins twice can vote twice. Where people are invited you can make links for one person each.',
    weights: 'Departments count differently',
    weightsNote:
      'Everybody sees before voting that it is so. 2 counts every dot twice. In a secret vote all count the same if fewer than three vote under one weight.',
    weightsNot: (n: number, name: string) =>
      name === ''
        ? `Needs ${n} voters in every department: smaller ones would be given away.`
        : `Needs ${n} voters in every department: ${name} has fewer and would be given away.`,
    open: (n: number) => (n === 0 ? 'Start the vote' : `Start the vote on ${cards(n)}`),
  },
} as const
