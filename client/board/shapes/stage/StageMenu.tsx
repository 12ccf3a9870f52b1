// Everything that can be done to a stage, as a menu at a button.
import type { ReactElement } from 'react'
import type { StageId } from '../../../../shared/journey/ids.ts'
import { MAX_COLUMNS } from '../../../../shared/journey/schema.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { Menu, MenuItem, MenuLine } from '../../../ui/Menu.tsx'
import { useCanvas } from '../../useCanvas.ts'
import { DeleteItem } from '../DeleteItem.tsx'
import { writeIn } from '../text/writeIn.ts'
import { insertStage, moveStage, stagePosition, widenStage } from './stageEdits.ts'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'

export function StageMenu({ id, trigger }: { id: StageId; trigger: ReactElement }) {
  return (
    <KeepFromCanvas>
      <Menu trigger={trigger} align="end">
        <StageMenuItems id={id} />
      </Menu>
    </KeepFromCanvas>
  )
}

/** Mounted only while the menu is open, so it reads the board as it is then. */
function StageMenuItems({ id }: { id: StageId }) {
  const { session, editor } = useCanvas()
  const position = stagePosition(session, id)
  if (!position) return null
  const { stage, at, of } = position
  const insert = (side: 'before' | 'after') => {
    const made = insertStage(session, stage.journeyId, id, side)
    if (made !== null) writeIn(editor, made)
  }
  return (
    <>
      <MenuItem onSelect={() => writeIn(editor, id)} shortcut="Enter">
        {canvasWords.stage.rename}
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => insert('before')}>{canvasWords.stage.insertBefore}</MenuItem>
      <MenuItem onSelect={() => insert('after')}>{canvasWords.stage.insertAfter}</MenuItem>
      <MenuLine />
      {stage.columns < MAX_COLUMNS && (
        <MenuItem onSelect={() => widenStage(session, id, 1)}>{canvasWords.stage.wider}</MenuItem>
      )}
      {stage.columns > 1 && (
        <MenuItem onSelect={() => widenStage(session, id, -1)}>{canvasWords.stage.narrower}</MenuItem>
      )}
      {at > 0 && <MenuItem onSelect={() => moveStage(session, id, -1)}>{canvasWords.stage.moveLeft}</MenuItem>}
      {at < of.length - 1 && (
        <MenuItem onSelect={() => moveStage(session, id, 1)}>{canvasWords.stage.moveRight}</MenuItem>
      )}
      <MenuLine />
      <DeleteItem id={id} label={canvasWords.stage.delete} />
    </>
  )
}
