// Zoom and undo, bottom left.
import './zoom-bar.css'
import { useValue } from 'tldraw'
import { boardWords } from '../../ui/boardWords.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { MinusIcon, PlusIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { firstJourney, fitWidth, showAll } from '../camera.ts'
import { redo, undo } from '../undo/undoCommands.ts'
import { useCanvas } from '../useCanvas.ts'
import { RedoIcon, UndoIcon } from './toolIcons.tsx'

const words = boardWords.zoom

export function ZoomBar() {
  const canvas = useCanvas()
  const { editor, binding, session } = canvas
  // Whole percent: the number changes less often than the camera.
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  // Own feelings are undone too, on a map where nothing else may be changed.
  const mayUndo = useValue('may undo', () => !editor.getIsReadonly() || session.rules.mayFeel, [editor, session])
  const canUndo = useValue('can undo', () => session.undo.canUndo.get(), [session])
  const canRedo = useValue('can redo', () => session.undo.canRedo.get(), [session])
  const animation = { animation: { duration: editor.user.getAnimationSpeed() * 160 } }
  const showWidth = () => {
    const map = firstJourney(binding.view.get().layout)
    if (map) fitWidth(editor, map)
  }
  return (
    <div className="zoom-bar" data-part="zoom">
      <div className="zoom-bar__group" role="group" aria-label={words.label}>
        <IconButton
          label={words.out}
          icon={MinusIcon}
          tooltipSide="top"
          onClick={() => editor.zoomOut(undefined, animation)}
        />
        <Menu
          align="start"
          trigger={
            <button type="button" className="zoom-bar__percent tabular" aria-label={words.menu(percent)}>
              {percent} %
            </button>
          }
        >
          <MenuItem shortcut="Shift 1" onSelect={() => showAll(editor)}>
            {words.all}
          </MenuItem>
          <MenuItem onSelect={showWidth}>{words.width}</MenuItem>
          <MenuItem shortcut="Shift 2" onSelect={() => editor.zoomToSelection(animation)}>
            {words.selection}
          </MenuItem>
          <MenuItem shortcut="Shift 0" onSelect={() => editor.resetZoom(undefined, animation)}>
            {words.full}
          </MenuItem>
        </Menu>
        <IconButton
          label={words.in}
          icon={PlusIcon}
          tooltipSide="top"
          onClick={() => editor.zoomIn(undefined, animation)}
        />
      </div>
      {mayUndo && (
        <div className="zoom-bar__group zoom-bar__history">
          <IconButton
            label={words.undo}
            shortcut="Ctrl Z"
            icon={UndoIcon}
            tooltipSide="top"
            disabled={!canUndo}
            onClick={() => undo(canvas)}
          />
          <IconButton
            label={words.redo}
            shortcut="Ctrl Shift Z"
            icon={RedoIcon}
            tooltipSide="top"
            disabled={!canRedo}
            onClick={() => redo(canvas)}
          />
        </div>
      )}
    </div>
  )
}
