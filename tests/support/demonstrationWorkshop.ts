// The demonstration workshop run to its end: a vote, four actions, a date of review. What golden files are made of, and
// what one looks at.
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import type { ExportInput } from '../../shared/export/formats.ts'
import { importJson } from './importJson.ts'
import type { Board, Card } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { roundResult } from './roundResult.ts'

const file = new URL('../fixtures/leaving-military-service.json', import.meta.url)

const actions = [
  ['Show the next step and a date for every claim', 'Ana Silva', 'Benefits administration', '2027-01-15', 'open'],
  ['File once: one intake form that both read', 'Daniel Kim', 'Defense', '2027-03-01', 'doing'],
  ['Hand out a personal checklist by date', 'Tom Lindqvist', 'Labor', '2027-02-12', 'done'],
  ['Write to people within a week when a benefit changes', 'Kofi Mensah', '', '', 'open'],
] as const

export function demonstrationWorkshop(): { readonly doc: Y.Doc; readonly input: ExportInput } {
  const doc = new Y.Doc()
  const target: EditTarget = { doc, origin: 'demonstration' }
  const imported = importJson(target, readFileSync(file, 'utf8'), 'replace')
  if (!imported.ok) throw new Error(`the demonstration workshop cannot be read: ${JSON.stringify(imported.problems)}`)
  const { title, departments, participants } = imported.file.workshop
  const before = readBoard(doc)
  const kpi = cardCalled(before, 'Days from filing to decision')
  setField(target, 'cards', kpi.id, 'target', 80)
  setField(target, 'cards', kpi.id, 'readings', [
    { date: '2026-09-01', value: 131 },
    { date: '2026-11-01', value: 125.5 },
  ])
  addActions(target, before, kpi.id)
  return {
    doc,
    input: {
      board: readBoard(doc),
      drawings: [],
      workshop: {
        title,
        departments,
        participants,
        facilitators: ['Maya Ortiz'],
        heldOn: '2026-11-21',
        reviewDate: '2027-02-01',
      },
      rounds: [voteOf(before, departments)],
      nowMs: Date.UTC(2026, 10, 21, 15),
    },
  }
}

function cardCalled(board: Board, words: string): Card {
  const found = [...board.cards.values()].find((card) => cardTitle(card) === words)
  if (!found) throw new Error(`no card "${words}"`)
  return found
}

function addActions(target: EditTarget, board: Board, kpi: CardId): void {
  const opportunity = cardCalled(board, 'Clear next step and date at all times')
  actions.forEach(([text, owner, department, due, status], at) => {
    const place = { ...opportunity.place, order: `a${at + 1}` }
    const fields = { text, owner, department, due: due || null, status, ...(at === 0 ? { kpi } : {}) }
    createCards(target, [{ id: `action${at}` as CardId, kind: 'action', place, fields }])
  })
}

function voteOf(board: Board, departments: readonly string[]): RoundResult {
  const card = (words: string) => cardCalled(board, words).id
  const [status, fear, waits, nobody] = [
    'Status cannot be seen',
    'Fear of missing something critical',
    'Long waits without word',
    'Nobody reaches out',
  ].map(card) as [CardId, CardId, CardId, CardId]
  const stageNames = ['Settling', 'Separating', 'Settling', 'Thriving']
  const titles = [status, fear, waits, nobody].map((id) => cardTitle(board.cards.get(id) as Card))
  return roundResult({
    cards: [status, fear, waits, nobody].map((cardId, at) => {
      return { cardId, title: titles[at] ?? '', stage: stageNames[at] ?? '', severity: 4 - at }
    }),
    ballots: Array.from({ length: 12 }, (_, at) => ({
      department: departments[at % 4] ?? '',
      dots: at % 3 === 0 ? { [status]: 2, [fear]: 2 } : { [waits]: 1, [nobody]: at % 2, [status]: 1 },
    })),
    departments,
    round: { question: 'Which pains should we solve first?' },
  })
}
