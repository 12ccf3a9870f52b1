// Sets attributes on the canvas that many shapes share, from outside React: level of detail, the hovered card. With
// 3,000 cards mounted, one attribute is cheaper than 3,000 subscriptions.
import { useRef } from 'react'
import { type TLShapeId, useEditor, useQuickReactor } from 'tldraw'
import { detailLevel } from './levelOfDetail.ts'

export function CanvasAttributes() {
  const editor = useEditor()
  const hovered = useRef<HTMLElement | null>(null)
  useQuickReactor(
    'level of detail',
    () => {
      const { dataset } = editor.getContainer()
      const level = detailLevel(editor.getZoomLevel())
      if (dataset['detail'] !== level) dataset['detail'] = level
    },
    [editor],
  )
  useQuickReactor(
    'hovered shape',
    () => {
      const id = editor.isInAny('select.idle', 'select.editing_shape') ? editor.getHoveredShapeId() : null
      const element = id === null ? null : shapeElement(editor.getContainer(), id)
      if (element === hovered.current) return
      if (hovered.current) delete hovered.current.dataset['hovered']
      if (element) element.dataset['hovered'] = ''
      hovered.current = element
    },
    [editor],
  )
  return null
}

/** The element tldraw draws a shape into; null while it is not mounted. */
export function shapeElement(container: HTMLElement, id: TLShapeId): HTMLElement | null {
  return container.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${CSS.escape(id)}"]`)
}
