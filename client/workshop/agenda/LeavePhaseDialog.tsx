// Asked before a phase ends whose notes are hidden still, and before the agenda ends: there the room says when it looks
// at the actions again.
import './phase-controls.css'
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { ReviewDateField } from '../ReviewDateField.tsx'
import type { PhaseMoves } from './usePhaseMoves.ts'

const words = agendaWords.leave

export function LeavePhaseDialog({ moves }: { moves: PhaseMoves }) {
  const { asked, answer } = moves
  if (!asked) return null
  const { question, move } = asked
  const stay = () => answer(null)
  if (question.asks === 'end')
    return (
      <Dialog open onOpenChange={stay} title={words.endHeading} width={440}>
        <p className="leave-phase__note">{words.endNote}</p>
        <NextReview />
        <div className="dialog__buttons">
          <Button onClick={stay}>{words.stay}</Button>
          <Button look="primary" onClick={() => answer({ reveal: true })}>
            {words.end}
          </Button>
        </div>
      </Dialog>
    )
  const { notes, phase } = question
  const isEnd = move.to === 'stop'
  return (
    <Dialog open onOpenChange={stay} title={words.hiddenHeading(notes)} width={480}>
      <p>{words.hiddenNote(phase.name)}</p>
      <p>{words.hiddenKept}</p>
      <div className="leave-phase">
        <Button look="primary" onClick={() => answer({ reveal: true })}>
          {isEnd ? words.revealEnd(notes) : words.reveal(notes)}
        </Button>
        <Button onClick={() => answer({ reveal: false })}>{isEnd ? words.withoutEnd : words.without}</Button>
        <Button look="quiet" onClick={stay}>
          {words.stay}
        </Button>
      </div>
    </Dialog>
  )
}

/** Saved at once, whatever the answer to the question is: a day that was agreed is agreed. */
function NextReview() {
  const { connection, workshop } = useBoardSession()
  const { reviewDate = null } = useValue(connection.workshop)
  return <ReviewDateField workshop={workshop} date={reviewDate} />
}
