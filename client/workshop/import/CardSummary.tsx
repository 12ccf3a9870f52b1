// What the import would make, in one line, and what is wrong with the rows.
import { titleColumn } from '../../../shared/import/table/ColumnMapping.ts'
import { cardDefinition, type CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { importWords as words } from '../../ui/importWords.ts'
import { Strip } from '../../ui/Strip.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import type { TablePlan } from './useTablePlan.ts'

export function CardSummary({ plan, cards }: { plan: TablePlan; cards: NonNullable<TablePlan['cards']> }) {
  const { mapping } = plan.chosen
  if (titleColumn(mapping) === -1) {
    const { title, fields, label } = cardDefinition(mapping.kind)
    return (
      <Strip tone="warn" boxed>
        {words.noTitle(fields[title]?.label ?? label)}
      </Strip>
    )
  }
  const { newStages, newLanes, newDepartments, leftOut } = cards
  const made = cards.cards.length
  const kinds = countedKinds(cards.cards.map(({ kind }) => kind))
  const summary = words.summary({
    made,
    kinds,
    stages: newStages.length,
    lanes: newLanes.length,
    departments: newDepartments.length,
    leftOut,
  })
  return <PlanSummary summary={summary} problems={cards.problems} />
}

/** "17 touchpoints", "2 KPIs", as they first come. */
function countedKinds(kinds: readonly CardKind[]): string[] {
  return [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => {
    const { label, plural } = cardDefinition(kind)
    const name = length === 1 ? label : plural
    return `${length} ${/^[A-Z]{2}/.test(name) ? name : name.toLowerCase()}`
  })
}
