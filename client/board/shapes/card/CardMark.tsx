// Mark of the department a card belongs to; cards without one mount nothing and subscribe to nothing.
import type { AnyFieldValue } from '../../../../shared/journey/fields.ts'

export function CardMark({ department }: { department: AnyFieldValue | undefined; kind: string }) {
  if (typeof department !== 'string' || department === '') return null
  return null
}
