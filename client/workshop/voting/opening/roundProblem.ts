// Where in the form a refusal belongs. Pure.
import type { Failure } from '../../../connection/callServer.ts'

export interface RoundProblem {
  readonly place: 'question' | 'cards' | 'dots' | 'cap' | 'minutes' | 'voters' | 'weights' | 'all'
  readonly sentence: string
}

/** By the server's code, or the field it names. */
const places: Readonly<Record<string, RoundProblem['place']>> = {
  question: 'question',
  noCandidates: 'cards',
  tooManyCandidates: 'cards',
  cardIds: 'cards',
  dotsPerPerson: 'dots',
  capPerCard: 'cap',
  capTooHigh: 'cap',
  minutes: 'minutes',
  voters: 'voters',
  noVoters: 'voters',
  unknownDepartment: 'voters',
  smallGroups: 'weights',
  weights: 'weights',
}

export function placeOfProblem({ field, sentence }: Failure): RoundProblem {
  // "weights.Sales": the first part names the field of the form.
  const [name = ''] = (field ?? '').split('.')
  return { place: places[name] ?? 'all', sentence }
}
