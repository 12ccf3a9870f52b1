// The workshop in short: what everybody takes home. One summary from which the recap page, Markdown, slides and PDF are
// written, so that they never tell different stories. Everything in it may be seen by everybody with a link.
import { emotionConsensus } from '../insight/emotionConsensus.ts'
import type { Board, Card, CardOf, Journey } from '../journey/Board.ts'
import { isCellPlace } from '../journey/Board.ts'
import { action } from '../journey/cards/action.ts'
import type { CardId } from '../journey/ids.ts'
import { cardsInMapOrder } from '../journey/cardsInMapOrder.ts'
import { cardTitle, journeysOf, personaOf, stagesOf } from '../journey/readBoardParts.ts'
import type { RoundResult } from '../workshop/results.ts'
import type { ExportInput } from './formats.ts'
import { toFileRounds } from './fileRounds.ts'
import { inOrderOfVotes } from './opportunityOrder.ts'

/** Ranked cards of a round that are told one by one; the rest is a number. */
export const RECAP_TOP = 5

export interface RecapFeeling {
  readonly stageId: string
  /** Stage, or touchpoint of a stage where touchpoints were rated. */
  readonly name: string
  readonly stageName: string
  /** −2 … +2. */
  readonly median: number
  readonly reason: string
  readonly isLowest: boolean
}

export interface RecapJourney {
  readonly id: string
  readonly title: string
  readonly persona: string
  readonly wants: string
  readonly objective: string
  readonly successMeasure: string
  readonly state: Journey['state']
  readonly stages: readonly { readonly id: string; readonly name: string; readonly period: string }[]
  /** People who said how it feels. */
  readonly feltBy: number
  /** In the order of the map; only where there is a median. */
  readonly feelings: readonly RecapFeeling[]
}

interface RecapRanked {
  readonly rank: number
  readonly title: string
  readonly stageName: string
  readonly votes: number
  readonly voters: number
  readonly explanation: string
}

export interface RecapRound {
  readonly number: number
  readonly question: string
  readonly secret: boolean
  readonly closedAtMs: number | null
  /** How many could vote, people without a device who were entered included. */
  readonly eligible: number
  readonly voted: number
  readonly proxies: number
  readonly dots: number
  readonly dotsPerPerson: number
  readonly capPerCard: number
  readonly isWeighted: boolean
  readonly tieRule: string
  /** The best, with votes; at most RECAP_TOP. */
  readonly top: readonly RecapRanked[]
  /** Candidates that are not in `top`. */
  readonly others: number
}

interface RecapOpportunity {
  readonly text: string
  readonly stageName: string
  readonly impact: number | null
  readonly effort: number | null
  readonly kpi: string
}

export interface RecapAction {
  readonly text: string
  readonly stageName: string
  readonly owner: string
  readonly department: string
  /** ISO date, '' if none is set. */
  readonly due: string
  readonly kpi: string
  readonly status: string
}

export interface Recap {
  readonly title: string
  /** ISO day of the meeting, null if it is not known. */
  readonly heldOn: string | null
  readonly people: number
  /** How many departments they are from. */
  readonly peopleFrom: number
  /** Of the workshop, in order: the place picks the mark. */
  readonly departments: readonly string[]
  readonly facilitators: readonly string[]
  /** ISO date of the next review, null if none is set. */
  readonly reviewDate: string | null
  readonly journeys: readonly RecapJourney[]
  /** All rounds that have ended, in their order. */
  readonly rounds: readonly RecapRound[]
  /** What was voted for first. */
  readonly opportunities: readonly RecapOpportunity[]
  /** By date, those without a date last. */
  readonly actions: readonly RecapAction[]
}

