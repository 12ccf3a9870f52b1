// The candidates with − and +. One stop for Tab; arrows go from row to row, + and − place and take, wherever the focus
// is in the list. Every change and every refusal is read out, refusals are shown in their row.
import { useValue } from '@tldraw/state-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { BallotRow } from './BallotRow.tsx'
import { countCandidates } from './countCandidates.ts'
import type { BallotAction } from './DotStepper.tsx'
import type { BallotCard } from './useCandidates.ts'

interface BallotListProps {
  cards: readonly BallotCard[]
  capPerCard: number
}

interface Problem {
  readonly cardId: string
  readonly message: string
}

const words = votingWords.ballot

export function BallotList({ cards, capPerCard }: BallotListProps) {
  const { voting } = useBoardSession()
  const { ballot } = voting
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(0)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const canVote = useValue(ballot.canVote)
  const round = useValue(ballot.round)

  function act(card: BallotCard, action: BallotAction) {
    const outcome = action === 'add' ? ballot.addDot(card.cardId) : ballot.takeDot(card.cardId)
    setProblem(outcome.ok ? null : { cardId: card.cardId, message: outcome.message })
    const left = words.left(ballot.left.get(), round?.dotsPerPerson ?? 0)
    setSaid(outcome.ok ? words.changed(ballot.dotsOn(card.cardId), card.title, left) : outcome.message)
  }

  function onKeyDown(event: KeyboardEvent) {
    const card = cards[current]
    const step = rowStep(event.key, current, cards.length)
    if (step !== null) focusRow(list.current, step)
    else if (card && (event.key === '+' || event.key === '=')) act(card, 'add')
    else if (card && (event.key === '-' || event.key === '−')) act(card, 'take')
    else return
    event.preventDefault()
    // The canvas zooms by the same keys.
    event.stopPropagation()
  }

  const count = countCandidates(cards.map(({ sort }) => sort))
  return (
    <>
      <p className="ballot__order">{canVote ? words.order(count) : count}</p>
      {/* The keys belong to the buttons inside; the list itself takes no focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className="ballot__list" aria-label={words.candidates} onKeyDown={onKeyDown}>
        {cards.map((card, at) => (
          <BallotRow
            key={card.cardId}
            card={card}
            cap={capPerCard}
            canVote={canVote}
            isStop={at === Math.min(current, cards.length - 1)}
            problem={problem?.cardId === card.cardId ? problem.message : null}
            onAct={(action) => act(card, action)}
            onFocus={() => setCurrent(at)}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

/** Which row a key leads to; null: the key is for something else. */
function rowStep(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** To the button of the same kind in that row. */
function focusRow(list: HTMLElement | null, row: number): void {
  const action = (document.activeElement as HTMLElement | null)?.dataset['action'] ?? 'add'
  list?.children[row]?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus()
}
