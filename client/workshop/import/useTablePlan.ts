// What a person has chosen for a table, and the plan that follows from it. Plans anew with every choice; 20,000 rows
// take a moment and nothing is written.
import { useMemo, useState } from 'react'
import { journeysOf, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { Board, Journey, Lane, Stage } from '../../../shared/journey/Board.ts'
import { cardDefinition, type CardKind, laneTakes } from '../../../shared/journey/cards/cardKinds.ts'
import { type ColumnMapping, guessMapping, mapAs } from '../../../shared/import/table/ColumnMapping.ts'
import { type CardPlan, planCards } from '../../../shared/import/table/planCards.ts'
import { planReadings, readingColumns, type ReadingPlan } from '../../../shared/import/table/planReadings.ts'
import type { WatchedBoard } from '../../board/useWatchedBoard.ts'
import type { Table } from '../../../shared/import/table/Table.ts'

export type RowKind = CardKind | 'readings'

interface Chosen {
  readonly kind: RowKind
  readonly mapping: ColumnMapping
  readonly unknownStages: 'make' | 'leaveOut'
  readonly journeyId: string | null
  readonly stageId: string | null
  readonly laneId: string | null
}

export interface TablePlan {
  readonly chosen: Chosen
  readonly choose: (part: Partial<Chosen>) => void
  readonly chooseKind: (kind: RowKind) => void
  readonly journeys: readonly Journey[]
  readonly stages: readonly Stage[]
  /** Those that take the kind of card. */
  readonly lanes: readonly Lane[]
  readonly journey: Journey | null
  readonly stage: Stage | null
  readonly lane: Lane | null
  readonly cards: CardPlan | null
  readonly readings: ReadingPlan | null
  /** The table holds values of KPIs. */
  readonly mayBeReadings: boolean
}

/** `watched`: the board goes on changing while somebody looks at the plan. */
export function useTablePlan(table: Table, watched: WatchedBoard, departments: readonly string[]): TablePlan {
  const { board } = watched
  const structure = structureOf(board)
  // The board stays the same object, and cards that others write change nothing in the plan of 20,000 rows.
  const basis = useMemo(() => ({ board, structure }), [board, structure])
  const columns = useMemo(() => readingColumns(table), [table])
  const [chosen, setChosen] = useState(() => firstChoice(table, columns !== null))
  const place = placeOf(board, chosen)
  const { journey, stage, lane } = place
  const cards = useMemo(
    () =>
      chosen.kind === 'readings' || !journey || !stage || !lane
        ? null
        : planCards(table, chosen.mapping, {
            board: basis.board,
            journey,
            stage,
            lane,
            unknownStages: chosen.unknownStages,
            departments,
          }),
    [table, basis, chosen, journey, stage, lane, departments],
  )
  const readings = useMemo(
    () => (chosen.kind === 'readings' && columns ? planReadings(table, columns, watched.board) : null),
    [table, watched, chosen.kind, columns],
  )
  return {
    chosen,
    choose: (part) => setChosen((last) => ({ ...last, ...part })),
    chooseKind: (kind) =>
      setChosen((last) => ({ ...last, kind, mapping: kind === 'readings' ? last.mapping : mapAs(kind, table) })),
    ...place,
    cards,
    readings,
    mayBeReadings: columns !== null,
  }
}

/** What a plan goes by: equal text, equal plan. */
function structureOf(board: Board): string {
  return JSON.stringify(
    journeysOf(board).map(({ id, title }) => [
      id,
      title,
      stagesOf(board, id).map((stage) => [stage.id, stage.name]),
      lanesOf(board, id).map((lane) => [lane.id, lane.kind, lane.title]),
    ]),
  )
}

function firstChoice(table: Table, mayBeReadings: boolean): Chosen {
  const mapping = guessMapping(table)
  const kind = mayBeReadings ? 'readings' : mapping.kind
  return { kind, mapping, unknownStages: 'make', journeyId: null, stageId: null, laneId: null }
}

/** Where rows go that say nothing: what was chosen if it is still there, else the first that fits. */
function placeOf(board: Board, { kind, journeyId, stageId, laneId }: Chosen) {
  const journeys = journeysOf(board)
  const journey = journeys.find(({ id }) => id === journeyId) ?? journeys[0] ?? null
  const stages = journey ? stagesOf(board, journey.id) : []
  const all = journey ? lanesOf(board, journey.id) : []
  const lanes = kind === 'readings' ? [] : all.filter((lane) => laneTakes(lane.kind, kind))
  const home = kind === 'readings' ? undefined : lanes.find((lane) => homeLanes(kind).includes(lane.kind))
  return {
    journeys,
    stages,
    lanes,
    journey,
    stage: stages.find(({ id }) => id === stageId) ?? stages[0] ?? null,
    lane: lanes.find(({ id }) => id === laneId) ?? home ?? lanes[0] ?? null,
  }
}

const homeLanes = (kind: CardKind): readonly string[] => cardDefinition(kind).homeLanes
