// A table over HTTP: its columns are guessed, as the dialog guesses them before somebody corrects it. What that dialog would
// leave out refuses the file here, because nobody looks at a plan.
import type { AppliedFile } from '../../../shared/import/applyJourneyFile.ts'
import { type ImportProblem, MAX_PROBLEMS } from '../../../shared/import/ImportProblem.ts'
import { applyPlan } from '../../../shared/import/table/applyPlan.ts'
import { type ColumnMapping, guessMapping, hasHeader, titleColumn } from '../../../shared/import/table/ColumnMapping.ts'
import { type CardPlan, planCards, type TableProblem } from '../../../shared/import/table/planCards.ts'
import { readingColumns } from '../../../shared/import/table/planReadings.ts'
import { columnName, MAX_TABLE_COLUMNS, type Table, withoutHeader } from '../../../shared/import/table/Table.ts'
import type { Board, Journey } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { cardDefinition, laneTakes } from '../../../shared/journey/cards/cardKinds.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import { journeysOf, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { type Refused, refused } from './parseImport.ts'
import type { ReadFile } from './readImport.ts'

export function readTableImport(read: Table, board: Board, departments: readonly string[]): ReadFile | Refused {
  const table = hasHeader(read) ? read : withoutHeader(read)
  if (readingColumns(table))
    return refused('This table holds values of KPIs. Bring it in from the board, which shows them first.')
  const mapping = guessMapping(table)
  const plan = planOn(board, table, mapping, departments)
  if (!plan.ok) return plan
  return {
    ok: true,
    pictures: [],
    workshop: null,
    notes: [],
    records: plan.plan.cards.length + plan.plan.newStages.length + plan.plan.newLanes.length,
    put: (target) => putOn(target, table, mapping, departments),
  }
}

type Planned = { readonly ok: true; readonly journey: Journey; readonly plan: CardPlan } | Refused

/** Into the first map, where rows go that say nothing. */
function planOn(board: Board, table: Table, mapping: ColumnMapping, departments: readonly string[]): Planned {
  const { homeLanes, title, fields, label } = cardDefinition(mapping.kind)
  const [journey] = journeysOf(board)
  const [stage] = journey ? stagesOf(board, journey.id) : []
  const lanes = journey ? lanesOf(board, journey.id).filter(({ kind }) => laneTakes(kind, mapping.kind)) : []
  const lane = lanes.find(({ kind }) => homeLanes.includes(kind)) ?? lanes[0]
  if (!journey || !stage || !lane) return refused(`There is no map that takes cards of the kind ${label}.`)
  if (titleColumn(mapping) === -1) return refused(`No column holds ‘${fields[title]?.label ?? label}’.`)
  const plan = planCards(table, mapping, { board, journey, stage, lane, unknownStages: 'make', departments })
  if (plan.problems.length > 0) return { ok: false, problems: plan.problems.slice(0, MAX_PROBLEMS).map(asProblem) }
  return { ok: true, journey, plan }
}

/** The board is another one than when the table was read: somebody may have deleted the lane meanwhile. */
function putOn(
  target: EditTarget,
  table: Table,
  mapping: ColumnMapping,
  departments: readonly string[],
): AppliedFile | Refused {
  const board = readBoard(target.doc)
  const planned = planOn(board, table, mapping, departments)
  if (!planned.ok) return planned
  const cards = applyPlan(target, board, planned.journey, planned.plan)
  return { report: { journeys: 0, cards: cards.length, drawings: 0 }, rounds: [], authors: {} }
}

/** Lines and columns as a spreadsheet numbers them, from 1. */
function asProblem({ row, column, sentence }: TableProblem): ImportProblem {
  const at = Array.from({ length: MAX_TABLE_COLUMNS }, (_, index) => columnName(index)).indexOf(column)
  return { path: column, line: Math.max(1, row), column: Math.max(1, at + 1), sentence }
}
