/** Before the year of 2027 is typed to its end it is 2, 20 and 202, and the browser calls each of them a day. */
const FIRST_YEAR = 2000

/** Of the field for a day ("2027-03-01"): there, and typed to its end. */
export function isWholeDay(value: string): boolean {
  return Number.parseInt(value, 10) >= FIRST_YEAR
}
