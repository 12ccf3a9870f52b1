// What lies above all shapes and moves with them: the card being written, the dots of a vote, its totals after the end.
// For the slot `Overlays` of <Tldraw components>.
import './overlays.css'
import { VoteTotals } from '../results/VoteTotals.tsx'
import { WhenMounted } from '../tools/WhenMounted.tsx'
import { VoteLayer } from '../voting/VoteLayer.tsx'
import { ActiveCard } from './card/ActiveCard.tsx'

export function CanvasOverlays() {
  return (
    <>
      <ActiveCard />
      <VoteTotals />
      <WhenMounted>
        <VoteLayer />
      </WhenMounted>
    </>
  )
}
