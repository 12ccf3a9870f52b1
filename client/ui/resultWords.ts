// Every sentence of the results of a vote. By the rules of words.ts.
import { writeVotes } from '../../shared/workshop/voteTotals.ts'

const counted = (n: number, one: string, many: string) => `${writeVotes(n)} ${n === 1 ? one : many}`
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

export const resultWords = {
  menu: 'Results',
  panel: 'Results of the votes',
  loading: 'Counting…',
  failed: 'The result is not here yet. Try again.',
  tryAgain: 'Try again',
  rounds: 'Round',
  roundName: (n: number, question: string) => `${n}. ${question}`,

  head: {
    round: (n: number, isSecret: boolean, closed: string) =>
      `Round ${n}, ${isSecret ? 'secret' : 'named'}, closed ${closed}.`,
    at: (time: string) => `at ${time}`,
    onDay: (day: string) => `on ${day}`,
    voted: (voted: number, of: number, dots: number) => `${voted} of ${of} voted, ${counted(dots, 'dot', 'dots')}.`,
    proxies: (n: number) =>
      `${n === 1 ? '1 ballot was' : `${n} ballots were`} entered by the facilitator for people without a device.`,
    weights: (weights: readonly string[]) => `Votes are weighted: ${listed(weights)}, everybody else × 1.`,
    weight: (department: string, weight: number) => `${department} × ${writeVotes(weight)}`,
    weightsDropped:
      'Departments should have counted differently. Fewer than three voted under one of the weights, and it would have shown who: every ballot counts the same.',
    runOff: (n: number) => `Run-off of round ${n}.`,
    departments: (names: readonly string[]) => `Only ${listed(names)} voted.`,
  },
  fewVoters: (n: number) =>
    n === 1 ? 'With 1 voter the totals give them away.' : `With ${n} voters the totals can give people away.`,
  nobody: 'Nobody has voted in this round.',

  table: {
    caption: 'Ranking',
    rank: 'Rank',
    card: 'Card',
    split: 'Votes by department',
    bar: 'Votes as a bar',
    votes: 'Votes',
    voters: 'Voters',
    gone: 'A card that was deleted',
    splitOf: (name: string, votes: number) => `${name} ${writeVotes(votes)}`,
    more: (n: number, haveVotes: boolean) => (haveVotes ? `${n} more with 1 vote or none` : `${n} more without votes`),
    less: 'Show less',
  },
  others: 'Others',

  merged: {
    heading: 'Counted again after merging',
    into: (parts: readonly string[], into: string) =>
      `${listed(parts.map((part) => `“${part}”`))} ${parts.length === 1 ? 'is' : 'are'} part of “${into}” since the vote.`,
    before: (counts: readonly string[]) => `Before: ${listed(counts)}.`,
    count: (title: string, votes: number, voters: number) =>
      `“${title}” ${counted(votes, 'vote', 'votes')} from ${counted(voters, 'voter', 'voters')}`,
    now: (votes: number, voters: number) =>
      `Now: ${counted(votes, 'vote', 'votes')} from ${counted(voters, 'voter', 'voters')}.`,
    rule: (cap: number) =>
      `Each voter counts once, with at most ${counted(cap, 'dot', 'dots')}. The ballots are unchanged.`,
  },

  heat: {
    heading: 'Where the votes fell',
    stage: 'Stage',
    total: 'Votes',
    elsewhere: 'Beside the map',
    others: (names: readonly string[]) =>
      names.length === 1
        ? `${listed(names)} is shown as Others, so that no group has fewer than three voters.`
        : `${listed(names)} are shown together as Others, so that no group has fewer than three voters.`,
    othersUnnamed: 'Groups of fewer than three voters are shown together as Others.',
    noSplit: 'No split by department: at least two groups of three voters are needed for it.',
  },

  check: {
    heading: 'Check my ballot',
    lead: 'Every ballot is listed by a code that only its voter knows.',
    code: 'Code of your ballot',
    placeholder: 'K7QF-29MD',
    check: 'Check',
    asCast: 'Counted as you cast it',
    listed: 'This ballot is in the list and counts',
    different: 'Counted, but not as this browser remembers it',
    missing: 'This code is not in the list.',
    missingNote: 'Ballots without a dot are not listed.',
    dots: (dots: number, title: string) => `${dots} ${title}`,
  },

  recount: {
    button: (n: number) => (n === 1 ? 'Recount the 1 ballot here' : `Recount all ${n} ballots here`),
    note: 'Runs in your browser on the published list.',
    equal: (n: number) => `Equal: ${counted(n, 'ballot gives', 'ballots give')} the same ranking.`,
    different: 'Not equal: the ballots give another ranking than the one shown.',
    brokenRules: (n: number) => `${n === 1 ? '1 ballot breaks' : `${n} ballots break`} the rules of the round.`,
    show: 'Show the ballots',
    hide: 'Hide the ballots',
    download: 'Download the list',
    ballots: 'Published ballots',
    code: 'Code',
    voter: 'Voter',
    dots: 'Dots',
    proxy: 'entered by the facilitator',
    weight: (weight: number) => `counts × ${writeVotes(weight)}`,
  },

  map: {
    show: 'Show votes on the map',
    hint: 'For you only. Hidden while a vote is open.',
  },

  actions: {
    opportunities: (n: number) => (n === 1 ? 'Make the winner an opportunity' : `Make opportunities of the top ${n}`),
    /** Text of the new card; the person writes on from there. */
    howMightWe: (pain: string) => `How might we solve “${pain}”?`,
    made: (n: number) => (n === 1 ? '1 opportunity is on the map.' : `${n} opportunities are on the map.`),
    madeAlready: 'These opportunities are on the map already.',
    more: 'More votes',
    runOff: 'Run-off',
    runOffOf: (n: number) => `Opens a vote between the ${n} that share a rank, 1 dot each.`,
    again: 'Second vote',
    againOn: (n: number) => `Second vote on the top ${n}`,
    againNote: (n: number) => `Opens a vote on the ${n} cards with the most votes.`,
    runOffQuestion: (question: string) => `Run-off: ${question}`,
    againQuestion: (question: string) => `Second vote: ${question}`,
    sortLanes: (lanes: number) => (lanes === 1 ? 'Sort lane by votes' : 'Sort lanes by votes'),
    sorted: 'The cards stand in the order of their votes.',
    sortedAlready: 'The cards stand in the order of their votes already.',
    undo: 'Undo',
  },
} as const
