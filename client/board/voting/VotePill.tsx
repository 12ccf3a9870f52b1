// Dots of one card. The quiet pill belongs to the map and grows with it; the large one keeps a size that can be pressed.
import { type PointerEvent, useEffect } from 'react'
import { type TLShapeId, useEditor, useValue } from 'tldraw'
import { MinusIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { Dots, MAX_SLOTS } from '../../workshop/voting/Dots.tsx'
import { titleOf } from '../shapes/card/cardTitle.ts'
import { type CardShape, shapeIdOf } from '../shapes/journeyShapes.ts'
import { useBoardTools } from '../tools/BoardTools.ts'
import { useCanvas } from '../useCanvas.ts'

interface PillProps {
  cardId: string
  cap: number
}

const words = votingWords.ballot

export function QuietPill({ cardId, cap }: PillProps) {
  const { session } = useCanvas()
  const card = useCard(shapeIdOf(cardId))
  const dots = useValue('own dots', () => session.voting.ballot.dotsOn(cardId), [session, cardId])
  if (!card) return null
  return (
    <div className="vote-pill" style={{ translate: `${card.x + card.props.w - 4}px ${card.y + card.props.h}px` }}>
      <Slots dots={dots} cap={cap} size={8} />
    </div>
  )
}

export function ActivePill({ cardId, cap }: PillProps) {
  const { session } = useCanvas()
  const { vote } = useBoardTools()
  const card = useCard(shapeIdOf(cardId))
  const dots = useValue('own dots', () => session.voting.ballot.dotsOn(cardId), [session, cardId])
  const problem = useValue('problem here', () => problemAt(vote.problem.get(), cardId), [vote, cardId])
  useEffect(
    () => () => {
      // With the look elsewhere what was said is over.
      vote.held.update((held) => (held === cardId ? null : held))
      vote.problem.update((now) => (now?.cardId === cardId ? null : now))
    },
    [vote, cardId],
  )
  if (!card) return null
  const title = titleOf(card.props)
  return (
    <div
      className="vote-pill vote-pill--active"
      style={{ translate: `${card.x + card.props.w - 2}px ${card.y + card.props.h}px` }}
      onPointerEnter={() => vote.held.set(cardId)}
      onPointerLeave={() => vote.held.set(null)}
      onPointerDown={stop}
      onPointerUp={stop}
      // tldraw takes the click away from every touch that ends on the canvas.
      onTouchEnd={stop}
      onDoubleClick={stop}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-disabled={dots === 0 || undefined}
        aria-label={words.take(title)}
        onClick={() => vote.act(cardId, 'take')}
      >
        <MinusIcon size={14} />
      </button>
      <Slots dots={dots} cap={cap} size={10} />
      <button type="button" tabIndex={-1} aria-label={words.add(title)} onClick={() => vote.act(cardId, 'add')}>
        <PlusIcon size={14} />
      </button>
      {problem !== null && (
        <p className="vote-pill__problem">
          <WarningIcon size={14} />
          {problem}
        </p>
      )}
    </div>
  )
}

function Slots({ dots, cap, size }: { dots: number; cap: number; size: number }) {
  if (cap <= MAX_SLOTS) return <Dots filled={dots} of={cap} size={size} />
  return (
    <span className="vote-pill__count tabular" aria-hidden="true">
      <Dots filled={Math.min(dots, 1)} of={1} size={size} />
      {dots}
    </span>
  )
}

/** Around the card that the list points at. */
export function PointedRing({ cardId }: { cardId: string }) {
  const card = useCard(shapeIdOf(cardId))
  if (!card) return null
  const { x, y, props } = card
  return <div className="vote-ring" style={{ translate: `${x}px ${y}px`, width: props.w, height: props.h }} />
}

/** Follows the card as it is drawn, in a hand too. Null for one that was deleted or merged. */
function useCard(id: TLShapeId): CardShape | null {
  const editor = useEditor()
  return useValue('card of a pill', () => (editor.getShape(id) as unknown as CardShape | undefined) ?? null, [
    editor,
    id,
  ])
}

function problemAt(
  problem: { readonly cardId: string; readonly message: string } | null,
  cardId: string,
): string | null {
  return problem?.cardId === cardId ? problem.message : null
}

const stop = (event: PointerEvent | { stopPropagation: () => void }) => event.stopPropagation()
