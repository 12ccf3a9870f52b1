import type { Reading } from '../../../shared/journey/fields.ts'

/** Readings, oldest first, one value a day: a second one of the same day takes the first one's place. */
export function withReading(readings: readonly Reading[], added: Reading): Reading[] {
  return [...readings.filter(({ date }) => date !== added.date), added].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
