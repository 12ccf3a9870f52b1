// Goes back to a snapshot and offers the way forward again. The offer outlives the panel it came from.
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { historyWords as words } from '../../ui/historyWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { History } from './History.ts'
import { labelOf } from './snapshotTime.ts'

/** false: nothing was changed, and the reason has been shown. */
export async function restoreWithUndo(history: History, snapshot: SnapshotInfo): Promise<boolean> {
  const restored = await history.restore(snapshot.sid)
  if (!restored.ok) {
    showToast(restored.failure.sentence, { tone: 'warn' })
    return false
  }
  showToast(words.restored(labelOf(snapshot)), {
    action: { label: words.undo, run: () => void undo(history, restored.value.sid) },
  })
  return true
}

async function undo(history: History, sid: number): Promise<void> {
  const undone = await history.restore(sid)
  if (undone.ok) showToast(words.undone)
  else showToast(undone.failure.sentence, { tone: 'warn' })
}
