// The box of an action: pressed, the action is done or open again.
import { useValue } from 'tldraw'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { useBoardSession } from '../../BoardSessionContext.tsx'
import { mayWriteIn } from '../text/writingGrace.ts'

export function ActionCheck({ id, done }: { id: CardId | null; done: boolean }) {
  const session = useBoardSession()
  const mayChange = useValue('may change', () => id !== null && mayWriteIn(session, { root: 'cards', id }), [
    session,
    id,
  ])
  if (id === null || !mayChange) return <Box done={done} />
  const label = done ? canvasWords.card.markOpen : canvasWords.card.markDone
  return (
    <button
      type="button"
      className="board-card__check"
      aria-label={label}
      title={label}
      // By keyboard it is a button in the card's bar.
      tabIndex={-1}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() =>
        session.undo.step(() =>
          setField(session.cards.targetOf('cards', id), 'cards', id, 'status', done ? 'open' : 'done'),
        )
      }
    >
      <Box done={done} />
    </button>
  )
}

function Box({ done }: { done: boolean }) {
  return (
    <svg className="board-card__icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="2" y="2" width="12" height="12" rx="2" />
      {done && <path d="m5 8.2 2.2 2.2L11.2 6" />}
    </svg>
  )
}
