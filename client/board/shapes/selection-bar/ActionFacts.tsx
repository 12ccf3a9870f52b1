// Who does an action and by when, in its bar: what the room agrees on first. A press opens the form at that field.
import type { CardOf } from '../../../../shared/journey/Board.ts'
import { action } from '../../../../shared/journey/cards/action.ts'
import { formatDay } from '../../../../shared/layout/cardFoot.ts'
import { ClockIcon, PersonIcon } from '../../../ui/icons.tsx'
import { openDetails } from '../../card-details/openDetails.ts'
import { useCanvas } from '../../useCanvas.ts'
import { BarButton } from './BarButton.tsx'

const { owner: ownerField, due: dueField } = action.fields

export function ActionFacts({ card: { id, fields } }: { card: CardOf<'action'> }) {
  const { editor } = useCanvas()
  const owner = fields.owner.trim()
  const open = (field: 'owner' | 'due') => openDetails(editor, { root: 'cards', id, field })
  return (
    <>
      <BarButton
        icon={<PersonIcon size={14} />}
        {...(owner === '' ? {} : { of: ownerField.label })}
        onClick={() => open('owner')}
      >
        {owner || ownerField.label}
      </BarButton>
      <BarButton
        icon={<ClockIcon size={14} />}
        {...(fields.due === null ? {} : { of: dueField.label })}
        onClick={() => open('due')}
      >
        {fields.due === null ? dueField.label : formatDay(fields.due)}
      </BarButton>
    </>
  )
}
