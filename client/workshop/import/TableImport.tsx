// A table becomes cards: what each row is, what the columns hold, where it goes, and what would come of it. Nothing is
// changed before the last button.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { firstSheet, hasHeader, importableKinds } from '../../../shared/import/table/ColumnMapping.ts'
import { type Table, withoutHeader } from '../../../shared/import/table/Table.ts'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { laneTitle } from '../../../shared/journey/readBoardParts.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { MAX_SHAPES } from '../../board/tldrawSeam.tsx'
import { useBoardBeside } from '../../board/useWatchedBoard.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { importWords as words } from '../../ui/importWords.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { CardSummary } from './CardSummary.tsx'
import { countDrawings } from './countDrawings.ts'
import { importCards, importReadings, listDepartments } from './importTable.ts'
import { MappingTable } from './MappingTable.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import { type RowKind, type TablePlan, useTablePlan } from './useTablePlan.ts'

interface TableImportProps {
  fileName: string
  tables: readonly Table[]
  onBack: () => void
  onClose: () => void
}

export function TableImport({ fileName, tables, onBack, onClose }: TableImportProps) {
  const [at, setAt] = useState(() => firstSheet(tables))
  const read = tables[at]
  const [named, setNamed] = useState<boolean | null>(null)
  if (!read) return null
  const isNamed = named ?? hasHeader(read)
  const sheets = tables.map(({ name }, index) => ({ value: String(index), label: name }))
  // A table of its own has choices of its own.
  return (
    <MappedTable
      key={`${at} ${isNamed}`}
      fileName={fileName}
      table={isNamed ? read : withoutHeader(read)}
      heading={<CheckField label={words.header} checked={isNamed} onChecked={setNamed} />}
      onBack={onBack}
      onClose={onClose}
    >
      {sheets.length > 1 && (
        <SelectField
          label={words.sheet}
          options={sheets}
          value={String(at)}
          onValue={(value) => {
            setAt(Number(value))
            setNamed(null)
          }}
        />
      )}
    </MappedTable>
  )
}

interface MappedTableProps extends Omit<TableImportProps, 'tables'> {
  table: Table
  /** Above the columns. */
  heading: React.ReactNode
  children: React.ReactNode
}

function MappedTable({ fileName, table, heading, onBack, onClose, children }: MappedTableProps) {
  const session = useBoardSession()
  const watched = useBoardBeside(session.doc)
  const departments = useValue('departments', () => session.connection.workshop.get().departments, [session])
  const plan = useTablePlan(table, watched, departments)
  const { chosen, journey, cards, readings } = plan
  const there = watched.board.cards.size + countDrawings(session.doc)
  const isTooMuch = (cards?.cards.length ?? 0) + there > MAX_SHAPES
  const count = readings ? readings.count : (cards?.cards.length ?? 0)

  function bringIn() {
    if (readings) importReadings(session, readings)
    else if (cards && journey) {
      importCards(session, journey, cards)
      listDepartments(session, departments, cards)
    }
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.heading}
      description={words.lead(fileName, table.rows.length)}
      width={920}
      footer={
        <>
          <Button onClick={onBack}>{words.back}</Button>
          <Button look="primary" disabled={count === 0 || isTooMuch} onClick={bringIn}>
            {readings ? words.importReadings(count) : words.importCards(count)}
          </Button>
        </>
      }
    >
      {chosen.mapping.preset !== '' && (
        <Strip tone="info" boxed>
          {words.preset(chosen.mapping.preset)}
        </Strip>
      )}
      <div className="import__choices">
        {children}
        <KindChoice plan={plan} />
        {!readings && <PlaceChoices plan={plan} />}
      </div>
      {!readings && (
        <>
          {heading}
          <MappingTable table={table} mapping={chosen.mapping} onMapping={(mapping) => plan.choose({ mapping })} />
        </>
      )}
      {cards && <CardSummary plan={plan} cards={cards} />}
      {isTooMuch && (
        <Strip tone="warn" boxed>
          {words.tooMany(MAX_SHAPES)}
        </Strip>
      )}
      {readings && (
        <PlanSummary
          summary={words.readingsSummary(readings.count, readings.problems.length)}
          problems={readings.problems}
        />
      )}
      {!cards && !readings && (
        <Strip tone="warn" boxed>
          {words.noMap}
        </Strip>
      )}
    </Dialog>
  )
}

function KindChoice({ plan: { chosen, chooseKind, mayBeReadings } }: { plan: TablePlan }) {
  const kinds: { value: RowKind; label: string }[] = importableKinds.map((kind) => {
    return { value: kind, label: cardDefinition(kind).label }
  })
  if (mayBeReadings) kinds.push({ value: 'readings', label: words.readings })
  return <SelectField label={words.kind} options={kinds} value={chosen.kind} onValue={chooseKind} />
}

function PlaceChoices({ plan }: { plan: TablePlan }) {
  const { chosen, choose, journeys, stages, lanes, journey, stage, lane } = plan
  const hasPlaces = chosen.mapping.columns.some(({ role }) => role === 'stage' || role === 'lane')
  return (
    <>
      {journeys.length > 1 && journey && (
        <SelectField
          label={words.journey}
          options={journeys.map(({ id, title }) => ({ value: id as string, label: title }))}
          value={journey.id}
          onValue={(journeyId) => choose({ journeyId, stageId: null, laneId: null })}
        />
      )}
      {stage && (
        <SelectField
          label={words.stage}
          options={stages.map(({ id, name }, at) => {
            return { value: id, label: name.trim() || words.unnamedStage(at + 1) }
          })}
          value={stage.id}
          onValue={(stageId) => choose({ stageId })}
        />
      )}
      {lane && (
        <SelectField
          label={words.lane}
          options={lanes.map((one) => ({ value: one.id as string, label: laneTitle(one) }))}
          value={lane.id}
          onValue={(laneId) => choose({ laneId })}
        />
      )}
      {hasPlaces && (
        <div className="import__unknown">
          <span className="field-label">{words.unknownStages}</span>
          <Segmented
            label={words.unknownStages}
            options={(['make', 'leaveOut'] as const).map((value) => {
              return { value, label: words.unknownStageChoices[value] }
            })}
            value={chosen.unknownStages}
            onValue={(unknownStages) => choose({ unknownStages })}
          />
        </div>
      )}
    </>
  )
}
