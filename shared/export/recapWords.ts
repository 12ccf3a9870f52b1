// Sentences of the recap that files share, so that Markdown, slides and PDF say the same in the same words.
import { formatDay, formatNumber } from '../layout/cardFoot.ts'
import { writeVotes } from '../workshop/voteTotals.ts'
import type { Recap, RecapAction, RecapFeeling, RecapJourney, RecapRound } from './recap.ts'

export const stateWords = { 'as-is': 'As-is', 'to-be': 'To-be' } as const

/** What a journey is about, by name; what nobody has filled in is left out. */
export function journeyFacts(journey: RecapJourney): (readonly [name: string, text: string])[] {
  const facts = [
    ['Persona', journey.persona],
    ['Wants', journey.wants],
    ['Objective', journey.objective],
    ['Success measure', journey.successMeasure],
    ['State', stateWords[journey.state]],
  ] as const
  return facts.filter(([, text]) => text.trim() !== '')
}

/** The only journey of a workshop is often called as the workshop is: no heading twice. */
export function journeyHeading({ title, journeys }: Recap, journey: RecapJourney): string {
  if (journey.title.trim() === '') return 'Journey'
  return journeys.length === 1 && journey.title.trim() === title.trim() ? 'The journey' : journey.title
}

const names = new Intl.ListFormat('en-GB')

/** "Workshop of 21 November 2026. 12 people from 5 departments, facilitated by Maya Ortiz." */
export function whenAndWho(recap: Recap): string {
  const { heldOn, people, peopleFrom, facilitators } = recap
  const when = heldOn === null ? '' : `Workshop of ${dayInFull(heldOn)}. `
  const from = peopleFrom > 1 ? ` from ${peopleFrom} departments` : ''
  const by = facilitators.filter((name) => name.trim() !== '')
  const ledBy = by.length === 0 ? '' : `, facilitated by ${names.format(by)}`
  return `${when}${people} ${people === 1 ? 'person' : 'people'}${from}${ledBy}.`
}

export function reviewWords({ reviewDate }: Recap): string {
  return reviewDate === null ? 'No date for the next review is set.' : `Next review: ${dayInFull(reviewDate)}.`
}

/** "1 February 2027" */
export function dayInFull(day: string): string {
  return `${formatDay(day)} ${day.slice(0, 'yyyy'.length)}`
}

/** "+0.5", "−2", "0" */
export function signedNumber(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value)}`
}

/** "−1.5 anxious" */
export function feelingWords({ median, reason }: RecapFeeling): string {
  return [signedNumber(median), reason].filter(Boolean).join(' ')
}

/** "Secret vote. 11 of 12 voted, 5 dots each, up to 3 on one card, 55 dots cast. Ties: …" */
export function howItWasVoted(round: RecapRound): string {
  const kind = `${round.secret ? 'Secret' : 'Named'} vote${round.isWeighted ? ', weighted by department' : ''}.`
  const proxies = round.proxies === 0 ? '' : `, ${round.proxies} of them by proxy`
  const voted = `${round.voted} of ${round.eligible} voted${proxies}`
  const terms = `${round.dotsPerPerson} dots each, up to ${round.capPerCard} on one card, ${round.dots} dots cast.`
  return `${kind} ${voted}, ${terms} ${round.tieRule}`
}

export function votesWords(votes: number): string {
  return `${writeVotes(votes)} ${votes === 1 ? 'vote' : 'votes'}`
}

/** "Ruth Abara, Benefits, by 15 January 2027" */
export function whoAndWhen({ owner, department, due }: RecapAction): string {
  return [owner, department, due === '' ? '' : `by ${dayInFull(due)}`].filter((part) => part.trim() !== '').join(', ')
}
