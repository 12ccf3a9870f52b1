import { useValue } from 'tldraw'
import { boardWords } from '../ui/boardWords.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from '../ui/words.ts'
import { questions } from './questions.ts'

/** Asks before a stage or lane goes with its cards. */
export function QuestionDialog() {
  const question = useValue('question', () => questions.current.get(), [])
  if (!question) return null
  const { type, name, cards, onYes } = question
  const { title, titleLane, note, confirm } = boardWords.deleteStage
  const answer = (run: () => void) => () => {
    questions.close()
    run()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && questions.close()}
      title={type === 'stage' ? title(name) : titleLane(name)}
      width={420}
      footer={
        <>
          <Button onClick={answer(() => undefined)}>{words.common.cancel}</Button>
          <Button look="danger" onClick={answer(onYes)}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{note(cards)}</p>
    </Dialog>
  )
}
