/** First characters by which spreadsheets take text for a formula, full-width forms included; as csv-stringify guards. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Text that no spreadsheet runs, whatever it is saved as and opened with: an apostrophe stands before it. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}
