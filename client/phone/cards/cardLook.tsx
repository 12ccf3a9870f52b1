// A card as a row shows it: its icon and the colours of its kind. Notes by their type.
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import {
  ActionIcon,
  CustomerActionIcon,
  type Icon,
  KpiIcon,
  OpportunityIcon,
  PersonIcon,
  ProcessIcon,
  QuoteIcon,
  TouchpointIcon,
} from '../../ui/icons.tsx'
import { noteIcons } from '../../ui/noteIcons.ts'
import type { CardChoice } from './addChoices.ts'

const kindIcons: Readonly<Record<Exclude<CardKind, 'note'>, Icon>> = {
  touchpoint: TouchpointIcon,
  'customer-action': CustomerActionIcon,
  thought: QuoteIcon,
  'process-step': ProcessIcon,
  kpi: KpiIcon,
  opportunity: OpportunityIcon,
  action: ActionIcon,
  persona: PersonIcon,
}

/** The icon itself, for lists of choices. */
export function iconOf({ kind, noteType }: CardChoice): Icon {
  return kind === 'note' ? noteIcons[noteType ?? 'idea'] : kindIcons[kind]
}

/** Class of the row or box: `paper--pain`, `paper--card`. */
export function paperOf({ kind, noteType }: CardChoice): string {
  return `paper paper--${kind === 'note' ? (noteType ?? 'idea') : 'card'}`
}

interface PaperIconProps {
  of: CardChoice
  size?: number
  className?: string
}

export function PaperIcon({ of: choice, ...rest }: PaperIconProps) {
  return iconOf(choice)(rest)
}
