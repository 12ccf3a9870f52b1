// The one card that is being written in, or that is selected and has more text than its place shows: drawn a second
// time, above everything else, as high as its text. The layout does not change.
import { type Editor, useEditor, useValue } from 'tldraw'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import { type CardShape, entityIdOf, metaOf } from '../journeyShapes.ts'
import { Card } from './Card.tsx'
import { WrittenTitle } from './WrittenTitle.tsx'
import { isClamped, titleOf } from './cardTitle.ts'

export function ActiveCard() {
  const editor = useEditor()
  const card = useValue('active card', () => activeCard(editor), [editor])
  const isEditing = useValue('is editing it', () => editor.getEditingShapeId() === card?.id, [editor, card?.id])
  if (!card) return null
  const { props } = card
  const { look } = cardDefinition(props.kind)
  const mode = isEditing ? 'active-card--writing' : 'active-card--whole'
  const at = {
    transform: `translate(${card.x}px, ${card.y}px)`,
    width: props.w,
    '--foot': `${footRoom(props, isEditing)}px`,
  }
  return (
    <div
      className={`active-card ${mode}`}
      style={{ ...at, '--card-h': `${props.h}px`, '--corner': `${look.corner}px` } as object}
    >
      {isEditing ? (
        <WrittenTitle key={card.id} id={entityIdOf(card.id)} props={props} meta={metaOf(card)} />
      ) : (
        <Card
          id={null}
          props={props}
          meta={metaOf(card)}
          title={<div className="board-card__title board-card__title--whole">{titleOf(props)}</div>}
        />
      )}
    </div>
  )
}

/** The card drawn a second time; null if none is. */
export function activeCard(editor: Editor): CardShape | null {
  const editing = editor.getEditingShape() as CardShape | undefined
  if (editing) return editing.type === 'card' ? editing : null
  if (!editor.isIn('select.idle')) return null
  const selected = editor.getOnlySelectedShape() as unknown as CardShape | null
  return selected?.type === 'card' && isClamped(selected.props) ? selected : null
}

/** Room kept below the words for the foot; while writing every card has one (Enter, counter). */
function footRoom({ kind, foot }: CardShape['props'], isEditing: boolean): number {
  const { look } = cardDefinition(kind)
  if (isEditing) return Math.max(look.footHeight, 18)
  return look.foot === 'always' || foot !== '' ? look.footHeight : 0
}
