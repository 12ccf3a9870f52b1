// The sheet of one journey: header, rules, the ground its other shapes lie on. Only the header can be hit; clicks into
// the cells reach the canvas.
import { Group2d, type RecordProps, T, type SvgExportContext } from 'tldraw'
import { drawGroups } from '../../../../shared/export/svg/drawGroups.ts'
import { drawSheet } from '../../../../shared/export/svg/drawSheet.ts'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import { laneKinds } from '../../../../shared/journey/lanes.ts'
import { HEADER_HEIGHT } from '../../../../shared/layout/mapMetrics.ts'
import { entityIdOf, type JourneyMapShape } from '../journeyShapes.ts'
import { ExactRectangle } from '../ExactRectangle.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import { boardToolsOf } from '../../tools/BoardTools.ts'
import { shapeSvg } from '../shapeSvg.tsx'
import { UntouchableRectangle } from '../UntouchableRectangle.ts'
import { JourneyMap } from './JourneyMap.tsx'

export class JourneyMapUtil extends JourneyShapeUtil<JourneyMapShape> {
  static override type = 'journey-map' as const
  static override props: RecordProps<JourneyMapShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    title: T.string,
    objective: T.string,
    successMeasure: T.string,
    state: T.literalEnum('as-is', 'to-be'),
    personaName: T.string,
    personaNeeds: T.string,
    stageXs: T.arrayOf(T.number),
    laneYs: T.arrayOf(T.number),
    laneKinds: T.arrayOf(T.literalEnum(...laneKinds)),
  }

  override getDefaultProps(): JourneyMapShape['props'] {
    return {
      w: 488,
      h: 400,
      title: '',
      objective: '',
      successMeasure: '',
      state: 'as-is',
      personaName: '',
      personaNeeds: '',
      stageXs: [],
      laneYs: [],
      laneKinds: [],
    }
  }

  override getGeometry({ props }: JourneyMapShape) {
    const { w, h } = props
    return new Group2d({
      children: [
        // First: its being filled decides for the group.
        new ExactRectangle(w, Math.min(h, HEADER_HEIGHT)),
        // Gives the sheet its bounds. Its edges are no target: they run through the last cells and across every brush.
        new UntouchableRectangle(w, h),
      ],
    })
  }

  override canEdit(): boolean {
    return boardToolsOf(this.editor)?.canvas.session.rules.mayShape === true
  }
  override getText({ props }: JourneyMapShape): string {
    return props.title
  }
  override getAriaDescriptor({ props }: JourneyMapShape): string {
    const state = props.state === 'as-is' ? 'as it is' : 'as it should be'
    const persona = props.personaName === '' ? '' : `, persona ${props.personaName}`
    return `Journey ${props.title || 'without title'}, ${state}${persona}`
  }

  override component(shape: JourneyMapShape) {
    return <JourneyMap shape={shape} />
  }
  override indicator({ props }: JourneyMapShape) {
    return <rect className="journey-indicator" x={-1} y={-1} width={props.w + 2} height={props.h + 2} rx={4} />
  }
  /** With the names of its stages and lanes, and with its groups: they are drawn with the sheet. */
  override toSvg(shape: JourneyMapShape, context: SvgExportContext) {
    return shapeSvg(this.editor, shape, context, (pen, { board, layout }) => {
      const id = entityIdOf(shape.id) as JourneyId
      const journey = board.journeys.get(id)
      const map = layout.journeys.get(id)
      return journey && map ? drawSheet(pen, board, journey, map) + drawGroups(pen, board, map) : ''
    })
  }
}
