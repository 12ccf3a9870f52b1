// The first rows of the table, and above each column what it becomes.
import {
  type ColumnMapping,
  type ColumnRole,
  withColumn,
  writableFields,
} from '../../../shared/import/table/ColumnMapping.ts'
import { columnName, type Table } from '../../../shared/import/table/Table.ts'
import { importWords as words } from '../../ui/importWords.ts'

/** Enough to see what a column holds. */
const PREVIEW_ROWS = 4

interface MappingTableProps {
  table: Table
  mapping: ColumnMapping
  onMapping: (mapping: ColumnMapping) => void
}

export function MappingTable({ table, mapping, onMapping }: MappingTableProps) {
  const { header, rows } = table
  return (
    // A part that scrolls has to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="import__columns" role="group" aria-label={words.columns} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((name, at) => (
              <th key={columnName(at)} scope="col">
                <span className="import__letter">{columnName(at)}</span>
                <span className="import__name" title={name}>
                  {name}
                </span>
                <RoleSelect
                  label={words.column(columnName(at), name)}
                  mapping={mapping}
                  at={at}
                  onRole={(role) => onMapping(withColumn(mapping, at, role))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, PREVIEW_ROWS).map(({ number, cells }) => (
            <tr key={number}>
              {header.map((_, at) => (
                <td
                  key={columnName(at)}
                  className={mapping.columns[at]?.role === 'ignore' ? 'import__ignored' : undefined}
                >
                  {cells[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RoleSelectProps {
  label: string
  mapping: ColumnMapping
  at: number
  onRole: (role: ColumnRole) => void
}

const FIELD = 'field.'

function RoleSelect({ label, mapping, at, onRole }: RoleSelectProps) {
  const role = mapping.columns[at] ?? { role: 'ignore' }
  const others = ['ignore', 'stage', 'lane', 'more'] as const
  return (
    <select
      aria-label={label}
      value={role.role === 'field' ? FIELD + role.field : role.role}
      onChange={({ target: { value } }) => {
        const plain = others.find((other) => other === value)
        onRole(plain ? { role: plain } : { role: 'field', field: value.slice(FIELD.length) })
      }}
    >
      {others.map((other) => (
        <option key={other} value={other}>
          {words.roles[other]}
        </option>
      ))}
      {writableFields(mapping.kind).map(({ name, field }) => (
        <option key={name} value={FIELD + name}>
          {field.label}
        </option>
      ))}
    </select>
  )
}
