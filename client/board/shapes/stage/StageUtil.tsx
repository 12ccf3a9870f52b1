// Header of one stage: name and period. The right edge is the handle for its width.
import { type RecordProps, T } from 'tldraw'
import type { StageShape } from '../journeyShapes.ts'
import { ExactRectangle } from '../ExactRectangle.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import { StageHeader } from './StageHeader.tsx'

export class StageUtil extends JourneyShapeUtil<StageShape> {
  static override type = 'stage' as const
  static override props: RecordProps<StageShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    name: T.string,
    period: T.string,
    columns: T.positiveInteger,
    locked: T.boolean,
  }

  override getDefaultProps(): StageShape['props'] {
    return { w: 360, h: 44, name: '', period: '', columns: 2, locked: false }
  }
  override getGeometry({ props }: StageShape) {
    return new ExactRectangle(props.w, props.h)
  }
  override canEdit({ props }: StageShape): boolean {
    return !props.locked
  }
  override getText({ props }: StageShape): string {
    return props.name
  }
  override getAriaDescriptor({ props }: StageShape): string {
    const period = props.period === '' ? '' : `, ${props.period}`
    return `Stage ${props.name || 'without name'}${period}`
  }
  override component(shape: StageShape) {
    return <StageHeader shape={shape} />
  }
  override indicator({ props }: StageShape) {
    return <rect className="journey-indicator" x={1} y={1} width={props.w - 2} height={props.h - 2} rx={3} />
  }
  /** Drawn with its sheet. */
  override toSvg() {
    return <g />
  }
}
