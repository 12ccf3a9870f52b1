// What belongs to the map and stays in the size of the screen: pinned names, the bar of the selection, the details panel.
// Mounted once inside <Tldraw>, in front of the canvas.
import { EdgeHints } from '../voting/EdgeHints.tsx'
import { CardDetails } from '../card-details/CardDetails.tsx'
import { SortingOverlays } from '../sorting/SortingOverlays.tsx'
import { PinnedLabels } from './PinnedLabels.tsx'
import { SelectionBar } from './selection-bar/SelectionBar.tsx'

export function FrontOverlays() {
  return (
    <>
      <PinnedLabels />
      <EdgeHints />
      <SelectionBar />
      <CardDetails />
      <SortingOverlays />
    </>
  )
}
