// At a header that this person may not change although they may write. Viewers see none: nothing is theirs to change.
import './headers.css'
import { useValue } from 'tldraw'
import { canvasWords } from '../../ui/canvasWords.ts'
import { LockIcon } from '../../ui/icons.tsx'
import { useBoardSession } from '../BoardSessionContext.tsx'

export function LockBadge() {
  const session = useBoardSession()
  const isShown = useValue('may write', () => session.canWrite.get(), [session])
  if (!isShown) return null
  return (
    <span className="lock-badge" title={canvasWords.map.locked}>
      <LockIcon size={12} />
    </span>
  )
}
