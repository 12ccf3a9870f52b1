// Everybody's work goes: asked with numbers, and with the way back.
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { useBoardBeside } from '../../board/useWatchedBoard.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { words } from '../../ui/words.ts'
import { countDrawings } from './countDrawings.ts'

interface ReplaceQuestionProps {
  busy: boolean
  onBack: () => void
  onReplace: () => void
}

export function ReplaceQuestion({ busy, onBack, onReplace }: ReplaceQuestionProps) {
  const { doc } = useBoardSession()
  // Others go on working while somebody reads the question.
  const { journeys, cards } = useBoardBeside(doc).board
  return (
    <Dialog
      open
      onOpenChange={onBack}
      title={words.files.replaceHeading}
      description={words.files.replaceGoes(journeys.size, cards.size, countDrawings(doc))}
      width={440}
      footer={
        <>
          <Button onClick={onBack}>{words.files.back}</Button>
          <Button look="danger" busy={busy} onClick={onReplace}>
            {busy ? words.files.importing : words.files.replaceIt}
          </Button>
        </>
      }
    >
      <p>{words.files.replaceBack}</p>
    </Dialog>
  )
}
