// What tldraw's own actions and tools do on this board, and which of them there are. Its history is never shown: undo,
// redo and deleting go through the document.
import type { TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import type { Canvas } from './CanvasContext.ts'
import { deleteSelection } from './deleteSelection.ts'
import { duplicateSelection } from './duplicateSelection.ts'
import { isJourneyShapeType } from './shapes/journeyShapes.ts'
import { showAll } from './camera.ts'
import { boardToolsOf } from './tools/BoardTools.ts'
import { drawingTools } from './tools/drawingTools.ts'
import { redo, undo } from './undo/undoCommands.ts'

/** Embeds and bookmarks load other origins; pages, grid, focus and debug modes have no place here; the theme is the page's. */
const droppedActions = [
  'insert-embed',
  'open-embed-link',
  'convert-to-embed',
  'convert-to-bookmark',
  'edit-link',
  'toggle-focus-mode',
  'toggle-debug-mode',
  'toggle-dark-mode',
  'toggle-grid',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'print',
  'export-as-svg',
  'export-as-png',
  'export-all-as-svg',
  'export-all-as-png',
  'copy-as-svg',
  'copy-as-png',
  'flatten-to-image',
  'open-kbd-shortcuts',
  'open-cursor-chat',
  'video-replace',
] as const

/** Those that would move or cover cards: they work on drawings and leave the map alone. */
const drawingActions = [
  'group',
  'toggle-lock',
  'rotate-cw',
  'rotate-ccw',
  'flip-horizontal',
  'flip-vertical',
  'enlarge-shapes',
  'shrink-shapes',
] as const

const droppedTools = ['embed', 'asset', 'note'] as const

/** Keys of drawing tools. T, A, Q, N and R belong to cards and to raising a hand. */
const toolKeys: Readonly<Record<string, string>> = {
  select: 'v',
  hand: 'h',
  arrow: 'w',
  draw: 'd',
  text: '!t',
  eraser: 'e',
  frame: 'f',
  line: '!l',
  laser: 'l',
  highlight: '!d',
}

/** Whether the key takes a drawing tool into the hand. `key` as the browser says it. */
export function isDrawingKey(key: string, withShift: boolean): boolean {
  const kbd = `${withShift ? '!' : ''}${key.toLowerCase()}`
  return Object.entries(toolKeys).some(([tool, own]) => own === kbd && drawingTools.has(tool))
}

export const boardOverrides: TLUiOverrides = {
  actions(editor, actions) {
    // The canvas is there by the time anybody can choose an action.
    const withCanvas = (run: (canvas: Canvas) => void) => () => {
      const canvas = boardToolsOf(editor)?.canvas
      if (canvas) run(canvas)
    }
    const kept: TLUiActionsContextType = { ...actions }
    for (const id of droppedActions) delete kept[id]
    const replace = (id: string, onSelect: () => void): void => {
      const action = kept[id]
      if (action) kept[id] = { ...action, onSelect }
    }
    replace('undo', withCanvas(undo))
    replace('redo', withCanvas(redo))
    replace('delete', withCanvas(deleteSelection))
    const duplicate = kept['duplicate']
    replace(
      'duplicate',
      withCanvas((canvas) => duplicateSelection(canvas, () => void duplicate?.onSelect('unknown'))),
    )
    replace('zoom-to-fit', () => showAll(editor))
    for (const id of drawingActions) {
      const action = kept[id]
      if (!action) continue
      kept[id] = {
        ...action,
        onSelect: (source) => {
          const hasCards = editor.getSelectedShapes().some((shape) => isJourneyShapeType(shape.type))
          return hasCards ? undefined : action.onSelect(source)
        },
      }
    }
    return kept
  },
  tools(_editor, tools) {
    const kept: TLUiToolsContextType = {}
    for (const [id, tool] of Object.entries(tools)) {
      if ((droppedTools as readonly string[]).includes(id)) continue
      const { kbd: _kbd, ...rest } = tool
      const key = toolKeys[id]
      kept[id] = key === undefined ? rest : { ...rest, kbd: key }
    }
    return kept
  },
}
