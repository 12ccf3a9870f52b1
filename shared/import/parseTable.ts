// Text of a spreadsheet's clipboard → rows of cells.

/**
 * Cells are parted by tabs and rows by line ends of any kind. A cell with a tab, a line end or a quote in it comes in
 * double quotes with inner quotes doubled; a quote that is never closed is an ordinary character. Cells are trimmed,
 * rows without words left out.
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const quoted = quotedCell(text, at)
    const end = quoted ? quoted.end : endOfCell(text, at)
    rows.at(-1)?.push((quoted ? quoted.words : text.slice(at, end)).trim())
    if (text[end] !== '\t') rows.push([])
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

function endOfCell(text: string, start: number): number {
  const length = text.slice(start).search(/[\t\r\n]/)
  return length < 0 ? text.length : start + length
}

function quotedCell(text: string, start: number): { words: string; end: number } | null {
  if (text[start] !== '"') return null
  let close = start
  do {
    close = text.indexOf('"', close + 1)
    if (close < 0) return null
    if (text[close + 1] === '"') close++
    else break
  } while (close < text.length)
  const isWholeCell = close + 1 === text.length || /[\t\r\n]/.test(text.charAt(close + 1))
  return isWholeCell ? { words: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 } : null
}
