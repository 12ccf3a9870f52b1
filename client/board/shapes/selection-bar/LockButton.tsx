// Facilitators lock and unlock what is selected; nobody else sees the button.
import { useValue } from 'tldraw'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { rightsWords } from '../../../ui/rightsWords.ts'
import { LockIcon } from '../../../ui/icons.tsx'
import { useCanvas } from '../../useCanvas.ts'
import { areLocked, lockCards } from '../../rights/lockCards.ts'
import { BarButton } from './BarButton.tsx'

export function LockButton({ ids }: { ids: readonly CardId[] }) {
  const { session } = useCanvas()
  const isFacilitator = useValue('is facilitator', () => session.connection.room.role.get() === 'facilitator', [
    session,
  ])
  const isLocked = useValue('are locked', () => areLocked(session, ids), [session, ids])
  if (!isFacilitator) return null
  return (
    <BarButton
      icon={<LockIcon size={14} />}
      aria-keyshortcuts="Control+Shift+L"
      onClick={() => void lockCards(session, ids, !isLocked)}
    >
      {isLocked ? rightsWords.unlock : rightsWords.lock}
    </BarButton>
  )
}
