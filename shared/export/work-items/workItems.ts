// Actions and opportunities as work for the tools of the next day. What every tool gets is made here; a tool's own file
// only says which column takes what. Done and dropped actions are no work any more and stay out.
import type { Board, Card, CardOf, Journey } from '../../journey/Board.ts'
import { isCellPlace } from '../../journey/Board.ts'
import type { CardId } from '../../journey/ids.ts'
import { cardsInMapOrder } from '../../journey/cardsInMapOrder.ts'
import { cardTitle } from '../../journey/readBoardParts.ts'
import { kpiValueLine } from '../../layout/cardFoot.ts'
import type { ExportInput } from '../formats.ts'
import { oneLine, plainText } from '../plainText.ts'

export interface WorkItem {
  readonly kind: 'Action' | 'Opportunity'
  /** One line, never empty. */
  readonly title: string
  readonly owner: string
  readonly department: string
  /** ISO day, '' if none is set. */
  readonly due: string
  readonly isStarted: boolean
  /** What else is known, as names and values; values may have several lines. */
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Opportunities before actions, each in the order of the maps; those beside the maps last. */
export function workItemsOf({ board, workshop }: ExportInput): WorkItem[] {
  const cards = cardsInMapOrder(board).filter(({ id }) => !board.mergedInto.has(id))
  const opportunities = cards.filter((card): card is CardOf<'opportunity'> => card.kind === 'opportunity')
  const actions = cards.filter((card): card is CardOf<'action'> => card.kind === 'action')
  const open = actions.filter(({ fields }) => fields.status === 'open' || fields.status === 'doing')
  const title = workshop.title
  return [
    ...opportunities.map((card) => opportunityItem(board, card, title)),
    ...open.map((card) => actionItem(board, card, title)),
  ].filter((item) => item.title !== '')
}

function opportunityItem(board: Board, card: CardOf<'opportunity'>, workshop: string): WorkItem {
  const { text, impact, effort, kpi } = card.fields
  return {
    kind: 'Opportunity',
    title: oneLine(text),
    owner: '',
    department: '',
    due: '',
    isStarted: false,
    facts: filled([
      ['Impact', impact === null ? '' : `${impact} of 5`],
      ['Effort', effort === null ? '' : `${effort} of 5`],
      ['Measured by', kpiWords(board, kpi)],
      ...whereItComesFrom(board, card, workshop),
    ]),
  }
}

function actionItem(board: Board, card: CardOf<'action'>, workshop: string): WorkItem {
  const { text, owner, department, due, kpi, status } = card.fields
  return {
    kind: 'Action',
    title: oneLine(text),
    owner: oneLine(owner),
    department: oneLine(department ?? ''),
    due: due ?? '',
    isStarted: status === 'doing',
    facts: filled([
      ['Owner', owner],
      ['Department', department ?? ''],
      ['Due', due ?? ''],
      ['Measured by', kpiWords(board, kpi)],
      ...whereItComesFrom(board, card, workshop),
    ]),
  }
}

function filled(facts: readonly (readonly [string, string])[]): [string, string][] {
  return facts.map(([name, value]): [string, string] => [name, plainText(value)]).filter(([, value]) => value !== '')
}

/** The objective goes with every item: whoever does the work knows what for. */
function whereItComesFrom(board: Board, card: Card, workshop: string): [string, string][] {
  const { place } = card
  const stage = isCellPlace(place) ? board.stages.get(place.stageId) : undefined
  const journey: Journey | undefined = isCellPlace(place) ? board.journeys.get(place.journeyId) : undefined
  return [
    ['Stage', stage?.name ?? ''],
    ['Journey', journey?.title ?? ''],
    ['Objective', journey?.objective ?? ''],
    ['Workshop', workshop],
  ]
}

/** "Days to decision (125 days, target 80)" */
function kpiWords(board: Board, id: string | null): string {
  const card = id === null ? undefined : board.cards.get(id as CardId)
  if (card?.kind !== 'kpi') return ''
  const value = kpiValueLine(card.fields)
  return value === '' ? cardTitle(card) : `${cardTitle(card)} (${value})`
}
