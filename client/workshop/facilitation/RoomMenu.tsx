// What a facilitator does with the room as a whole, in one place: bring people here, keep them, freeze, lock, hands.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { HandIcon, LeadIcon, LockIcon, SpotlightIcon, StopIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine, MenuSwitch } from '../../ui/Menu.tsx'
import { useRoomActions } from './useRoomActions.ts'

const words = facilitationWords.room

export function RoomMenu() {
  const { connection, workshop: joined } = useBoardSession()
  const { frozen, structureLocked, hands, spotlight } = useValue(connection.workshop)
  const actions = useRoomActions()
  const isKeeping = spotlight?.mode === 'keep' && spotlight.by === joined.participantId
  return (
    <Menu trigger={<IconButton className="room-menu" label={words.label} icon={LeadIcon} />}>
      <MenuItem icon={SpotlightIcon} onSelect={actions.bringEveryone}>
        {words.once}
      </MenuItem>
      {isKeeping ? (
        <MenuItem icon={StopIcon} onSelect={actions.release}>
          {words.release}
        </MenuItem>
      ) : (
        <>
          <MenuItem icon={SpotlightIcon} onSelect={() => actions.keepEveryone(false)}>
            {words.keep}
          </MenuItem>
          <MenuItem icon={LockIcon} onSelect={() => actions.keepEveryone(true)}>
            {words.hold}
          </MenuItem>
        </>
      )}
      <MenuLine />
      <MenuSwitch checked={frozen} onChecked={actions.freeze}>
        {words.freeze}
      </MenuSwitch>
      <MenuSwitch checked={structureLocked} onChecked={actions.lockStructure}>
        {words.structure}
      </MenuSwitch>
      {hands.length > 0 && (
        <>
          <MenuLine />
          <MenuItem icon={HandIcon} onSelect={() => actions.lowerHands(hands)}>
            {facilitationWords.hand.lowerAll}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
