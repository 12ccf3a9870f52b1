// At the end of the tools: what people do with their hands in a room. There in every phase, also when nothing may be
// written.
import { useValue } from 'tldraw'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { HandIcon } from '../../ui/icons.tsx'
import { toggleHand } from '../../workshop/facilitation/toggleHand.ts'
import { useCanvas } from '../useCanvas.ts'
import { ReactMenu } from './ReactMenu.tsx'
import { ToolButton } from './ToolButton.tsx'

export function HandTools() {
  const { session } = useCanvas()
  const { room } = session.connection
  const role = useValue('role', () => room.role.get(), [room])
  const isUp = useValue('hand', () => room.workshop.get().hands.includes(session.workshop.participantId), [session])
  if (role === 'viewer') return null
  return (
    <>
      <span className="toolbar__line" />
      <span className="toolbar__large">
        <ReactMenu />
      </span>
      {role === 'participant' && (
        <ToolButton
          icon={HandIcon}
          label={isUp ? facilitationWords.hand.lower : facilitationWords.hand.raise}
          shortcut="R"
          lit={isUp}
          onClick={() => toggleHand(session)}
        />
      )}
    </>
  )
}
