// The small print at the bottom of a card, derived from its fields: channel, owner and date, KPI value, KPI name,
// needs. Words only; how much of it fits is `measureCard`'s business. Numbers and dates are written by fixed rules, not
// by the browser's locale: everybody reads the same card.
import type { Board, Card } from '../journey/Board.ts'

/** Cards whose names a card's small print shows; if one of them changes, the card is measured again. */
export function footReference(board: Board, card: Card): Card | null {
  return card.kind === 'opportunity' && card.fields.kpi
    ? (board.cards.get(card.fields.kpi as Card['id']) ?? null)
    : null
}

/** `parts`: notes it shows for beside itself. Empty: nothing to show. */
export function cardFoot(card: Card, reference: Card | null, parts = 0): string {
  switch (card.kind) {
    case 'touchpoint':
      return card.fields.channel.trim()
    case 'action':
      return [card.fields.owner.trim(), card.fields.due ? formatDay(card.fields.due) : ''].filter(Boolean).join(', ')
    case 'kpi':
      return kpiValueLine(card.fields)
    case 'opportunity':
      return reference?.kind === 'kpi' ? reference.fields.name.trim() : ''
    case 'persona':
      return card.fields.needs.trim()
    case 'note':
      return parts === 0 ? '' : `${parts + 1} notes`
    case 'customer-action':
    case 'thought':
    case 'process-step':
      return ''
  }
}

type KpiFields = Extract<Card, { kind: 'kpi' }>['fields']

/** Units up to this long are said with both numbers ("62 %, target 80 %"), words only once ("125 days, target 80"). */
const MAX_REPEATED_UNIT = 2

/** The newest reading, before the first one the baseline; then the target. */
export function kpiValueLine(fields: KpiFields): string {
  const value = fields.readings.at(-1)?.value ?? fields.baseline
  const unit = fields.unit.trim() === '' ? '' : ` ${fields.unit.trim()}`
  const isRepeated = value === null || fields.unit.trim().length <= MAX_REPEATED_UNIT
  const parts: string[] = []
  if (value !== null) parts.push(`${formatNumber(value)}${unit}`)
  if (fields.target !== null) parts.push(`target ${formatNumber(fields.target)}${isRepeated ? unit : ''}`)
  return parts.join(', ')
}

/** At most two decimals, thousands set apart, a true minus sign. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals] = String(Math.round(Math.abs(value) * 100) / 100).split('.')
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = value < 0 && (grouped !== '0' || decimals !== undefined) ? '−' : ''
  return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "15 January" for an ISO day; the year stands in the card's details. */
export function formatDay(isoDay: string): string {
  const [, month = '', day = ''] = isoDay.split('-')
  const name = months[Number(month) - 1]
  return name ? `${Number(day)} ${name}` : isoDay
}
