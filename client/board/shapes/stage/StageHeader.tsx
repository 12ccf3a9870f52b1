// Name and period of a stage, and the place to take hold of its width.
import './stage.css'
import type { StageShape } from '../journeyShapes.ts'

export function StageHeader({ shape: { props } }: { shape: StageShape }) {
  return (
    <div className="stage">
      <span className={props.name === '' ? 'stage__name stage__name--empty' : 'stage__name'}>
        {props.name || 'Name the stage'}
      </span>
      {props.period !== '' && <span className="stage__period">{props.period}</span>}
      {!props.locked && <div className="stage-resize" />}
    </div>
  )
}
