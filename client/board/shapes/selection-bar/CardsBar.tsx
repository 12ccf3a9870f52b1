// The bar of several cards: what can be done to all of them at once.
import { useMemo } from 'react'
import { useValue } from 'tldraw'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { votingWords } from '../../../ui/votingWords.ts'
import { useCanvas } from '../../useCanvas.ts'
import { cardOfShape } from '../../binding/allowedChanges.ts'
import { deleteSelection } from '../../deleteSelection.ts'
import { type CardShape, entityIdOf, metaOf } from '../journeyShapes.ts'
import { BarButton, BarLine } from './BarButton.tsx'
import { hasField, setFieldOfAll } from './cardBarEdits.ts'
import { DepartmentMenu } from './DepartmentMenu.tsx'
import { LockButton } from './LockButton.tsx'
import { SortButtons } from './SortButtons.tsx'

/** A vote on just these cards; facilitators only, and one at a time. */
function VoteOnCards({ cards }: { cards: readonly CardShape[] }) {
  const { session } = useCanvas()
  const { voting, connection } = session
  const mayOpen = useValue(
    'may open a vote',
    () => connection.room.role.get() === 'facilitator' && voting.ballot.round.get() === null,
    [connection, voting],
  )
  if (!mayOpen) return null
  const open = () => voting.opening.set({ cardIds: cards.map(({ id }) => entityIdOf(id)) })
  return <BarButton onClick={open}>{votingWords.opening.start}</BarButton>
}

export function CardsBar({ cards }: { cards: readonly CardShape[] }) {
  const canvas = useCanvas()
  const allIds = useMemo(() => cards.map(({ id }) => entityIdOf(id) as CardId), [cards])
  // Those that are locked, or somebody else's in a phase that guards them, stay as they are.
  const changing = useValue(
    'cards that may change',
    () => cards.filter((card) => canvas.session.rules.mayChange(cardOfShape(card))),
    [canvas, cards],
  )
  const withDepartment = changing.filter((card) => hasField(card.props, 'department') && !metaOf(card).private)
  const ids = withDepartment.map(({ id }) => entityIdOf(id) as CardId)
  return (
    <>
      <span className="selection-bar__count">{canvasWords.card.several(cards.length)}</span>
      <BarLine />
      <SortButtons ids={allIds} />
      {ids.length > 0 && (
        <DepartmentMenu
          trigger={<BarButton>{canvasWords.card.department}</BarButton>}
          onDepartment={(name) => setFieldOfAll(canvas, ids, 'department', name)}
        />
      )}
      <VoteOnCards cards={cards} />
      <LockButton ids={allIds} />
      {changing.length > 0 && (
        <BarButton className="bar-button--danger" onClick={() => deleteSelection(canvas)}>
          {canvasWords.card.delete}
        </BarButton>
      )}
    </>
  )
}
