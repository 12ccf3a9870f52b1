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
  if (kind === 'persona') return <Portrait />
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

/** Stands for a persona without a picture. */
export function Portrait() {
  return (
    <svg className="board-card__portrait" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" />
      <path d="M20 9a6 6 0 0 1 6 6v1a6 6 0 0 1-12 0v-1a6 6 0 0 1 6-6zM8.5 34c1.2-6.5 5.8-9.5 11.5-9.5s10.3 3 11.5 9.5A20 20 0 0 1 20 40 20 20 0 0 1 8.5 34z" />
    </svg>
  )
}
