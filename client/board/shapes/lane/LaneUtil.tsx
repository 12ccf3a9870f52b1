// Label of one lane, in the column at the left of the map.
import { type RecordProps, T } from 'tldraw'
import { laneKindDefinitions, laneKinds } from '../../../../shared/journey/lanes.ts'
import type { LaneShape } from '../journeyShapes.ts'
import { ExactRectangle } from '../ExactRectangle.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import { LaneLabel } from './LaneLabel.tsx'

export class LaneUtil extends JourneyShapeUtil<LaneShape> {
  static override type = 'lane' as const
  static override props: RecordProps<LaneShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    title: T.string,
    hint: T.string,
    kind: T.literalEnum(...laneKinds),
    locked: T.boolean,
  }

  override getDefaultProps(): LaneShape['props'] {
    return { w: 128, h: 52, title: '', hint: '', kind: 'free', locked: false }
  }
  override getGeometry({ props }: LaneShape) {
    return new ExactRectangle(props.w, props.h)
  }
  override canEdit({ props }: LaneShape): boolean {
    return !props.locked
  }
  override getText({ props }: LaneShape): string {
    return props.title
  }
  override getAriaDescriptor({ props }: LaneShape): string {
    return `Lane ${props.title || laneKindDefinitions[props.kind].label}`
  }
  override component(shape: LaneShape) {
    return <LaneLabel shape={shape} />
  }
  override indicator({ props }: LaneShape) {
    return <rect className="journey-indicator" x={1} y={1} width={props.w - 2} height={props.h - 2} rx={3} />
  }
  /** Drawn with its sheet. */
  override toSvg() {
    return <g />
  }
}
