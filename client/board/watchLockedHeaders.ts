// A header that nobody but the facilitator may change does nothing when it is dragged, double-clicked or deleted. Notices
// the attempt, so that it can be said why.
import type { Canvas } from './CanvasContext.ts'
import { isTranslating } from './tldrawSeam.tsx'

type Happened = Pick<Parameters<Canvas['editor']['dispatch']>[0], 'type' | 'name'> & {
  readonly phase?: string
  readonly key?: string
}

/** Keys that write in or delete what is selected. */
const CHANGING_KEYS: ReadonlySet<string | undefined> = new Set(['Enter', 'Delete', 'Backspace'])

/** `tell` is called at each attempt, once per drag. Viewers try nothing: their whole board is not for changing. */
export function watchLockedHeaders({ editor, session }: Canvas, tell: () => void): () => void {
  let isTold = false
  const onEvent = (info: Happened): void => {
    if (info.name === 'pointer_down') isTold = false
    if (session.canShape.get() || !session.canWrite.get()) return
    const isDrag = info.name === 'pointer_move' && !isTold && isTranslating(editor)
    const isKey = info.name === 'key_down' && CHANGING_KEYS.has(info.key) && editor.isIn('select.idle')
    const isDoubleClick = info.name === 'double_click' && info.phase === 'up'
    if (((isDrag || isKey) && isHeader(editor.getOnlySelectedShape())) || (isDoubleClick && isHeaderAtPointer())) {
      isTold = true
      tell()
    }
  }
  const isHeaderAtPointer = (): boolean => {
    const { x, y } = editor.inputs.currentPagePoint
    return Boolean(editor.getShapeAtPoint({ x, y }, { hitInside: true, filter: isHeader }))
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
  }
}

function isHeader(shape: { readonly type: string } | null): boolean {
  return shape?.type === 'stage' || shape?.type === 'lane'
}
