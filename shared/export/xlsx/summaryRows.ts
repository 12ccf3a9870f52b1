// The first sheet of the workbook: what the workshop was about, how it feels, what hurts most, what is done next.
import type { CsvValue } from '../csvTables.ts'
import type { ExportInput } from '../formats.ts'
import { type Recap, type RecapJourney, recapOf, type RecapRound } from '../recap.ts'
import { howItWasVoted, reviewWords, stateWords, whenAndWho } from '../recapWords.ts'

export interface SummaryRow {
  readonly cells: readonly CsvValue[]
  readonly isHeading: boolean
}

const row = (...cells: readonly CsvValue[]): SummaryRow => ({ cells, isHeading: false })
const head = (...cells: readonly string[]): SummaryRow => ({ cells, isHeading: true })
const gap = row()

export function summaryRows(input: ExportInput): SummaryRow[] {
  const recap = recapOf(input)
  return [
    head('Workshop', recap.title, '', '', '', ''),
    row('Who', whenAndWho(recap)),
    row('Review', reviewWords(recap)),
    ...recap.journeys.flatMap(journeyRows),
    ...recap.rounds.flatMap(roundRows),
    ...opportunityRows(recap),
    ...actionRows(recap),
  ]
}

function journeyRows(journey: RecapJourney): SummaryRow[] {
  return [
    gap,
    head('Journey', journey.title, '', '', '', ''),
    row('Persona', journey.persona),
    row('Objective', journey.objective),
    row('Success measure', journey.successMeasure),
    row('State', stateWords[journey.state]),
    ...(journey.feelings.length === 0 ? [] : [head('Stage', 'How it feels about', 'Reason', 'Median', '', '')]),
    ...journey.feelings.map(({ stageName, name, reason, median, isLowest }) =>
      row(stageName, name, reason, median, '', isLowest ? 'Lowest point' : ''),
    ),
  ]
}

function roundRows(round: RecapRound): SummaryRow[] {
  return [
    gap,
    head(`Vote ${round.number}`, round.question, '', '', '', ''),
    row('How', howItWasVoted(round)),
    head('Rank', 'Card', 'Stage', 'Votes', 'Voters', ''),
    ...round.top.map(({ rank, title, stageName, votes, voters }) => row(rank, title, stageName, votes, voters)),
  ]
}

function opportunityRows({ opportunities }: Recap): SummaryRow[] {
  if (opportunities.length === 0) return []
  return [
    gap,
    head('Stage', 'Opportunity', 'Measured by', 'Impact', 'Effort', ''),
    ...opportunities.map(({ stageName, text, kpi, impact, effort }) =>
      row(stageName, text, kpi, impact ?? '', effort ?? ''),
    ),
  ]
}

function actionRows({ actions }: Recap): SummaryRow[] {
  if (actions.length === 0) return []
  return [
    gap,
    head('Due', 'Action', 'Owner', 'Status', 'Department', 'Measured by'),
    ...actions.map(({ due, text, owner, status, department, kpi }) => row(due, text, owner, status, department, kpi)),
  ]
}
