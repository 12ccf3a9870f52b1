import { useContext, useMemo } from 'react'
import { useEditor } from 'tldraw'
import { type Canvas, CanvasContext } from './CanvasContext.ts'

/** For components inside <Tldraw>. */
export function useCanvas(): Canvas {
  const editor = useEditor()
  const context = useContext(CanvasContext)
  if (!context) throw new Error('useCanvas outside of the canvas')
  return useMemo(() => ({ ...context, editor }), [context, editor])
}
