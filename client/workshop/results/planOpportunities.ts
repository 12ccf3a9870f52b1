// The winning pains restated as questions that can be solved: one opportunity for each, in the opportunities lane of its
// stage. Pure: says what to make; a journey without such a lane gets one below its pains.
import {
  type Board,
  type CellPlace,
  isCellPlace,
  type Journey,
  type Place,
  type Stage,
} from '../../../shared/journey/Board.ts'
import type { NewCard } from '../../../shared/journey/edit/editCards.ts'
import type { NewLane } from '../../../shared/journey/edit/editStructure.ts'
import { MAX_TITLE_LENGTH } from '../../../shared/journey/fields.ts'
import { type CardId, type LaneId, newId, type StageId } from '../../../shared/journey/ids.ts'
import { orderBetween } from '../../../shared/journey/order.ts'
import { cardTitle, journeysOf, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { Ranked, RoundResult } from '../../../shared/workshop/results.ts'
import { candidateOf, votedOn } from '../../../shared/workshop/voteTotals.ts'
import { resultWords } from '../../ui/resultWords.ts'

const TOP_RANKS = 3
/** Of a card that lies beside the maps: its opportunity comes to its right, px. */
const BESIDE = 180

export interface OpportunityPlan {
  readonly lanes: readonly NewLane[]
  readonly cards: readonly NewCard[]
}

/** Ranks 1 to 3 with votes; more than three where the third place is shared. */
export function topRanked(result: RoundResult): Ranked[] {
  return votedOn(result).filter(({ rank }) => rank <= TOP_RANKS)
}

/** Pains whose opportunity stands in its lane already are left out. */
export function planOpportunities(board: Board, result: RoundResult): OpportunityPlan {
  const lanes = new Map<string, NewLane>()
  const cards: NewCard[] = []
  const lastOrder = new Map<string, string>()
  const known = new Set(
    [...board.cards.values()].filter(({ kind }) => kind === 'opportunity').map((card) => cardTitle(card)),
  )
  for (const { cardId } of topRanked(result)) {
    const text = questionOf(board, result, cardId)
    if (text === '' || known.has(text)) continue
    known.add(text)
    const place = placeFor(board, result, cardId, lanes)
    cards.push({ id: newId<CardId>(), kind: 'opportunity', place: atEnd(board, place, lastOrder), fields: { text } })
  }
  return { lanes: [...lanes.values()], cards }
}

function questionOf(board: Board, result: RoundResult, cardId: string): string {
  const card = board.cards.get(cardId as CardId)
  // The words of now: somebody may have made them clearer since.
  const title = (card && cardTitle(card)) || (candidateOf(result, cardId)?.title ?? '')
  return title === '' ? '' : asQuestion(title)
}

/** A pain restated, within what the title of a card holds. */
export function asQuestion(title: string): string {
  const room = MAX_TITLE_LENGTH - resultWords.actions.howMightWe('').length
  const short = title.length > room ? `${title.slice(0, room - 1).toWellFormed()}…` : title
  return resultWords.actions.howMightWe(short)
}

/** The cell without its order, or a free place if there is no map. */
function placeFor(board: Board, result: RoundResult, cardId: string, made: Map<string, NewLane>): Place {
  const place = board.cards.get(cardId as CardId)?.place
  const stageId = place && isCellPlace(place) ? place.stageId : candidateOf(result, cardId)?.stageId
  const stage = board.stages.get(stageId as StageId) ?? firstStage(board)
  const journey = stage && board.journeys.get(stage.journeyId)
  if (!stage || !journey) return place && !isCellPlace(place) ? { x: place.x + BESIDE, y: place.y } : { x: 0, y: 0 }
  const laneId = opportunitiesLane(board, journey, made)
  return { journeyId: journey.id, stageId: stage.id, laneId, order: '' }
}

function firstStage(board: Board): Stage | undefined {
  return journeysOf(board).flatMap(({ id }) => stagesOf(board, id))[0]
}

function opportunitiesLane(board: Board, { id: journeyId }: Journey, made: Map<string, NewLane>): LaneId {
  const lanes = lanesOf(board, journeyId)
  const there = lanes.find(({ kind }) => kind === 'opportunities')
  if (there) return there.id
  const before = made.get(journeyId)
  if (before) return before.id
  const pains = lanes.findLastIndex(({ kind }) => kind === 'pains')
  const at = pains < 0 ? lanes.length : pains + 1
  const order = orderBetween(lanes[at - 1]?.order ?? null, lanes[at]?.order ?? null)
  const lane: NewLane = { id: newId<LaneId>(), journeyId, order, kind: 'opportunities' }
  made.set(journeyId, lane)
  return lane.id
}

/** Behind what is in the cell, and behind what this plan has put there. */
function atEnd(board: Board, place: Place, lastOrder: Map<string, string>): Place {
  if (!isCellPlace(place)) return place
  const key = `${place.stageId}/${place.laneId}` as const
  const last = lastOrder.get(key) ?? orderOfLast(board, place)
  const order = orderBetween(last, null)
  lastOrder.set(key, order)
  return { ...place, order }
}

function orderOfLast(board: Board, { stageId, laneId }: CellPlace): string | null {
  const last = board.cells.get(`${stageId}/${laneId}`)?.at(-1)?.place
  return last && isCellPlace(last) ? last.order : null
}
