import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { clusterEntityId } from '../binding/projectJourney.ts'
import type { Canvas } from '../CanvasContext.ts'
import { writeIn } from '../shapes/text/writeIn.ts'

/** Opens the name of a group that was just made, in the first of its frames. */
export function nameNewGroup({ editor, binding }: Canvas, groupId: ClusterId): void {
  binding.flush()
  for (const { groups } of binding.view.get().layout.journeys.values()) {
    const frame = groups.find(({ id }) => id === groupId)
    if (frame) {
      writeIn(editor, clusterEntityId(frame))
      return
    }
  }
}
