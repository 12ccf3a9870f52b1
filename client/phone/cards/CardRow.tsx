// One card in a list: icon, words, mark of its department. Tapping it opens it.
import { useValue } from '@tldraw/state-react'
import type { Card } from '../../../shared/journey/Board.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { cardFoot, footReference } from '../../../shared/layout/cardFoot.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { LockIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { usePhone } from '../PhoneContext.ts'
import { choiceLabel } from './addChoices.ts'
import { choiceOf } from './choiceOf.ts'
import { PaperIcon, paperOf } from './cardLook.tsx'

export function CardRow({ card }: { card: Card }) {
  const { session, places, board } = usePhone()
  const department = 'department' in card.fields ? (card.fields.department ?? '') : ''
  const mark = useValue('mark', () => session.markOf(department), [session, department])
  const isLocked = useValue('locked', () => session.rules.lockedBy(card.id) !== null, [session, card.id])
  const isLate = useValue('late', () => session.connection.lateRecordIds.get().has(card.id), [session, card.id])
  const choice = choiceOf(card)
  const foot = cardFoot(card, footReference(board, card), board.partsOf.get(card.id)?.length ?? 0)
  return (
    <li>
      <button
        type="button"
        className={`card-row ${paperOf(choice)}`}
        data-late={isLate || undefined}
        onClick={() => places.open({ page: 'card', id: card.id })}
      >
        <PaperIcon of={choice} className="card-row__icon" />
        <span className="card-row__text">
          <span className="visually-hidden">{`${choiceLabel(choice)}: `}</span>
          <span className="card-row__title">{cardTitle(card).trim() || phoneWords.cards.untitled}</span>
          {foot !== '' && <span className="card-row__foot">{foot}</span>}
        </span>
        {isLocked && <LockIcon />}
        {mark && <DepartmentMark mark={mark} size={16} name={department} />}
      </button>
    </li>
  )
}
