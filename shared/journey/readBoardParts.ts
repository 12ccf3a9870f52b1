// Views of a board in reading order: the lists that layout, table, exports and screen readers walk.
import type { Board, Card, Journey, Lane, Stage } from './Board.ts'
import { cellKey, isCellPlace } from './Board.ts'
import type { CardFieldsOf } from './cards/cardKinds.ts'
import { cardDefinition } from './cards/cardKinds.ts'
import type { JourneyId } from './ids.ts'
import { laneKindDefinitions } from './lanes.ts'
import { compareOrder } from './order.ts'

/** Journeys from left to right, then top to bottom. */
export function journeysOf(board: Pick<Board, 'journeys'>): Journey[] {
  return [...board.journeys.values()].toSorted(
    (a, b) => a.place.x - b.place.x || a.place.y - b.place.y || (a.id < b.id ? -1 : 1),
  )
}

export function stagesOf(board: Board, journeyId: JourneyId): Stage[] {
  return [...board.stages.values()].filter((stage) => stage.journeyId === journeyId).toSorted(compareOrder)
}

export function lanesOf(board: Board, journeyId: JourneyId): Lane[] {
  return [...board.lanes.values()].filter((lane) => lane.journeyId === journeyId).toSorted(compareOrder)
}

export function cardsOfCell(board: Board, stage: Stage, lane: Lane): readonly Card[] {
  return board.cells.get(cellKey(stage.id, lane.id)) ?? []
}

/** Whether the card's cell exists: its stage and its lane are there and belong to the same journey. */
export function hasCell(board: Board, card: Card): boolean {
  if (!isCellPlace(card.place)) return false
  const stage = board.stages.get(card.place.stageId)
  const lane = board.lanes.get(card.place.laneId)
  return (
    stage !== undefined &&
    lane !== undefined &&
    stage.journeyId === lane.journeyId &&
    board.journeys.has(stage.journeyId)
  )
}

/** Cards whose stage or lane is gone (deleted by somebody while another put a card there). They are shown below the map. */
export function homelessCards(board: Board): Card[] {
  const homeless: Card[] = []
  for (const cards of board.cells.values()) {
    const first = cards[0]
    if (first && !hasCell(board, first)) homeless.push(...cards)
  }
  return homeless
}

export function laneTitle(lane: Lane): string {
  return lane.title || laneKindDefinitions[lane.kind].label
}

/** The words of a card: the field its kind declares as title. */
export function cardTitle(card: Card): string {
  const value: unknown = (card.fields as Record<string, unknown>)[cardDefinition(card.kind).title]
  return typeof value === 'string' ? value : ''
}

/** The persona a journey is about, if its card is there. */
export function personaOf(board: Board, journey: Journey): CardFieldsOf<'persona'> | null {
  const card = journey.persona ? board.cards.get(journey.persona) : undefined
  return card?.kind === 'persona' ? card.fields : null
}
