// At a header that the facilitator locked, and at a locked card. Viewers see none at headers: nothing is theirs to change.
import './headers.css'
import { useValue } from 'tldraw'
import { LockIcon } from '../../ui/icons.tsx'
import { rightsWords } from '../../ui/rightsWords.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'

/** Only where somebody locked it: in a phase without changes to the structure every header would have one. */
export function LockBadge() {
  const session = useBoardSession()
  const isShown = useValue(
    'structure is locked',
    () => session.canWrite.get() && session.connection.workshop.get().structureLocked,
    [session],
  )
  return isShown ? <Badge title={rightsWords.structureLocked} /> : null
}

/** No hooks: a card has none. */
export function CardLockBadge({ by }: { by: string }) {
  return <Badge title={rightsWords.cardLocked(by)} />
}

function Badge({ title }: { title: string }) {
  return (
    <span className="lock-badge" title={title}>
      <LockIcon size={12} />
    </span>
  )
}
