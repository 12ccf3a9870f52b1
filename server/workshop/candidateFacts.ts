// What is published about the candidates of a round when it ends.
import { type Board, type Card, isCellPlace } from '../../shared/journey/Board.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import type { Candidate } from '../../shared/workshop/results.ts'

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