export function recapOf({ board, workshop, rounds = [] }: ExportInput): Recap {
  // Cards whose stage is gone are in it: nobody's action gets lost on the way home.
  const cards = cardsInMapOrder(board).filter(({ id }) => !board.mergedInto.has(id))
  const ofKind = <Kind extends Card['kind']>(kind: Kind): CardOf<Kind>[] =>
    cards.filter((card): card is CardOf<Kind> & Card => card.kind === kind && cardTitle(card).trim() !== '')
  const kpiName = (id: string | null): string => {
    const card = id === null ? undefined : board.cards.get(id as CardId)
    return card ? cardTitle(card) : ''
  }
  const ended = toFileRounds(rounds)
  return {
    title: workshop.title,
    heldOn: workshop.heldOn ?? null,
    people: workshop.participants.length,
    peopleFrom: new Set(workshop.participants.flatMap(({ department }) => department || [])).size,
    departments: workshop.departments,
    facilitators: workshop.facilitators ?? [],
    reviewDate: workshop.reviewDate ?? null,
    journeys: journeysOf(board).map((journey) => recapJourney(board, journey)),
    rounds: ended.map(recapRound),
    opportunities: inOrderOfVotes(board, ofKind('opportunity'), ended).map((card) => ({
      text: card.fields.text,
      stageName: stageNameOf(board, card),
      impact: card.fields.impact ?? null,
      effort: card.fields.effort ?? null,
      kpi: kpiName(card.fields.kpi),
    })),
    actions: ofKind('action')
      .map((card) => ({
        text: card.fields.text,
        stageName: stageNameOf(board, card),
        owner: card.fields.owner ?? '',
        department: card.fields.department ?? '',
        due: card.fields.due ?? '',
        kpi: kpiName(card.fields.kpi),
        status: statusLabel(card.fields.status),
      }))
      .toSorted((a, b) => compareDue(a.due, b.due)),
  }
}

/** Stable: equal dates stay in the order of the map. */
function compareDue(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

function statusLabel(value: string): string {
  return action.fields.status.options.find((option) => option.value === value)?.label ?? value
}

function stageNameOf(board: Board, card: Card): string {
  return isCellPlace(card.place) ? (board.stages.get(card.place.stageId)?.name ?? '') : ''
}

function recapJourney(board: Board, journey: Journey): RecapJourney {
  const persona = personaOf(board, journey)
  const stages = stagesOf(board, journey.id)
  const { people, targets, lowest } = emotionConsensus(board, journey.id, journey.persona)
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]))
  return {
    id: journey.id,
    title: journey.title,
    persona: persona?.name ?? '',
    wants: persona?.needs ?? '',
    objective: journey.objective,
    successMeasure: journey.successMeasure,
    state: journey.state,
    stages: stages.map(({ id, name, period }) => ({ id, name, period })),
    feltBy: people,
    feelings: targets.flatMap(({ target, stageId, median, reason }) => {
      if (median === null) return []
      const stageName = stageNames.get(stageId) ?? ''
      const card = board.cards.get(target as CardId)
      return [
        { stageId, name: card ? cardTitle(card) : stageName, stageName, median, reason, isLowest: target === lowest },
      ]
    }),
  }
}

function recapRound({ round, candidates, tally, weightsDropped = false }: RoundResult): RecapRound {
  const byId = new Map(candidates.map((candidate) => [candidate.cardId, candidate]))
  const withVotes = tally.ranking.filter(({ votes }) => votes > 0)
  const top = withVotes.slice(0, RECAP_TOP).map(({ cardId, rank, votes, voters, explanation }) => {
    const candidate = byId.get(cardId)
    return { rank, title: candidate?.title ?? '', stageName: candidate?.stageName ?? '', votes, voters, explanation }
  })
  return {
    number: round.number,
    question: round.question,
    secret: round.secret,
    closedAtMs: round.closedAtMs,
    eligible: round.eligible + tally.proxies,
    voted: tally.voted,
    proxies: tally.proxies,
    dots: tally.dots,
    dotsPerPerson: round.dotsPerPerson,
    capPerCard: round.capPerCard,
    isWeighted: round.weights !== null && !weightsDropped,
    tieRule: tally.tieRule,
    top,
    others: tally.ranking.length - top.length,
  }
}
