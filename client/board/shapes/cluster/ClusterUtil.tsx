// Frame and name of a group, around those of its cards that lie in one cell. Only the name can be hit; presses between
// the cards reach the canvas. The layout places it: it is neither dragged nor resized.
import { Group2d, type RecordProps, T } from 'tldraw'
import { GROUP_HEAD } from '../../../../shared/layout/mapMetrics.ts'
import { sortingWords } from '../../../ui/sortingWords.ts'
import { boardToolsOf } from '../../tools/BoardTools.ts'
import { ExactRectangle } from '../ExactRectangle.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import type { ClusterShape } from '../journeyShapes.ts'
import { UntouchableRectangle } from '../UntouchableRectangle.ts'
import { ClusterFrame } from './ClusterFrame.tsx'

export class ClusterUtil extends JourneyShapeUtil<ClusterShape> {
  static override type = 'cluster' as const
  static override props: RecordProps<ClusterShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    clusterId: T.string,
    name: T.string,
    count: T.number,
  }

  override getDefaultProps(): ClusterShape['props'] {
    return { w: 174, h: 80, clusterId: '', name: '', count: 0 }
  }
  override getGeometry({ props }: ClusterShape) {
    const { w, h } = props
    return new Group2d({ children: [new ExactRectangle(w, GROUP_HEAD), new UntouchableRectangle(w, h)] })
  }
  override canEdit(): boolean {
    return boardToolsOf(this.editor)?.canvas.session.rules.mayEditOthers === true
  }
  override getText({ props }: ClusterShape): string {
    return props.name
  }
  override getAriaDescriptor({ props }: ClusterShape): string {
    return sortingWords.spoken(props.name, props.count)
  }
  override component(shape: ClusterShape) {
    return <ClusterFrame shape={shape} />
  }
  override indicator({ props }: ClusterShape) {
    return <rect className="journey-indicator" x={-1} y={-1} width={props.w + 2} height={props.h + 2} rx={7} />
  }
  /** Drawn with its sheet. */
  override toSvg() {
    return <g />
  }
}
