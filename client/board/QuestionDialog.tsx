import { useValue } from 'tldraw'
import { boardWords } from '../ui/boardWords.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from '../ui/words.ts'
import { questions } from './questions.ts'

/** Asks before a stage, a lane or a journey goes with its cards. */
export function QuestionDialog() {
  const question = useValue('question', () => questions.current.get(), [])
  if (!question) return null
  const { title, note, onYes } = question
  const answer = (run: () => void) => () => {
    questions.close()
    run()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && questions.close()}
      title={title}
      width={420}
      footer={
        <>
          <Button onClick={answer(() => undefined)}>{words.common.cancel}</Button>
          <Button look="danger" onClick={answer(onYes)}>
            {boardWords.ask.confirm}
          </Button>
        </>
      }
    >
      <p>{note}</p>
    </Dialog>
  )
}
