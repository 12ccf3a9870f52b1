// Outlines of what is selected or, for drawings, hovered. tldraw mounts one hidden outline per shape; with thousands of
// cards that is thousands of idle nodes, so only the shown ones are mounted here. Cards lift on hover instead.
import { type TLShapeId, useEditor, useEditorComponents, useValue } from 'tldraw'
import { activeCard } from './card/ActiveCard.tsx'
import { isJourneyShapeType } from './journeyShapes.ts'

/** States of tldraw's select tool in which outlines show; while something moves they would only be in the way. */
const shownIn = [
  'select.idle',
  'select.editing_shape',
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
]

export function JourneyIndicators() {
  const editor = useEditor()
  const { ShapeIndicator } = useEditorComponents()
  const ids = useValue('outlined shapes', () => outlined(editor), [editor])
  if (!ShapeIndicator) return null
  return ids.split(' ').map((id) => id !== '' && <ShapeIndicator key={id} shapeId={id as TLShapeId} />)
}

/** One string, so that equal lists are equal values and nothing renders again. */
function outlined(editor: ReturnType<typeof useEditor>): string {
  if (editor.getInstanceState().isChangingStyle || !editor.isInAny(...shownIn)) return ''
  const ids = new Set<TLShapeId>(editor.getSelectedShapeIds())
  const hovered = editor.getInstanceState().isCoarsePointer ? null : editor.getHoveredShape()
  if (hovered && !isJourneyShapeType(hovered.type) && editor.isInAny('select.idle', 'select.editing_shape'))
    ids.add(hovered.id)
  // What is written in has a ring of its own, as high as its text.
  const active = activeCard(editor)
  if (active) ids.delete(active.id)
  const editing = editor.getEditingShape()
  if (editing && isJourneyShapeType(editing.type)) ids.delete(editing.id)
  const culled = editor.getCulledShapes()
  return [...ids].filter((id) => !culled.has(id)).join(' ')
}
