// The way back for whoever has panned away from every map.
import './back-to-map.css'
import { useValue } from 'tldraw'
import { boardWords } from '../../ui/boardWords.ts'
import { Button } from '../../ui/Button.tsx'
import { showAll } from '../camera.ts'
import { useCanvas } from '../useCanvas.ts'

export function BackToMap() {
  const { editor, binding } = useCanvas()
  const isAway = useValue(
    'away from every map',
    () => {
      const view = editor.getViewportPageBounds()
      const maps = [...binding.view.get().layout.journeys.values()]
      return (
        maps.length > 0 &&
        maps.every(({ x, y, w, h }) => x > view.maxX || y > view.maxY || x + w < view.x || y + h < view.y)
      )
    },
    [editor, binding],
  )
  if (!isAway) return null
  return (
    <Button className="back-to-map" onClick={() => showAll(editor)}>
      {boardWords.backToMap}
      <kbd aria-hidden="true">Shift 1</kbd>
    </Button>
  )
}
