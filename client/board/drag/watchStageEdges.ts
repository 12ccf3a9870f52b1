// The right edge of a stage header is a handle for its columns. The map is laid out with the new width while the pointer
// moves, on this screen only; one edit when it is let go.
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { StageId } from '../../../shared/journey/ids.ts'
import { MAX_COLUMNS } from '../../../shared/journey/schema.ts'
import { COLUMN_PITCH } from '../../../shared/layout/mapMetrics.ts'
import type { Canvas } from '../CanvasContext.ts'
import { entityIdOf } from '../shapes/journeyShapes.ts'

/** Drawn by the stage's header. */
const HANDLE = '.stage-resize'

export function watchStageEdges(canvas: Canvas): () => void {
  const container = canvas.editor.getContainer()
  const onPointerDown = (event: PointerEvent): void => {
    const handle = event.button === 0 && event.target instanceof Element ? event.target.closest(HANDLE) : null
    const shapeId = handle?.closest<HTMLElement>('.tl-shape')?.dataset['shapeId']
    if (!handle || !shapeId || !canvas.session.canShape.get()) return
    // tldraw would drag the header.
    event.stopPropagation()
    event.preventDefault()
    dragEdge(canvas, entityIdOf(shapeId as Parameters<typeof entityIdOf>[0]) as StageId, event)
  }
  container.addEventListener('pointerdown', onPointerDown, true)
  return () => container.removeEventListener('pointerdown', onPointerDown, true)
}

function dragEdge({ editor, binding, session }: Canvas, id: StageId, start: PointerEvent): void {
  const before = binding.view.get().board.stages.get(id)?.columns
  if (before === undefined) return
  let columns = before
  const listening = new AbortController()
  const end = (isKept: boolean): void => {
    listening.abort()
    // The edit first: otherwise the map would jump back and forth.
    if (isKept && columns !== before) session.undo.step(() => setField(session.edit, 'stages', id, 'columns', columns))
    binding.previewColumns(null)
    binding.flush()
  }
  const onMove = (event: PointerEvent): void => {
    const by = (event.clientX - start.clientX) / editor.getZoomLevel()
    columns = Math.min(MAX_COLUMNS, Math.max(1, Math.round(before + by / COLUMN_PITCH)))
    binding.previewColumns({ id, columns })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end(false)
  }
  const { signal } = listening
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', () => end(true), { signal })
  window.addEventListener('pointercancel', () => end(false), { signal })
  window.addEventListener('keydown', onKey, { signal, capture: true })
}
