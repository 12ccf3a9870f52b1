// The emotion lane of one journey. tldraw sees a place with bounds that is never hit; one's own points and the faces
// are HTML inside and take their events themselves.
import { type RecordProps, T, type SvgExportContext } from 'tldraw'
import { drawEmotion } from '../../../../shared/export/svg/drawEmotion.ts'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import type { EmotionCurveShape } from '../journeyShapes.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import { shapeSvg } from '../shapeSvg.tsx'
import { UntouchableRectangle } from '../UntouchableRectangle.ts'
import { EmotionCurve } from './EmotionCurve.tsx'

export class EmotionCurveUtil extends JourneyShapeUtil<EmotionCurveShape> {
  static override type = 'emotion-curve' as const
  static override props: RecordProps<EmotionCurveShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    journeyId: T.string,
    laneId: T.string,
  }

  override getDefaultProps(): EmotionCurveShape['props'] {
    return { w: 360, h: 144, journeyId: '', laneId: '' }
  }
  override getGeometry({ props }: EmotionCurveShape) {
    return new UntouchableRectangle(props.w, props.h)
  }
  override canEdit(): boolean {
    return false
  }
  override canBind(): boolean {
    return false
  }
  /** Its points take the focus themselves. */
  override canTabTo(): boolean {
    return false
  }
  override getAriaDescriptor(): string {
    return 'Emotion curve'
  }
  override component(shape: EmotionCurveShape) {
    return <EmotionCurve shape={shape} />
  }
  override indicator() {
    return null
  }
  /** The room's curve; nobody's own. */
  override toSvg(shape: EmotionCurveShape, context: SvgExportContext) {
    return shapeSvg(this.editor, shape, context, (pen, { board, layout }) => {
      const id = shape.props.journeyId as JourneyId
      const journey = board.journeys.get(id)
      const map = layout.journeys.get(id)
      return journey && map ? drawEmotion(pen, board, journey, map) : ''
    })
  }
}
