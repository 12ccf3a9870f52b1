// Name of a lane, in the column at the left.
import './lane.css'
import { laneKindDefinitions } from '../../../../shared/journey/lanes.ts'
import type { LaneShape } from '../journeyShapes.ts'

export function LaneLabel({ shape: { props } }: { shape: LaneShape }) {
  return (
    <div className="lane">
      <div className="lane__title">{props.title || laneKindDefinitions[props.kind].label}</div>
      {props.hint !== '' && <div className="lane__hint">{props.hint}</div>}
    </div>
  )
}
