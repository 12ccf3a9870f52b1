// A card to be read: every field that holds something, in the order of its declaration.
import type { Board, Card } from '../../../shared/journey/Board.ts'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import type { AnyFieldValue, Field } from '../../../shared/journey/fields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { formatNumber } from '../../../shared/layout/cardFoot.ts'
import { phoneWords } from '../../ui/phoneWords.ts'
import { usePhone } from '../PhoneContext.ts'

export function CardFacts({ card }: { card: Card }) {
  const { board } = usePhone()
  const { fields, title } = cardDefinition(card.kind)
  const values = card.fields as Readonly<Record<string, AnyFieldValue>>
  const facts = Object.entries(fields).flatMap(([name, field]) => {
    const words = name === title ? '' : factOf(field, values[name] ?? null, board)
    return words === '' ? [] : [{ label: field.label, words }]
  })
  return (
    <>
      <p className="card-facts__title">{cardTitle(card) || phoneWords.cards.untitled}</p>
      <dl className="card-facts">
        {facts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** '' where nothing is set. */
function factOf(field: Field, value: AnyFieldValue, board: Board): string {
  if (value === null || value === '') return ''
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? ''
    case 'number':
      return typeof value === 'number' ? [formatNumber(value), field.unit ?? ''].join(' ').trim() : ''
    case 'flag':
      return value === true ? phoneWords.card.yes : ''
    case 'card': {
      const card = board.cards.get(value as CardId)
      return card ? cardTitle(card) : ''
    }
    case 'picture':
      return ''
    case 'readings':
      return Array.isArray(value)
        ? value.map(({ date, value: read }) => `${date}: ${formatNumber(read)}`).join('\n')
        : ''
    default:
      return String(value)
  }
}
