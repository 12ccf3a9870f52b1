// One candidate of the ballot. Draws again when its own dots change, not when others' do.
import { useValue } from '@tldraw/state-react'
import { useEffect, useRef } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { WarningIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { type BallotAction, DotStepper } from './DotStepper.tsx'
import type { BallotCard } from './useCandidates.ts'

interface BallotRowProps {
  card: BallotCard
  cap: number
  canVote: boolean
  /** Tab stops here. */
  isStop: boolean
  problem: string | null
  onAct: (action: BallotAction) => void
  onFocus: () => void
}

const words = votingWords.ballot

export function BallotRow({ card, cap, canVote, isStop, problem, onAct, onFocus }: BallotRowProps) {
  const { voting } = useBoardSession()
  const { cardId, title, stage } = card
  const row = useRef<HTMLLIElement>(null)
  const dots = useValue('dots', () => voting.ballot.dotsOn(cardId), [voting, cardId])
  const isOwn = useValue('own card', () => voting.ballot.isOwnCard(cardId), [voting, cardId])
  const pointedOn = useValue('pointed', () => pointedAt(voting.pointed.get(), cardId), [voting, cardId])
  useEffect(() => {
    if (pointedOn === 'canvas') row.current?.scrollIntoView({ block: 'nearest' })
  }, [pointedOn])
  const point = () => voting.pointed.set({ cardId, on: 'list' })
  const leave = () => voting.pointed.update((now) => (now?.cardId === cardId && now.on === 'list' ? null : now))
  return (
    // Where pointer and focus are shows on the canvas too; what can be pressed are the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={row}
      className="ballot-row"
      data-voted={dots > 0 || undefined}
      data-pointed={pointedOn === 'canvas' || undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={() => {
        onFocus()
        point()
      }}
      onBlur={leave}
    >
      <div className="ballot-row__what">
        <p className="ballot-row__title">{title}</p>
        <p className="ballot-row__stage">{isOwn ? words.ownCard : stage}</p>
      </div>
      {canVote && <DotStepper title={title} dots={dots} cap={cap} closed={isOwn} tabbable={isStop} onAct={onAct} />}
      {problem !== null && (
        <p className="ballot-row__problem">
          <WarningIcon size={14} />
          {problem}
        </p>
      )}
    </li>
  )
}

function pointedAt(pointed: { readonly cardId: string; readonly on: string } | null, cardId: string): string | null {
  return pointed?.cardId === cardId ? pointed.on : null
}
