/** RFC 4180, strictly: what is not well-formed throws. Independent of the library that writes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`not a CSV file at ${at}: ${text.slice(at, at + 60)}`)
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Error('rows of different lengths')
  return rows
}
