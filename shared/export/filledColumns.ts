// A column in which nobody wrote anything says nothing and takes the room of those that do.

/** Columns with something in at least one row, and their cells; the first column always stays. */
export function filledColumns<Column>(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { columns: readonly Column[]; rows: readonly (readonly string[])[] } {
  const isFilled = columns.map((_, at) => at === 0 || rows.some((row) => (row[at] ?? '').trim() !== ''))
  return {
    columns: columns.filter((_, at) => isFilled[at]),
    rows: rows.map((row) => row.filter((_, at) => isFilled[at])),
  }
}
