// Another card of the workshop by its name: the KPI of an action, the persona of a journey.
import { useValue } from 'tldraw'
import type { CardField } from '../../../shared/journey/fields.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { useCanvas } from '../useCanvas.ts'
import { DetailsSelect } from './DetailsSelect.tsx'

interface CardChoiceProps {
  field: CardField
  value: string | null
  onValue: (value: string | null) => void
}

export function CardChoice({ field, value, onValue }: CardChoiceProps) {
  const { binding } = useCanvas()
  const view = useValue(binding.view)
  const cards = [...view.board.cards.values()]
    .filter((card) => card.kind === field.kind)
    .map((card) => ({ value: card.id as string, label: cardTitle(card) || canvasWords.details.untitled }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  // A card that is gone keeps its name in the document and reads as unset.
  const isThere = cards.some((card) => card.value === value)
  return (
    <DetailsSelect
      label={field.label}
      value={isThere ? value : null}
      options={cards}
      unset={cards.length === 0 ? canvasWords.details.noCards : canvasWords.details.unset}
      onValue={onValue}
    />
  )
}
