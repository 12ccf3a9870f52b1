// The end of a round: by command, by time, or found when a workshop is loaded after its time.
import type { Board } from '../../shared/journey/Board.ts'
import { candidateFacts } from './candidateFacts.ts'
import type { RoundRecord } from './roundRecords.ts'
import type { Workshop } from './Workshop.ts'

/** Counts, publishes and forgets whose ballot was whose. The caller commits. */
export function closeRound(workshop: Workshop, record: RoundRecord, board: Board, nowMs: number): void {
  const { endsAtMs, candidateIds } = record.round
  workshop.rounds.close(record, endsAtMs === null ? nowMs : Math.min(endsAtMs, nowMs), {
    candidates: candidateIds.map((cardId) => candidateFacts(board, cardId)),
    departments: workshop.info.departments,
    // Whoever is out, by name or with their link, may have come back as somebody else and voted again.
    nameOf: (id) => (workshop.isWelcome(id) ? (workshop.participant(id)?.name ?? null) : null),
  })
  workshop.facilitation.clearDone()
  workshop.change({})
}
