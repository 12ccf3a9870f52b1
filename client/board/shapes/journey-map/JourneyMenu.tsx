// Everything that can be done to a journey as a whole, as a menu at a button.
import type { ReactElement } from 'react'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { Menu, MenuItem, MenuLine } from '../../../ui/Menu.tsx'
import { useCanvas } from '../../useCanvas.ts'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'
import { addJourney, askToDeleteJourney, copyAsToBe } from './secondJourney.ts'

/** For those who may change the structure. */
export function JourneyMenu({ id, trigger }: { id: JourneyId; trigger: ReactElement }) {
  const canvas = useCanvas()
  return (
    <KeepFromCanvas>
      <Menu trigger={trigger} align="end">
        <MenuItem onSelect={() => copyAsToBe(canvas, id)}>{canvasWords.map.copyAsToBe}</MenuItem>
        <MenuItem onSelect={() => addJourney(canvas)}>{canvasWords.map.add}</MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={() => askToDeleteJourney(canvas, id)}>
          {canvasWords.map.delete}
        </MenuItem>
      </Menu>
    </KeepFromCanvas>
  )
}
