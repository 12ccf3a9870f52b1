// Whether a step of the own history may still be taken back: undoing is a change like any other, and the phase or a lock
// may forbid it by now.
import { isCardKind } from '../../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { PhaseAction } from '../../../shared/workshop/phaseSentence.ts'
import type { BoardRules } from '../../connection/BoardRules.ts'
import type { Board } from '../../../shared/journey/Board.ts'
import type { TouchedRecord } from './recordsOfStep.ts'

/** Null: it may. Otherwise what forbids it; `why` is the sentence, if there is one to say. */
export function whyNotUndo(
  touched: readonly TouchedRecord[],
  rules: BoardRules,
  board: Pick<Board, 'cards'>,
): { readonly why: string | null } | null {
  for (const record of touched) {
    const action = forbidden(record, rules, board)
    if (action) return { why: rules.whyNot(action, record.root === 'cards' ? record.id : null) }
  }
  return null
}

function forbidden(
  { root, id, returning }: TouchedRecord,
  rules: BoardRules,
  board: Pick<Board, 'cards'>,
): PhaseAction | null {
  switch (root) {
    case 'cards': {
      if (returning) {
        const kind = isCardKind(returning['kind']) ? returning['kind'] : null
        return kind === null || rules.mayAdd({ kind, fields: returning }) ? null : { does: 'add', kind }
      }
      const card = board.cards.get(id as CardId)
      return card === undefined || rules.mayChange(card) ? null : { does: 'edit' }
    }
    case 'emotions':
      return rules.mayFeel ? null : { does: 'emotion' }
    case 'drawings':
      return rules.mayDraw ? null : { does: 'draw' }
    case 'clusters':
      return rules.mayEditOthers ? null : { does: 'edit' }
    default:
      return rules.mayShape ? null : { does: 'structure' }
  }
}
