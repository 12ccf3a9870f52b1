// The words of a card as they stand in its fields, and whether its place shows them all.
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import type { CardShape } from '../journeyShapes.ts'

type CardProps = CardShape['props']

export function titleOf({ kind, fields }: Pick<CardProps, 'kind' | 'fields'>): string {
  const text = fields[cardDefinition(kind).title]
  return typeof text === 'string' ? text : ''
}

/** Whether the last line was cut by the layout (and not typed with dots at its end). */
export function isClamped(props: CardProps): boolean {
  return props.lines.at(-1)?.endsWith('…') === true && !titleOf(props).trimEnd().endsWith('…')
}
