// Under the bar: what holds for the whole room now. Frozen, for everybody; a view that everybody is kept on, for the
// facilitator whose view it is.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { FreezeIcon, SpotlightIcon } from '../../ui/icons.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { frozenSentence } from './frozenSentence.ts'
import { useRoomActions } from './useRoomActions.ts'

const { frozen: frozenWords, spotlight: spotlightWords, room: roomWords } = facilitationWords

export function RoomStrips() {
  const { connection, workshop: joined } = useBoardSession()
  const { spotlight } = useValue(connection.workshop)
  const frozen = useValue('frozen', () => frozenSentence(connection.room), [connection])
  const leads = useValue(connection.room.role) === 'facilitator'
  const actions = useRoomActions()
  const isKeeping = spotlight?.mode === 'keep' && spotlight.by === joined.participantId
  return (
    <>
      {frozen !== null && (
        <Strip
          tone="info"
          icon={FreezeIcon}
          action={
            leads && (
              <Button size="small" onClick={() => actions.freeze(false)}>
                {frozenWords.thaw}
              </Button>
            )
          }
        >
          {frozen}
        </Strip>
      )}
      {isKeeping && (
        <Strip
          tone="info"
          icon={SpotlightIcon}
          action={
            <Button size="small" onClick={actions.release}>
              {roomWords.release}
            </Button>
          }
        >
          {spotlight.hold ? spotlightWords.holding : spotlightWords.keeping}
        </Strip>
      )}
    </>
  )
}
