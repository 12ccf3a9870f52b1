// What the recap says. Numbers as digits; minus is U+2212; dates as people say them.
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { counted } from './countWords.ts'

/** Calendar days have no time zone: read and written as UTC. */
const calendarDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const list = new Intl.ListFormat('en-GB')

interface Held {
  /** ISO day. */
  readonly heldOn: string | null
  readonly people: number
  readonly peopleFrom: number
  readonly facilitators: readonly string[]
}

export const recapWords = {
  product: 'Journeyboard',
  title: 'Recap',
  pageTitle: (title: string) => `${title}: recap`,
  loading: 'Reading what came out of the workshop …',
  joinFirst: (title: string) => `Join “${title}” first`,
  joinNote: 'This link is for people who take part. Say who you are, then open the recap from the menu.',
  join: 'Join the workshop',
  held: ({ heldOn, people, peopleFrom, facilitators }: Held) => {
    const who = counted(people, 'person', 'people')
    const from = peopleFrom > 1 ? ` from ${peopleFrom} departments` : ''
    const by = facilitators.length > 0 ? `, facilitated by ${list.format(facilitators)}` : ''
    const when = heldOn === null ? '' : `Workshop of ${recapWords.day(heldOn)}. `
    return `${when}${who}${from}${by}.`
  },
  review: 'We look at it again on',
  /** For who can change it. */
  noReview: 'No day yet to look at the actions again.',
  setReview: 'Set the day',
  changeReview: 'Change the day',
  reviewDone: 'Done',
  day: (date: string) => {
    const ms = Date.parse(date)
    return Number.isNaN(ms) ? date : calendarDay.format(ms)
  },
  departments: 'Departments',
  persona: 'Persona',
  wants: 'Wants',
  objective: 'Objective',
  measure: 'Success measure',
  state: 'State',
  states: { 'as-is': 'As-is', 'to-be': 'To-be' },
  journey: 'The journey',
  map: 'The journey map as a picture',
  noStages: 'No stages yet.',
  feelings: (people: number) => `How it feels, median of ${counted(people, 'person', 'people')}`,
  value: (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${number.format(Math.abs(value))}`,
  lowest: 'Lowest point',
  hurts: 'What hurts most',
  noRounds: 'Nothing has been voted on.',
  nobodyVoted: 'Nobody has voted in this round.',
  round: (nth: number, question: string) => `Round ${nth}: ${question}`,
  rank: 'Rank',
  card: 'Card',
  stage: 'Stage',
  votes: 'Votes',
  voters: 'Voters',
  count: (votes: number) => number.format(votes),
  votersOf: (voters: number, voted: number) => `${voters} of ${voted}`,
  /** `most`: votes of the last that is shown; the others may have as many. */
  others: (count: number, most: number) =>
    `${counted(count, 'other card', 'other cards')} with ${counted(most, 'vote', 'votes')} or fewer.`,
  terms: (round: RecapAnswer['recap']['rounds'][number]) => {
    const { secret, dotsPerPerson, capPerCard, dots, voted, eligible, proxies, isWeighted, tieRule } = round
    return [
      `${secret ? 'Secret' : 'Named'} vote, ${counted(dotsPerPerson, 'dot', 'dots')} each, up to ${capPerCard} on one card.`,
      `${voted} of ${eligible} voted, ${counted(dots, 'dot', 'dots')} cast.`,
      proxies > 0 ? `${counted(proxies, 'ballot was', 'ballots were')} entered for people without a device.` : '',
      isWeighted ? 'Votes are weighted by department.' : '',
      tieRule,
    ]
      .filter((part) => part !== '')
      .join(' ')
  },
  opportunities: 'Opportunities',
  about: (stageName: string, impact: number | null, effort: number | null) =>
    [stageName, impact === null ? '' : `impact ${impact} of 5`, effort === null ? '' : `effort ${effort} of 5`]
      .filter((part) => part !== '')
      .join(', '),
  next: 'What we do next',
  noActions: 'No actions yet. Start with the top pain.',
  action: 'Action',
  owner: 'Owner',
  by: 'By',
  measured: 'Measured by',
  status: 'Status',
  nobody: 'Nobody yet',
  noDate: 'No date',
  files: 'Recap',
  toBoard: 'Open the board',
  print: 'Print',
  download: 'Download',
  share: 'Make a link to this page',
  shareLabel: 'For people who were not there: they can look, not write',
}
