// The candidates of a round as the ballot lists them: words and stage of each card, read from the board as it is now.
import { useEffect, useMemo, useState } from 'react'
import { type Board, type Card, isCellPlace } from '../../../shared/journey/Board.ts'
import { type CardSort, sortOfCard } from '../../../shared/journey/cards/cardSorts.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { ballotOrder, type Round } from '../../../shared/workshop/rounds.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import { votingWords } from '../../ui/votingWords.ts'

export interface BallotCard {
  readonly cardId: string
  readonly title: string
  /** Name of its stage; '' for a card beside the map. */
  readonly stage: string
  /** null: a card that was deleted. */
  readonly sort: CardSort | null
}

/** Words of a card may change while people vote; the list need not follow every letter. */
const LOOK_AFTER_MS = 300

/** In this voter's own order, the same on every device. */
export function useCandidates(session: BoardSession, round: Round): readonly BallotCard[] {
  const { model, workshop } = session
  const { candidateIds, id: roundId } = round
  const key = candidateIds.join(' ')
  const order = useMemo(
    () => ballotOrder(key.split(' '), `${workshop.participantId}/${roundId}`),
    [key, roundId, workshop],
  )
  const [cards, setCards] = useState(() => readCards(model.board, order))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      setCards((before) => {
        const now = readCards(model.board, order)
        return JSON.stringify(now) === JSON.stringify(before) ? before : now
      })
    }
    const stop = model.onDirty(() => (timer ??= setTimeout(look, LOOK_AFTER_MS)))
    look()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [model, order])
  return cards
}

function readCards(board: Board, order: readonly string[]): readonly BallotCard[] {
  const cards = board.cards as ReadonlyMap<string, Card>
  return order.map((cardId) => {
    const card = cards.get(cardId)
    if (!card) return { cardId, title: votingWords.ballot.deletedCard, stage: '', sort: null }
    const stage = isCellPlace(card.place) ? board.stages.get(card.place.stageId) : undefined
    return {
      cardId,
      title: cardTitle(card) || votingWords.ballot.emptyCard,
      stage: stage?.name ?? '',
      sort: sortOfCard(card.kind, card.fields),
    }
  })
}
