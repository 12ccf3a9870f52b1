// Everything that can be done to a lane, as a menu at a button.
import type { ReactElement } from 'react'
import type { JourneyId, LaneId } from '../../../../shared/journey/ids.ts'
import { type LaneKind, laneKindDefinitions, laneKinds } from '../../../../shared/journey/lanes.ts'
import { lanesOf } from '../../../../shared/journey/readBoardParts.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { Menu, MenuChoice, MenuItem, MenuLine, SubMenu } from '../../../ui/Menu.tsx'
import { useCanvas } from '../../useCanvas.ts'
import { DeleteItem } from '../DeleteItem.tsx'
import { writeIn } from '../text/writeIn.ts'
import { changeLaneKind, insertLane, lanePosition, moveLane } from './laneEdits.ts'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'

export function LaneMenu({ id, trigger }: { id: LaneId; trigger: ReactElement }) {
  return (
    <KeepFromCanvas>
      <Menu trigger={trigger} align="start">
        <LaneMenuItems id={id} />
      </Menu>
    </KeepFromCanvas>
  )
}

/** Mounted only while the menu is open, so it reads the board as it is then. */
function LaneMenuItems({ id }: { id: LaneId }) {
  const { session, editor } = useCanvas()
  const position = lanePosition(session, id)
  if (!position) return null
  const { lane, at, of } = position
  const insert = (side: 'above' | 'below') => (kind: LaneKind) => {
    const made = insertLane(session, { journeyId: lane.journeyId, beside: id, side }, kind)
    if (made !== null) writeIn(editor, made)
  }
  return (
    <>
      <MenuItem onSelect={() => writeIn(editor, id)} shortcut="Enter">
        {canvasWords.lane.rename}
      </MenuItem>
      <SubMenu label={canvasWords.lane.kind}>
        <MenuChoice
          label={canvasWords.lane.kind}
          value={lane.kind}
          options={laneKinds.map((value) => ({ value, label: laneKindDefinitions[value].label }))}
          onValue={(kind) => changeLaneKind(session, id, kind)}
        />
      </SubMenu>
      <MenuLine />
      <SubMenu label={canvasWords.lane.insertAbove}>
        <LaneKindItems journeyId={lane.journeyId} onKind={insert('above')} />
      </SubMenu>
      <SubMenu label={canvasWords.lane.insertBelow}>
        <LaneKindItems journeyId={lane.journeyId} onKind={insert('below')} />
      </SubMenu>
      <MenuLine />
      {at > 0 && <MenuItem onSelect={() => moveLane(session, id, -1)}>{canvasWords.lane.moveUp}</MenuItem>}
      {at < of.length - 1 && <MenuItem onSelect={() => moveLane(session, id, 1)}>{canvasWords.lane.moveDown}</MenuItem>}
      <MenuLine />
      <DeleteItem id={id} label={canvasWords.lane.delete} />
    </>
  )
}

interface LaneKindItemsProps {
  journeyId: JourneyId
  onKind: (kind: LaneKind) => void
}

/** The kinds a new lane can have. A second curve would show the same feelings again. */
export function LaneKindItems({ journeyId, onKind }: LaneKindItemsProps) {
  const { session } = useCanvas()
  const hasEmotion = lanesOf(session.model.board, journeyId).some(({ kind }) => kind === 'emotion')
  const offered = laneKinds.filter((kind) => kind !== 'emotion' || !hasEmotion)
  return offered.map((kind) => (
    <MenuItem key={kind} onSelect={() => onKind(kind)}>
      {laneKindDefinitions[kind].label}
    </MenuItem>
  ))
}
