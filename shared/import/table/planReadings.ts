// KPI values measured later → readings of the KPIs that are there. Rows name a KPI, a day and a value; a reading of a day
// that is there already is replaced.
import type { Board, CardOf } from '../../journey/Board.ts'
import { kpi } from '../../journey/cards/kpi.ts'
import { setField } from '../../journey/edit/editFields.ts'
import { type EditTarget, transact } from '../../journey/edit/EditTarget.ts'
import { showValue } from '../ImportProblem.ts'
import { parseFieldValue } from '../parseFieldValue.ts'
import { isNamed } from '../rowWords.ts'
import { storedSchemaOf } from '../../journey/readRecords.ts'
import type { TableProblem } from './planCards.ts'
import { columnName, type Table } from './Table.ts'

export interface ReadingColumns {
  readonly name: number
  readonly date: number
  readonly value: number
}

export interface ReadingPlan {
  readonly kpis: readonly { readonly card: CardOf<'kpi'>; readonly readings: CardOf<'kpi'>['fields']['readings'] }[]
  /** Readings that are new or changed. */
  readonly count: number
  readonly problems: readonly TableProblem[]
}

/** Null: the table has no such columns. */
export function readingColumns({ header }: Table): ReadingColumns | null {
  const find = (...names: string[]) => header.findIndex((words) => isNamed(words, ...names))
  const columns = {
    name: find('kpi', 'name', 'measure', 'metric'),
    date: find('date', 'day', 'month'),
    value: find('value', 'reading', 'actual'),
  }
  return Object.values(columns).every((at) => at >= 0) ? columns : null
}

export function planReadings(table: Table, columns: ReadingColumns, board: Board): ReadingPlan {
  const kpis = [...board.cards.values()].filter((card) => card.kind === 'kpi')
  const byKpi = new Map<CardOf<'kpi'>, Map<string, number>>()
  const counts = new Map<CardOf<'kpi'>, number>()
  const problems: TableProblem[] = []
  for (const { number, cells } of table.rows) {
    const complain = (at: number, sentence: string) =>
      problems.push({ row: number, column: columnName(at), sentence, isRowLeftOut: true })
    const [name = '', day = '', words = ''] = [cells[columns.name], cells[columns.date], cells[columns.value]]
    const found = kpis.filter((card) => isNamed(card.fields.name, name))
    const [card] = found
    const date = parseFieldValue({ type: 'date', label: '' }, day)
    const value = parseFieldValue(kpi.fields.baseline, words)
    if (!card) complain(columns.name, `The board has no KPI ${showValue(name)}.`)
    else if (found.length > 1) complain(columns.name, `The board has ${found.length} KPIs called ${showValue(name)}.`)
    else if (typeof date !== 'string') complain(columns.date, `${showValue(day)} is not a date, like 2027-01-15.`)
    else if (typeof value !== 'number') complain(columns.value, `${showValue(words)} is not a number.`)
    else {
      const readings = byKpi.get(card) ?? new Map(card.fields.readings.map((one) => [one.date, one.value]))
      if (readings.get(date) !== value) counts.set(card, (counts.get(card) ?? 0) + 1)
      readings.set(date, value)
      byKpi.set(card, readings)
    }
  }
  const planned = [...byKpi].map(([card, byDate]) => {
    const readings = [...byDate]
      .map(([date, value]) => ({ date, value }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    return { card, readings }
  })
  // A KPI holds so many readings and no more; one that would hold too many stays as it is.
  const fits = planned.filter(({ readings }) => storedSchemaOf(kpi.fields.readings).safeParse(readings).success)
  for (const { card } of planned.filter((one) => !fits.includes(one)))
    problems.push({
      row: 0,
      column: '',
      sentence: `‘${card.fields.name}’ would have more readings than a KPI can hold.`,
      isRowLeftOut: true,
    })
  const count = fits.reduce((sum, { card }) => sum + (counts.get(card) ?? 0), 0)
  return { kpis: fits, count, problems }
}

export function applyReadings(target: EditTarget, plan: ReadingPlan): void {
  transact(target, () => {
    for (const { card, readings } of plan.kpis) setField(target, 'cards', card.id, 'readings', readings)
  })
}
