// One candidate of the ballot. Draws again when its own dots change, not when others' do.
import { useValue } from '@tldraw/state-react'
import { useEffect, useRef } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { MinusIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { Dots } from './Dots.tsx'
import type { BallotCard } from './useCandidates.ts'

export type BallotAction = 'add' | 'take'

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
      {canVote && (
        <div className="ballot-row__dots">
          <DotButton action="take" title={title} dots={dots} off={dots === 0} tabbable={isStop} onAct={onAct} />
          <Dots filled={dots} of={cap} size={12} />
          {cap > 6 && <b className="tabular">{dots}</b>}
          <DotButton action="add" title={title} dots={dots} off={isOwn} tabbable={isStop} onAct={onAct} />
        </div>
      )}
      {problem !== null && (
        <p className="ballot-row__problem">
          <WarningIcon size={14} />
          {problem}
        </p>
      )}
    </li>
  )
}

interface DotButtonProps {
  action: BallotAction
  title: string
  dots: number
  /** Drawn faint; pressing it is still answered with a sentence. */
  off: boolean
  tabbable: boolean
  onAct: (action: BallotAction) => void
}

function DotButton({ action, title, dots, off, tabbable, onAct }: DotButtonProps) {
  const Drawing = action === 'add' ? PlusIcon : MinusIcon
  const name = action === 'add' ? words.add(title) : words.take(title)
  return (
    <button
      type="button"
      className="dot-button"
      data-action={action}
      tabIndex={tabbable ? 0 : -1}
      aria-disabled={off || undefined}
      aria-label={`${name}, ${words.on(dots)}`}
      title={name}
      onClick={() => onAct(action)}
    >
      <Drawing />
    </button>
  )
}

function pointedAt(pointed: { readonly cardId: string; readonly on: string } | null, cardId: string): string | null {
  return pointed?.cardId === cardId ? pointed.on : null
}
