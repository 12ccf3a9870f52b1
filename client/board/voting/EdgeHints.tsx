// "3 pains in Thriving": candidates that are out of sight, at the edge they lie beyond. Pressed, the map moves there.
import './edge-hints.css'
import { useMemo } from 'react'
import { type Editor, useValue } from 'tldraw'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { BackIcon } from '../../ui/icons.tsx'
import { glide } from '../camera.ts'
import { useCanvas } from '../useCanvas.ts'
import { type EdgeHint, watchEdgeHints } from './edgeHints.ts'

export function EdgeHints() {
  const canvas = useCanvas()
  const { hints, viewOf } = useMemo(() => watchEdgeHints(canvas), [canvas])
  const shown = JSON.parse(useValue(hints)) as EdgeHint[]
  const hasPanel = useValue('voting panel is open', () => canvas.session.voting.view.get() !== null, [canvas])
  return (
    <div className="edge-hints" data-panel={hasPanel || undefined}>
      {shown.map(({ side, text }) => (
        <button
          key={side}
          type="button"
          className={`edge-hint edge-hint--${side}`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => glideTo(canvas.editor, viewOf(side))}
        >
          {text}
          <BackIcon size={14} />
        </button>
      ))}
    </div>
  )
}

function glideTo(editor: Editor, view: Rect | null): void {
  if (view) editor.setCamera({ x: -view.x, y: -view.y, z: editor.getZoomLevel() }, glide(editor))
}
