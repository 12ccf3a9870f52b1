// The candidates with − and + for a ballot that is entered for somebody else. Nothing is sent before the whole is.
import { type Allocation, checkAllocation, plainAllocation, type Round } from '../../../../shared/workshop/rounds.ts'
import { DotStepper } from '../DotStepper.tsx'
import type { BallotCard } from '../useCandidates.ts'

interface ProxyDotsProps {
  cards: readonly BallotCard[]
  round: Round
  allocation: Allocation
  onAllocation: (allocation: Allocation) => void
  onProblem: (sentence: string) => void
}

export function ProxyDots({ cards, round, allocation, onAllocation, onProblem }: ProxyDotsProps) {
  function step(cardId: string, by: 1 | -1) {
    const next = { ...allocation, [cardId]: Math.max(0, (allocation[cardId] ?? 0) + by) }
    const check = checkAllocation(round, next, new Set())
    if (check.ok) onAllocation(plainAllocation(next))
    else onProblem(check.message)
  }
  return (
    <ul className="proxy__cards">
      {cards.map(({ cardId, title, stage }) => (
        <li key={cardId} className="ballot-row" data-voted={(allocation[cardId] ?? 0) > 0 || undefined}>
          <div className="ballot-row__what">
            <p className="ballot-row__title">{title}</p>
            <p className="ballot-row__stage">{stage}</p>
          </div>
          <DotStepper
            title={title}
            dots={allocation[cardId] ?? 0}
            cap={round.capPerCard}
            tabbable
            onAct={(action) => step(cardId, action === 'add' ? 1 : -1)}
          />
        </li>
      ))}
    </ul>
  )
}
