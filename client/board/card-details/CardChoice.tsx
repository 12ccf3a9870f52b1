// Another card of the workshop by its name: the KPI of an action, the persona of a journey.
import { useId } from 'react'
import { useValue } from 'tldraw'
import type { CardField } from '../../../shared/journey/fields.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { useCanvas } from '../useCanvas.ts'

interface CardChoiceProps {
  field: CardField
  value: string | null
  onValue: (value: string | null) => void
}

export function CardChoice({ field, value, onValue }: CardChoiceProps) {
  const { binding } = useCanvas()
  const id = useId()
  const view = useValue(binding.view)
  const cards = [...view.board.cards.values()]
    .filter((card) => card.kind === field.kind)
    .map((card) => ({ id: card.id, name: cardTitle(card) || canvasWords.details.untitled }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  // A card that is gone keeps its name in the document and reads as unset.
  const isThere = cards.some((card) => card.id === value)
  return (
    <div className="details-field">
      <label className="details-field__label" htmlFor={id}>
        {field.label}
      </label>
      <select
        id={id}
        className="details-input details-input--select"
        value={isThere ? (value ?? '') : ''}
        onChange={(event) => onValue(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{cards.length === 0 ? canvasWords.details.noCards : canvasWords.details.unset}</option>
        {cards.map((card) => (
          <option key={card.id} value={card.id}>
            {card.name}
          </option>
        ))}
      </select>
    </div>
  )
}
