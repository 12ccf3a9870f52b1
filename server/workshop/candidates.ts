// Which cards a round is about, and what is published about them when it ends.
import { type Board, type Card, isCellPlace } from '../../shared/journey/Board.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { cardTitle, journeysOf, lanesOf, stagesOf } from '../../shared/journey/readBoardParts.ts'
import type { Candidate } from '../../shared/workshop/results.ts'
import type { CommandOf } from './commands/CommandHandler.ts'

type Selection = Pick<CommandOf<'round.open'>, 'cardIds' | 'kind' | 'noteType' | 'stageId' | 'laneId'>

/** Cards in the order of the map, free ones last. Every condition given must hold; merged notes count as the one they are in. */
export function selectCandidates(board: Board, selection: Selection): CardId[] {
  const { cardIds, kind, noteType, stageId, laneId } = selection
  const chosen = cardIds && new Set<string>(cardIds)
  return inMapOrder(board)
    .filter((card) => {
      if (board.mergedInto.has(card.id)) return false
      const cell = isCellPlace(card.place) ? card.place : null
      return (
        (!chosen || chosen.has(card.id)) &&
        (kind === undefined || card.kind === kind) &&
        (noteType === undefined || (card.kind === 'note' && card.fields.type === noteType)) &&
        (stageId === undefined || cell?.stageId === stageId) &&
        (laneId === undefined || cell?.laneId === laneId)
      )
    })
    .map(({ id }) => id)
}

/** One candidate's facts now; a card that was deleted meanwhile keeps its place with no words. */
export function candidateFacts(board: Board, cardId: string): Candidate {
  const card = (board.cards as ReadonlyMap<string, Card>).get(cardId)
  if (!card) {
    return { cardId, title: '', kind: '', stageId: null, stageName: '', severity: null, hasEvidence: false }
  }
  const stage = isCellPlace(card.place) ? board.stages.get(card.place.stageId) : undefined
  return {
    cardId,
    title: cardTitle(card),
    kind: card.kind,
    stageId: stage?.id ?? null,
    stageName: stage?.name ?? '',
    severity: card.kind === 'note' ? card.fields.severity : null,
    hasEvidence: card.kind === 'note' && card.fields.evidence.trim() !== '',
  }
}

function inMapOrder(board: Board): Card[] {
  const ordered: Card[] = []
  for (const journey of journeysOf(board)) {
    for (const stage of stagesOf(board, journey.id)) {
      for (const lane of lanesOf(board, journey.id)) ordered.push(...(board.cells.get(`${stage.id}/${lane.id}`) ?? []))
    }
  }
  const placed = new Set(ordered)
  const others = [...board.cards.values()].filter((card) => !placed.has(card))
  return [...ordered, ...others.toSorted((a, b) => (a.id < b.id ? -1 : 1))]
}
