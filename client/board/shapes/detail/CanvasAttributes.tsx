// Sets attributes on the canvas that many shapes share, from outside React: level of detail, the hovered card. With 3,000
// cards mounted, one attribute is cheaper than 3,000 subscriptions.
import { useRef } from 'react'
import { type Editor, type TLShapeId, useEditor, useQuickReactor } from 'tldraw'
import { mayTouch } from '../../binding/allowedChanges.ts'
import type { BoardSession } from '../../BoardSession.ts'
import { useBoardSession } from '../../BoardSessionContext.tsx'
import { detailLevel } from './levelOfDetail.ts'

export function CanvasAttributes() {
  const editor = useEditor()
  const session = useBoardSession()
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
      if (element && id !== null && liftsOnHover(editor, session, id))
        Object.assign(element.dataset, { hovered: '', lifts: '' })
      hovered.current = element
    },
    [editor, session],
  )
  return null
}

/** Cards rise to the hand that may take them; headers show what belongs to them. */
function liftsOnHover(editor: Editor, { rules }: BoardSession, id: TLShapeId): boolean {
  const shape = editor.getShape(id)
  return shape !== undefined && (shape.type !== ('card' as string) || mayTouch(shape, rules))
}

/** The element tldraw draws a shape into; null while it is not mounted. */
export function shapeElement(container: HTMLElement, id: TLShapeId): HTMLElement | null {
  return container.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${CSS.escape(id)}"]`)
}
