// What lies above all shapes and moves with them: the card being written, the "+" of the hovered cell. For the slot
// `Overlays` of <Tldraw components>.
import './overlays.css'
import { ActiveCard } from './card/ActiveCard.tsx'

export function CanvasOverlays() {
  return <ActiveCard />
}
