// The cards a round would be about, as the board is now.
import { useEffect, useState } from 'react'
import type { Card } from '../../../../shared/journey/Board.ts'
import { cardTitle } from '../../../../shared/journey/readBoardParts.ts'
import { selectCandidates } from '../../../../shared/workshop/selectCandidates.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import { type RoundDraft, selectionOf } from './roundDraft.ts'

/** Others go on writing while the dialog is open; the list need not follow every letter. */
const LOOK_AFTER_MS = 400

export interface CandidateLine {
  readonly id: string
  readonly title: string
}

/** In the order of the map. */
export function useCandidateList(draft: RoundDraft): readonly CandidateLine[] {
  const { model } = useBoardSession()
  const [, setReading] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = model.onDirty(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setReading((before) => before + 1)
      }, LOOK_AFTER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [model])
  const cards = model.board.cards as ReadonlyMap<string, Card>
  return selectCandidates(model.board, selectionOf(draft)).map((id) => {
    const card = cards.get(id)
    return { id, title: (card && cardTitle(card)) || votingWords.ballot.emptyCard }
  })
}
