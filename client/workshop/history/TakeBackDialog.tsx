import type { KeptImport } from '../../../shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { historyWords } from '../../ui/historyWords.ts'
import { words as pageWords } from '../../ui/words.ts'

const words = historyWords.imports

interface TakeBackDialogProps {
  kept: KeptImport
  onTakeBack: () => void
  onClose: () => void
}

/** Asked first: the board changes under everybody's hands, maybe long after the import. */
export function TakeBackDialog({ kept, onTakeBack, onClose }: TakeBackDialogProps) {
  return (
    <Dialog open onOpenChange={onClose} title={words.heading} description={words.goes[kept.mode]} width={440}>
      <p>{words.stays}</p>
      <div className="dialog__buttons">
        <Button onClick={onClose}>{pageWords.common.cancel}</Button>
        <Button look="danger" onClick={onTakeBack}>
          {words.takeBack}
        </Button>
      </div>
    </Dialog>
  )
}
