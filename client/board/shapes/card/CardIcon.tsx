// The icon at the left of a card: its kind, and for notes what sort of note it is.
import type { CardKind } from '../../../../shared/journey/cards/cardKinds.ts'
import {
  CustomerActionIcon,
  GainIcon,
  type Icon,
  IdeaIcon,
  KpiIcon,
  OpportunityIcon,
  PainIcon,
  QuestionIcon,
  QuoteIcon,
} from '../../../ui/icons.tsx'
import type { CardShape } from '../journeyShapes.ts'
import { PersonaPicture } from './PersonaPicture.tsx'

export const noteIcons: Readonly<Record<string, Icon>> = {
  pain: PainIcon,
  gain: GainIcon,
  idea: IdeaIcon,
  question: QuestionIcon,
  quote: QuoteIcon,
}

const kindIcons: Partial<Record<CardKind, Icon>> = {
  'customer-action': CustomerActionIcon,
  thought: QuoteIcon,
  kpi: KpiIcon,
  opportunity: OpportunityIcon,
}

export function CardIcon({ kind, fields }: Pick<CardShape['props'], 'kind' | 'fields'>) {
  if (kind === 'action') return <CheckBox done={fields['status'] === 'done'} />
  if (kind === 'persona') return <PersonaPicture hash={pictureOf(fields)} />
  const Drawing = kind === 'note' ? (noteIcons[String(fields['type'])] ?? PainIcon) : kindIcons[kind]
  return Drawing === undefined ? null : <Drawing className="board-card__icon" />
}

function CheckBox({ done }: { done: boolean }) {
  return (
    <svg className="board-card__icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="2" y="2" width="12" height="12" rx="2" />
      {done && <path d="m5 8.2 2.2 2.2L11.2 6" />}
    </svg>
  )
}

function pictureOf(fields: CardShape['props']['fields']): string | null {
  const picture = fields['picture']
  return typeof picture === 'string' ? picture : null
}
