// A second journey beside a first one: the same stages, lanes and cards, to be changed into how it should be.
import { type Board, type Card, isCellPlace, type Point } from '../Board.ts'
import { readBoard } from '../BoardModel.ts'
import { cardDefinition } from '../cards/cardKinds.ts'
import { type CardId, type JourneyId, type LaneId, newId, type StageId } from '../ids.ts'
import { hasCell, lanesOf, stagesOf } from '../readBoardParts.ts'
import { createCards, type NewCard } from './editCards.ts'
import { createJourney, createLane, createStage } from './editStructure.ts'
import { type EditTarget, transact } from './EditTarget.ts'

export interface JourneyCopy {
  readonly from: JourneyId
  /** Upper left corner of the new sheet. */
  readonly place: Point
  readonly state: 'as-is' | 'to-be'
}

/**
 * Everything gets a new id, and fields that name a card of the journey name its copy. It stays about the same persona.
 * Not copied: readings (feelings are about what is, and each is its owner's) and cards whose stage or lane is gone.
 * Returns the new journey's id; null, and nothing is changed, if there is no such journey or the place is none.
 */
export function copyJourney(target: EditTarget, { from, place, state }: JourneyCopy): JourneyId | null {
  const board = readBoard(target.doc)
  const journey = board.journeys.get(from)
  if (!journey) return null
  const id = newId<JourneyId>()
  const stageIds = new Map(stagesOf(board, from).map((stage) => [stage.id, newId<StageId>()]))
  const laneIds = new Map(lanesOf(board, from).map((lane) => [lane.id, newId<LaneId>()]))
  return transact(target, () => {
    if (!createJourney(target, { ...journey, id, place, state })) return null
    for (const [old, stageId] of stageIds) {
      const stage = board.stages.get(old)
      if (stage) createStage(target, { ...stage, id: stageId, journeyId: id })
    }
    for (const [old, laneId] of laneIds) {
      const lane = board.lanes.get(old)
      if (lane) createLane(target, { ...lane, id: laneId, journeyId: id })
    }
    createCards(target, copiesOfCards(board, from, { id, stageIds, laneIds }))
    return id
  })
}

interface NewIds {
  readonly id: JourneyId
  readonly stageIds: ReadonlyMap<StageId, StageId>
  readonly laneIds: ReadonlyMap<LaneId, LaneId>
}

function copiesOfCards(board: Board, from: JourneyId, { id, stageIds, laneIds }: NewIds): NewCard[] {
  const cards = [...board.cards.values()].filter(
    (card) => isCellPlace(card.place) && card.place.journeyId === from && hasCell(board, card),
  )
  const cardIds = new Map(cards.map((card) => [card.id, newId<CardId>()]))
  return cards.flatMap((card) => {
    const cardId = cardIds.get(card.id)
    if (!cardId || !isCellPlace(card.place)) return []
    const stageId = stageIds.get(card.place.stageId)
    const laneId = laneIds.get(card.place.laneId)
    if (!stageId || !laneId) return []
    const place = { journeyId: id, stageId, laneId, order: card.place.order }
    return [{ id: cardId, kind: card.kind, place, fields: relinked(card, cardIds) }]
  })
}

function relinked(card: Card, cardIds: ReadonlyMap<CardId, CardId>): Record<string, unknown> {
  const declared = cardDefinition(card.kind).fields
  return Object.fromEntries(
    Object.entries(card.fields).map(([name, value]: [string, unknown]) => {
      const isLink = declared[name]?.type === 'card' && typeof value === 'string'
      return [name, isLink ? (cardIds.get(value as CardId) ?? value) : value]
    }),
  )
}
