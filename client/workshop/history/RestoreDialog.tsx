import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { words as pageWords } from '../../ui/words.ts'
import { labelOf } from './snapshotTime.ts'

interface RestoreDialogProps {
  snapshot: SnapshotInfo
  /** How many other people are here. */
  others: number
  onRestore: () => void
  onClose: () => void
}

/** Asked first: the board changes under everybody's hands. */
export function RestoreDialog({ snapshot, others, onRestore, onClose }: RestoreDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.restoreHeading(labelOf(snapshot))}
      description={others === 0 ? words.restoreAlone : words.restoreOthers(others)}
      width={440}
    >
      <p>{words.restoreSafe}</p>
      <div className="dialog__buttons">
        <Button onClick={onClose}>{pageWords.common.cancel}</Button>
        <Button look="danger" onClick={onRestore}>
          {words.restore}
        </Button>
      </div>
    </Dialog>
  )
}
