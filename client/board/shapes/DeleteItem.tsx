// The last line in the menu of a stage or a lane.
import { MenuItem } from '../../ui/Menu.tsx'
import { deleteSelection } from '../deleteSelection.ts'
import { useCanvas } from '../useCanvas.ts'
import { shapeIdOf } from './journeyShapes.ts'

export function DeleteItem({ id, label }: { id: string; label: string }) {
  const canvas = useCanvas()
  return (
    <MenuItem
      danger
      onSelect={() => {
        // With cards in it the question comes first, as with the key.
        canvas.editor.select(shapeIdOf(id))
        deleteSelection(canvas)
      }}
    >
      {label}
    </MenuItem>
  )
}
