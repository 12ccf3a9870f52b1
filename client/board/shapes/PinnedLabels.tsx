// Stage names and lane labels at the edges of the screen while their headers are scrolled out of it. React renders when
// the structure changes; the camera moves the elements directly, frame by frame.
import './pinned-labels.css'
import { useRef } from 'react'
import { type Editor, useEditor, useQuickReactor, useValue } from 'tldraw'
import { laneKindDefinitions } from '../../../shared/journey/lanes.ts'
import type { LaneShape, JourneyMapShape, JourneyShape, StageShape } from './journeyShapes.ts'
import { placePinned } from './placePinned.ts'

export interface PinnedMap {
  readonly map: JourneyMapShape
  readonly stages: readonly StageShape[]
  readonly lanes: readonly LaneShape[]
}

export function PinnedLabels() {
  const editor = useEditor()
  const maps = useValue('maps with their headers', () => pinnedMaps(editor), [editor])
  return (
    <div className="pinned-labels" aria-hidden="true">
      {maps.map((map) => (
        <PinnedOfMap key={map.map.id} pinned={map} />
      ))}
    </div>
  )
}

function PinnedOfMap({ pinned }: { pinned: PinnedMap }) {
  const editor = useEditor()
  const strips = useRef<HTMLDivElement>(null)
  useQuickReactor(
    'pinned labels',
    () => {
      if (strips.current) placePinned(strips.current, pinned, editor.getCamera(), editor.getViewportScreenBounds())
    },
    [editor, pinned],
  )
  return (
    <div ref={strips}>
      <div className="pinned-labels__stages">
        {pinned.stages.map(({ id, props }) => (
          <span key={id}>{props.name}</span>
        ))}
      </div>
      <div className="pinned-labels__lanes">
        {pinned.lanes.map(({ id, props }) => (
          <span key={id}>{props.title || laneKindDefinitions[props.kind].label}</span>
        ))}
      </div>
    </div>
  )
}

/** Every map with the headers that lie on it. Depends on the records of the structure alone, of which there are some dozens. */
function pinnedMaps(editor: Editor): PinnedMap[] {
  const structure: JourneyShape[] = []
  for (const id of editor.getCurrentPageShapeIds()) {
    // Reading a card here would make this depend on all of them.
    const shape = editor.store.unsafeGetWithoutCapture(id) as unknown as JourneyShape | undefined
    if (shape?.type === 'journey-map' || shape?.type === 'stage' || shape?.type === 'lane')
      structure.push(editor.store.get(id) as unknown as JourneyShape)
  }
  return structure.flatMap((map) => {
    if (map.type !== 'journey-map') return []
    const { x, y, props } = map
    const isOn = (shape: JourneyShape) => shape.x >= x && shape.x < x + props.w && shape.y >= y && shape.y < y + props.h
    return [
      {
        map,
        stages: structure.filter((shape): shape is StageShape => shape.type === 'stage' && isOn(shape)),
        lanes: structure.filter((shape): shape is LaneShape => shape.type === 'lane' && isOn(shape)),
      },
    ]
  })
}
