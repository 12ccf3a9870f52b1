// The icon at the left of a card: its kind, and for notes what sort of note it is.
import type { CardId } from '../../../../shared/journey/ids.ts'
import type { CardKind } from '../../../../shared/journey/cards/cardKinds.ts'
import { noteTypeOf } from '../../../../shared/workshop/boardRule.ts'
import { CustomerActionIcon, type Icon, KpiIcon, OpportunityIcon, QuoteIcon } from '../../../ui/icons.tsx'
import { noteIcons } from '../../../ui/noteIcons.ts'
import type { CardShape } from '../journeyShapes.ts'
import { ActionCheck } from './ActionCheck.tsx'
import { PersonaPicture } from './PersonaPicture.tsx'

const kindIcons: Partial<Record<CardKind, Icon>> = {
  'customer-action': CustomerActionIcon,
  thought: QuoteIcon,
  kpi: KpiIcon,
  opportunity: OpportunityIcon,
}

interface CardIconProps extends Pick<CardShape['props'], 'kind' | 'fields'> {
  /** Of the card, where the icon can be pressed; null where it is a drawing only. */
  id: CardId | null
}

export function CardIcon({ id, kind, fields }: CardIconProps) {
  if (kind === 'action') return <ActionCheck id={id} done={fields['status'] === 'done'} />
  if (kind === 'persona') return <PersonaPicture hash={pictureOf(fields)} />
  const Drawing = kind === 'note' ? noteIcons[noteTypeOf({ kind, fields }) ?? 'pain'] : kindIcons[kind]
  return Drawing === undefined ? null : <Drawing className="board-card__icon" />
}

function pictureOf(fields: CardShape['props']['fields']): string | null {
  const picture = fields['picture']
  return typeof picture === 'string' ? picture : null
}
