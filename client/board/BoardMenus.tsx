// What tldraw shows beside the canvas, as this board wants it: its context menu with our entries, its style panel for
// drawings only.
import {
  DefaultContextMenu,
  DefaultStylePanel,
  ReorderMenuSubmenu,
  type TLUiContextMenuProps,
  TldrawUiMenuActionItem,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
} from 'tldraw'
import { exportWords as words } from '../ui/exportWords.ts'
import { mayTouch } from './binding/allowedChanges.ts'
import { isJourneyShapeType, type JourneyShape } from './shapes/journeyShapes.ts'
import { mayAddAny, whoTakesNewCards } from './tools/addCards.ts'
import { boardToolsOf } from './tools/BoardTools.ts'
import { drawingTools } from './tools/drawingTools.ts'

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
  const { mayDelete, mayCopy, mayPaste, mayDraw } = useValue('rights on them', () => rightsOfSelection(editor), [
    editor,
  ])
  const canTake = useValue(
    'something to export',
    () => (boardToolsOf(editor)?.canvas.session.selected.get().length ?? 0) > 0,
    [editor],
  )
  return (
    <>
      {selected !== 'nothing' && selected !== 'structure' && (
        <TldrawUiMenuGroup id="clipboard">
          {mayDelete && <TldrawUiMenuActionItem actionId="cut" />}
          <TldrawUiMenuActionItem actionId="copy" />
          {mayPaste && <TldrawUiMenuActionItem actionId="paste" />}
          {mayCopy && <TldrawUiMenuActionItem actionId="duplicate" />}
        </TldrawUiMenuGroup>
      )}
      {selected === 'nothing' && (
        <TldrawUiMenuGroup id="canvas">
          {mayPaste && <TldrawUiMenuActionItem actionId="paste" />}
          <TldrawUiMenuActionItem actionId="select-all" />
          <TldrawUiMenuActionItem actionId="zoom-to-fit" />
        </TldrawUiMenuGroup>
      )}
      {selected === 'drawings' && mayDraw && (
        <TldrawUiMenuGroup id="drawings">
          <TldrawUiMenuActionItem actionId="group" />
          <TldrawUiMenuActionItem actionId="ungroup" />
          <TldrawUiMenuActionItem actionId="toggle-lock" />
          <ReorderMenuSubmenu />
        </TldrawUiMenuGroup>
      )}
      {canTake && (
        <TldrawUiMenuGroup id="export">
          <TldrawUiMenuItem
            id="export-selection"
            label={words.ofSelection}
            readonlyOk
            onSelect={() => {
              boardToolsOf(editor)?.canvas.session.takesSelection.set(true)
            }}
          />
        </TldrawUiMenuGroup>
      )}
      {selected !== 'nothing' && mayDelete && (
        <TldrawUiMenuGroup id="delete">
          <TldrawUiMenuActionItem actionId="delete" />
        </TldrawUiMenuGroup>
      )}
    </>
  )
}

interface SelectionRights {
  readonly mayDelete: boolean
  /** Duplicate: more of the same kinds. */
  readonly mayCopy: boolean
  readonly mayPaste: boolean
  readonly mayDraw: boolean
}

/** Of several, some being allowed is enough: the others stay as they are. */
function rightsOfSelection(editor: ReturnType<typeof useEditor>): SelectionRights {
  const session = boardToolsOf(editor)?.canvas.session
  if (!session) return { mayDelete: false, mayCopy: false, mayPaste: false, mayDraw: false }
  const { mayDraw } = session.rules
  const shapes = editor.getSelectedShapes() as unknown as (JourneyShape | { readonly type: 'drawing' })[]
  const mayCopy = shapes.some((shape) =>
    shape.type === 'card' ? whoTakesNewCards(session, shape.props) !== null : mayDraw,
  )
  return {
    mayDelete: editor.getSelectedShapes().some((shape) => mayTouch(shape, session.rules)),
    mayCopy,
    mayPaste: mayDraw || mayAddAny(session),
    mayDraw,
  }
}

type SelectionKind = 'nothing' | 'cards' | 'drawings' | 'structure'

function kindOfSelection(editor: ReturnType<typeof useEditor>): SelectionKind {
  const types = editor.getSelectedShapes().map(({ type }): string => type)
  if (types.length === 0) return 'nothing'
  if (types.every((type) => !isJourneyShapeType(type))) return 'drawings'
  return types.some((type) => type === 'card') ? 'cards' : 'structure'
}

/** Colours and strokes of drawings. Cards have no styles: their look says what they are. */
export function BoardStylePanel() {
  const editor = useEditor()
  const isShown = useValue(
    'style panel',
    () =>
      rightsOfSelection(editor).mayDraw &&
      ((drawingTools.has(editor.getCurrentToolId()) && editor.getCurrentToolId() !== 'eraser') ||
        kindOfSelection(editor) === 'drawings'),
    [editor],
  )
  return isShown ? <DefaultStylePanel /> : null
}
