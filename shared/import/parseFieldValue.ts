// What people write in a spreadsheet's cell → the value of a field.
import type { AnyFieldValue, Field } from '../journey/fields.ts'
import { storedSchemaOf } from '../journey/readRecords.ts'

const yes = new Set(['yes', 'y', 'true', 'x', '✓', '1'])
const no = new Set(['no', 'n', 'false', '', '0'])

/** Null if the words are no value of the field. Links to cards, pictures and readings are not written in one cell. */
export function parseFieldValue(field: Field, words: string): AnyFieldValue {
  const value = candidate(field, words.trim())
  return value !== null && storedSchemaOf(field).safeParse(value).success ? value : null
}

function candidate(field: Field, words: string): AnyFieldValue {
  switch (field.type) {
    case 'text':
    case 'department':
      return words
    case 'choice': {
      const name = words.toLowerCase()
      return field.options.find(({ value, label }) => value === name || label.toLowerCase() === name)?.value ?? null
    }
    case 'number':
      return parseNumber(words)
    case 'flag':
      if (yes.has(words.toLowerCase())) return true
      return no.has(words.toLowerCase()) ? false : null
    case 'date':
      return realDay(parseDay(words))
    default:
      return null
  }
}

/** "31.12.2026", "2026/12/31"; with strokes only where no month can be meant by the day: 3/4 is another day elsewhere. */
function parseDay(words: string): string {
  const written = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(words)
  if (!written) return words.replaceAll('/', '-')
  const [, first = '', sign, second = '', year = ''] = written
  const isMonthFirst = sign === '/' && Number(second) > 12
  if (sign === '/' && !isMonthFirst && Number(first) <= 12) return words
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Null for a day that no calendar has. */
function realDay(iso: string): string | null {
  const date = new Date(iso)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** "1,234.5", "1 234,5", "62 %", "−3" */
function parseNumber(words: string): number | null {
  const plain = words.replaceAll(/[\s'%€$£]/g, '').replace('−', '-')
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
  const number = isGrouped ? plain.replaceAll(',', '') : plain.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : null
}
