// Of what a person did to the canvas, the part that the phase, locks and a freeze allow. The rest is put back by the
// projection, and said why. Tools and keys do not offer it in the first place; this is for erasers, menus, other ways.
import type { TLRecord } from 'tldraw'
import type { Board } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { PhaseAction } from '../../../shared/workshop/phaseSentence.ts'
import type { BoardRules, ExistingCard } from '../../connection/BoardRules.ts'
import { type CardShape, entityIdOf } from '../shapes/journeyShapes.ts'
import type { UserChanges } from './collectUserChanges.ts'

export type EditRules = Pick<BoardRules, 'takerOf' | 'mayChange' | 'mayShape' | 'mayDraw' | 'whyNot'>

export interface AllowedChanges {
  readonly changes: UserChanges
  /** Something was left out: the sentence for the person, null if there is none (they look on). */
  readonly left: { readonly why: string | null } | null
}

/** `isSpared`: a drawing somebody was writing in when drawing ended; its words are taken to the end. */
export function allowedChanges(
  changes: UserChanges,
  rules: EditRules,
  board: Pick<Board, 'cards'>,
  isSpared: (id: string) => boolean = () => false,
): AllowedChanges {
  let left: AllowedChanges['left'] = null
  const leave = (action: PhaseAction, cardId: string | null = null): false => {
    left ??= { why: rules.whyNot(action, cardId) }
    return false
  }
  const mayChange = (card: ExistingCard): boolean => rules.mayChange(card) || leave({ does: 'edit' }, card.id)
  const mayDelete = (id: string): boolean => {
    const card = board.cards.get(id as CardId)
    // Gone already: nothing is left to forbid.
    return card === undefined || mayChange(card)
  }
  const mayDraw = (record: { readonly id: string }): boolean =>
    rules.mayDraw || isSpared(record.id) || leave({ does: 'draw' })
  const mayShape = (): boolean => rules.mayShape || leave({ does: 'structure' })
  const allowed: UserChanges = {
    ...changes,
    movedCards: changes.movedCards.filter((shape) => mayChange(cardOfShape(shape))),
    newCards: changes.newCards.filter(
      ({ props }) => rules.takerOf(props) !== null || leave({ does: 'add', kind: props.kind }),
    ),
    deletedCards: changes.deletedCards.filter(mayDelete),
    movedStructure: changes.movedStructure.filter(mayShape),
    deletedStructure: changes.deletedStructure.filter(mayShape),
    newDrawings: changes.newDrawings.filter(mayDraw),
    changedDrawings: changes.changedDrawings.filter(({ after }) => mayDraw(after)),
    deletedDrawings: changes.deletedDrawings.filter((id) => mayDraw({ id })),
  }
  return { changes: allowed, left }
}

/** A card as the rules ask for it, read off its shape. */
export function cardOfShape({ id, props }: Pick<CardShape, 'id' | 'props'>): ExistingCard {
  return { id: entityIdOf(id), kind: props.kind, fields: props.fields }
}

/** Whether the person may move or delete what this record shows. Without rules the board is not there yet: nothing. */
export function mayTouch(record: TLRecord, rules: EditRules | undefined): boolean {
  if (!rules) return false
  if (record.typeName !== 'shape') return rules.mayDraw
  switch (record.type) {
    case 'card':
      return rules.mayChange(cardOfShape(record as unknown as CardShape))
    case 'stage':
    case 'lane':
    case 'journey-map':
      return rules.mayShape
    // Where they lie follows from something else.
    case 'emotion-curve':
    case 'cluster':
      return false
    default:
      return rules.mayDraw
  }
}
