// What belongs to the map and stays in the size of the screen: pinned names, the bar of the selection, the details panel.
// For the slot `InFrontOfTheCanvas` of <Tldraw components>, beside cursors and other layers.
import { CanvasAttributes } from './detail/CanvasAttributes.tsx'

export function FrontOverlays() {
  return <CanvasAttributes />
}
