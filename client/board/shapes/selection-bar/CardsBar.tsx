// The bar of several cards: what can be done to all of them at once.
import type { CardId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { useCanvas } from '../../useCanvas.ts'
import { deleteSelection } from '../../deleteSelection.ts'
import { type CardShape, entityIdOf } from '../journeyShapes.ts'
import { BarButton, BarLine } from './BarButton.tsx'
import { hasField, setFieldOfAll } from './cardBarEdits.ts'
import { DepartmentMenu } from './DepartmentMenu.tsx'

export function CardsBar({ cards }: { cards: readonly CardShape[] }) {
  const canvas = useCanvas()
  const withDepartment = cards.filter((card) => hasField(card.props, 'department'))
  const ids = withDepartment.map(({ id }) => entityIdOf(id) as CardId)
  return (
    <>
      <span className="selection-bar__count">{canvasWords.card.several(cards.length)}</span>
      <BarLine />
      {ids.length > 0 && (
        <DepartmentMenu
          trigger={<BarButton>{canvasWords.card.department}</BarButton>}
          onDepartment={(name) => setFieldOfAll(canvas, ids, 'department', name)}
        />
      )}
      <BarButton className="bar-button--danger" onClick={() => deleteSelection(canvas)}>
        {canvasWords.card.delete}
      </BarButton>
    </>
  )
}
