// An event log (XES, IEEE 1849) for process mining: each journey as a trace of its steps, and each card that was voted on
// as a trace of what happened to it. Times stand only where they are known; nothing is made up. No event of a vote names
// who voted, and none names who wrote.
import type { Board, Card } from '../journey/Board.ts'
import type { CardId } from '../journey/ids.ts'
import { cardsOfCell, cardTitle, journeysOf, lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import type { RoundResult } from '../workshop/results.ts'
import { candidateOf } from '../workshop/voteTotals.ts'
import { toFileRounds } from './fileRounds.ts'
import type { ExportFormat, ExportInput } from './formats.ts'
import { oneLine } from './plainText.ts'
import { element } from './svg/element.ts'

export const xesFormat: ExportFormat = {
  name: 'xes',
  render: (input) => `<?xml version="1.0" encoding="UTF-8"?>\n${toXes(input)}\n`,
}

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
] as const

function toXes(input: ExportInput): string {
  const rounds = toFileRounds(input.rounds ?? [])
  return element(
    'log',
    { 'xes.version': '1849.2016', 'xes.features': '' },
    ...extensions.map(([name, prefix]) =>
      element('extension', { name, prefix, uri: `http://www.xes-standard.org/${prefix}.xesext` }),
    ),
    element('global', { scope: 'trace' }, text('concept:name', 'unknown')),
    element('global', { scope: 'event' }, text('concept:name', 'unknown')),
    element('classifier', { name: 'Activity', keys: 'concept:name' }),
    text('concept:name', input.workshop.title),
    ...journeyTraces(input.board),
    ...voteTraces(input.board, rounds),
  )
}

const text = (key: string, value: string): string => element('string', { key, value: oneLine(value) })
const whole = (key: string, value: number): string => element('int', { key, value: String(value) })
const decimal = (key: string, value: number): string => element('float', { key, value: String(value) })
const time = (ms: number): string => element('date', { key: 'time:timestamp', value: new Date(ms).toISOString() })

/** Attributes that say nothing are left out. */
function event(name: string, ...attributes: readonly string[]): string {
  return element('event', {}, text('concept:name', name), ...attributes.filter((one) => one !== ''))
}

/** Planned order of what the customer does and meets, and of what happens behind. */
function journeyTraces(board: Board): string[] {
  return journeysOf(board).map(({ id, title, state }) => {
    const steps = stagesOf(board, id).flatMap((stage) =>
      lanesOf(board, id)
        .flatMap((lane) => cardsOfCell(board, stage, lane))
        .flatMap((card) => stepEvent(card, stage.name)),
    )
    return element('trace', {}, text('concept:name', title || id), text('state', state), ...steps)
  })
}

function stepEvent(card: Card, stage: string): string[] {
  const shared = [text('concept:instance', card.id), text('lifecycle:transition', 'complete'), text('stage', stage)]
  switch (card.kind) {
    case 'customer-action':
      return [event(cardTitle(card), ...shared, text('org:role', 'customer'))]
    case 'touchpoint': {
      const { channel, department } = card.fields
      return [event(cardTitle(card), ...shared, given('org:group', department ?? ''), given('channel', channel))]
    }
    case 'process-step': {
      const { actor, system, minutes, waitMinutes, flag, department } = card.fields
      return [
        event(
          cardTitle(card),
          ...shared,
          given('org:role', actor),
          given('org:group', department ?? ''),
          given('system', system),
          given('flag', flag ?? ''),
          minutes === null ? '' : decimal('minutes', minutes),
          waitMinutes === null ? '' : decimal('waitMinutes', waitMinutes),
        ),
      ]
    }
    default:
      return []
  }
}

const given = (key: string, value: string): string => (value.trim() === '' ? '' : text(key, value))

/** A trace for each card that was put to the vote: into which note it was merged, and how each vote ended for it. */
function voteTraces(board: Board, rounds: readonly RoundResult[]): string[] {
  const ids = [...new Set(rounds.flatMap(({ candidates }) => candidates.map(({ cardId }) => cardId)))]
  return ids.map((id) => {
    const [into, words] = [board.mergedInto.get(id as CardId), wordsOf(board, rounds, id)]
    const merged = into === undefined ? '' : event('merged', text('into', wordsOf(board, rounds, into)))
    const votes = rounds.flatMap((result) => voteEvents(result, id))
    return element('trace', {}, text('concept:name', words || id), text('card', id), ...votes, merged)
  })
}

/** As it was when it was voted on; the card may be gone. */
function wordsOf(board: Board, rounds: readonly RoundResult[], id: string): string {
  const card = board.cards.get(id as CardId)
  return card ? cardTitle(card) : (rounds.map((result) => candidateOf(result, id)).find(Boolean)?.title ?? '')
}

function voteEvents({ round, candidates, tally }: RoundResult, id: string): string[] {
  if (!candidates.some(({ cardId }) => cardId === id)) return []
  const ranked = tally.ranking.find(({ cardId }) => cardId === id)
  const about = [whole('round', round.number), text('question', round.question)]
  const result = ranked
    ? [decimal('votes', ranked.votes), whole('voters', ranked.voters), whole('rank', ranked.rank)]
    : []
  return [
    event('put to the vote', time(round.openedAtMs), text('lifecycle:transition', 'start'), ...about),
    ...(round.closedAtMs === null
      ? []
      : [event('vote ended', time(round.closedAtMs), text('lifecycle:transition', 'complete'), ...about, ...result)]),
  ]
}
