// What the tools of one canvas share: what hangs on the pointer, which cell is chosen, which new cards are still empty.
import { createContext, useContext } from 'react'
import type { Editor } from 'tldraw'
import type { Canvas } from '../CanvasContext.ts'
import type { CanvasVote } from '../voting/CanvasVote.ts'
import type { DragTracker } from '../drag/DragTracker.ts'
import type { CellChoice } from './CellChoice.ts'
import type { FreshCards } from './FreshCards.ts'
import type { Placing } from './Placing.ts'

export interface BoardTools {
  readonly canvas: Canvas
  readonly drag: DragTracker
  readonly placing: Placing
  readonly cells: CellChoice
  readonly fresh: FreshCards
  readonly vote: CanvasVote
}

export const BoardToolsContext = createContext<BoardTools | null>(null)

export function useBoardTools(): BoardTools {
  const tools = useContext(BoardToolsContext)
  if (!tools) throw new Error('useBoardTools outside of the canvas')
  return tools
}

/** tldraw makes its tools (state nodes) itself and hands them only the editor. */
const toolsByEditor = new WeakMap<Editor, BoardTools>()

export function setBoardTools(editor: Editor, tools: BoardTools): void {
  toolsByEditor.set(editor, tools)
}

export function boardToolsOf(editor: Editor): BoardTools | null {
  return toolsByEditor.get(editor) ?? null
}
