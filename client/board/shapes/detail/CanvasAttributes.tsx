// Sets attributes on the canvas that many shapes share, from outside React: level of detail, the hovered card, cards
// whose change is not on the server's disk yet. With
// 3,000 cards mounted, one attribute is cheaper than 3,000 subscriptions.
import { useRef } from 'react'
import { type TLShapeId, useEditor, useQuickReactor } from 'tldraw'
import { useBoardSession } from '../../BoardSessionContext.tsx'
import { shapeIdOf } from '../journeyShapes.ts'
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
      if (element) Object.assign(element.dataset, { hovered: '', lifts: '' })
      hovered.current = element
    },
    [editor],
  )
  const late = useRef(new Set<HTMLElement>())
  useQuickReactor(
    'shapes not saved yet',
    () => {
      const ids = session.connection.lateRecordIds.get()
      const container = editor.getContainer()
      const now = new Set([...ids].flatMap((id) => shapeElement(container, shapeIdOf(id)) ?? []))
      for (const element of late.current) if (!now.has(element)) delete element.dataset['late']
      for (const element of now) element.dataset['late'] = ''
      late.current = now
    },
    [editor, session],
  )
  return null
}

/** The element tldraw draws a shape into; null while it is not mounted. */
export function shapeElement(container: HTMLElement, id: TLShapeId): HTMLElement | null {
  return container.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${CSS.escape(id)}"]`)
}
