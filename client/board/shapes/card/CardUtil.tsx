// A card of any kind as a tldraw shape. Its kind's declaration says how it looks; see Card.tsx.
import { type RecordProps, T, type SvgExportContext } from 'tldraw'
import { drawCard } from '../../../../shared/export/svg/drawCard.ts'
import { cardDefinition, cardKindNames } from '../../../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { cardLayoutOf } from '../../../../shared/layout/JourneyLayout.ts'
import { mayTouch } from '../../binding/allowedChanges.ts'
import { boardToolsOf } from '../../tools/BoardTools.ts'
import { type CardShape, entityIdOf, metaOf } from '../journeyShapes.ts'
import { ExactRectangle } from '../ExactRectangle.ts'
import { JourneyShapeUtil } from '../JourneyShapeUtil.ts'
import { shapeSvg } from '../shapeSvg.tsx'
import { Card } from './Card.tsx'
import { describeCard } from './describeCard.ts'

export class CardUtil extends JourneyShapeUtil<CardShape> {
  static override type = 'card' as const
  static override props: RecordProps<CardShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    kind: T.literalEnum(...cardKindNames),
    // Checked field by field when the document was read, and again when a pasted card is made.
    fields: T.dict(T.string, T.jsonValue) as unknown as T.Validatable<CardShape['props']['fields']>,
    lines: T.arrayOf(T.string),
    foot: T.string,
    homeless: T.boolean,
  }

  override getDefaultProps(): CardShape['props'] {
    return { w: 164, h: 66, kind: 'touchpoint', fields: {}, lines: [], foot: '', homeless: false }
  }
  override getGeometry({ props }: CardShape) {
    return new ExactRectangle(props.w, props.h)
  }
  override canEdit(shape: CardShape): boolean {
    return mayTouch(shape, boardToolsOf(this.editor)?.canvas.session.rules)
  }
  /** While a vote is open the second click on a candidate is a second dot; a change, even an empty one, keeps it from opening. */
  override onDoubleClick({ id }: CardShape) {
    const votes = boardToolsOf(this.editor)?.vote.takesClicks(entityIdOf(id)) ?? false
    return votes ? { id, type: CardUtil.type } : undefined
  }
  override getText({ props }: CardShape): string {
    const text = props.fields[cardDefinition(props.kind).title]
    return typeof text === 'string' ? text : ''
  }
  override getAriaDescriptor(shape: CardShape): string {
    return describeCard(this.editor, shape)
  }
  override component(shape: CardShape) {
    return <Card id={entityIdOf(shape.id) as CardId} props={shape.props} meta={metaOf(shape)} />
  }
  /** 2 px, 1 px away from the card. */
  override indicator({ props }: CardShape) {
    const corner = cardDefinition(props.kind).look.corner
    return <rect className="journey-indicator" x={-2} y={-2} width={props.w + 4} height={props.h + 4} rx={corner + 2} />
  }
  override toSvg(shape: CardShape, context: SvgExportContext) {
    return shapeSvg(this.editor, shape, context, (pen, { board, layout }) => {
      const id = entityIdOf(shape.id) as CardId
      const card = board.cards.get(id)
      const place = cardLayoutOf(layout, id)
      return card && place ? drawCard(pen, card, place) : ''
    })
  }
}
