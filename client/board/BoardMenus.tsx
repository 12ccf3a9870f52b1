// What tldraw shows beside the canvas, as this board wants it: its context menu with our entries, its style panel for
// drawings only.
import {
  DefaultContextMenu,
  DefaultStylePanel,
  ReorderMenuSubmenu,
  type TLUiContextMenuProps,
  TldrawUiMenuActionItem,
  TldrawUiMenuGroup,
  useEditor,
  useValue,
} from 'tldraw'
import { isJourneyShapeType } from './shapes/journeyShapes.ts'

export function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <ContextMenuEntries />
    </DefaultContextMenu>
  )
}

function ContextMenuEntries() {
  const editor = useEditor()
  const selected = useValue('selected kinds', () => kindOfSelection(editor), [editor])
  return (
    <>
      {selected !== 'nothing' && selected !== 'structure' && (
        <TldrawUiMenuGroup id="clipboard">
          <TldrawUiMenuActionItem actionId="cut" />
          <TldrawUiMenuActionItem actionId="copy" />
          <TldrawUiMenuActionItem actionId="paste" />
          <TldrawUiMenuActionItem actionId="duplicate" />
        </TldrawUiMenuGroup>
      )}
      {selected === 'nothing' && (
        <TldrawUiMenuGroup id="canvas">
          <TldrawUiMenuActionItem actionId="paste" />
          <TldrawUiMenuActionItem actionId="select-all" />
          <TldrawUiMenuActionItem actionId="zoom-to-fit" />
        </TldrawUiMenuGroup>
      )}
      {selected === 'drawings' && (
        <TldrawUiMenuGroup id="drawings">
          <TldrawUiMenuActionItem actionId="group" />
          <TldrawUiMenuActionItem actionId="ungroup" />
          <TldrawUiMenuActionItem actionId="toggle-lock" />
          <ReorderMenuSubmenu />
        </TldrawUiMenuGroup>
      )}
      {selected !== 'nothing' && (
        <TldrawUiMenuGroup id="delete">
          <TldrawUiMenuActionItem actionId="delete" />
        </TldrawUiMenuGroup>
      )}
    </>
  )
}

type SelectionKind = 'nothing' | 'cards' | 'drawings' | 'structure'

function kindOfSelection(editor: ReturnType<typeof useEditor>): SelectionKind {
  const types = editor.getSelectedShapes().map(({ type }): string => type)
  if (types.length === 0) return 'nothing'
  if (types.every((type) => !isJourneyShapeType(type))) return 'drawings'
  return types.some((type) => type === 'card') ? 'cards' : 'structure'
}

const drawingTools = new Set(['draw', 'arrow', 'line', 'geo', 'text', 'highlight', 'frame'])

/** Colours and strokes of drawings. Cards have no styles: their look says what they are. */
export function BoardStylePanel() {
  const editor = useEditor()
  const isShown = useValue(
    'style panel',
    () => drawingTools.has(editor.getCurrentToolId()) || kindOfSelection(editor) === 'drawings',
    [editor],
  )
  return isShown ? <DefaultStylePanel /> : null
}
