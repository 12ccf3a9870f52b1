// A typed number, with a comma or a point, thousands set apart or not. Empty is "not set".
import type { NumberField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'

type ReadNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly reason: string }

export function readNumber(typed: string, field: Pick<NumberField, 'min' | 'max' | 'integer'>): ReadNumber {
  const text = typed
    .trim()
    .replaceAll(/[\s\u00A0\u202F']/g, '')
    .replace('−', '-')
  if (text === '') return { ok: true, value: null }
  const value = Number(withPoint(text))
  if (!Number.isFinite(value) || (field.integer === true && !Number.isInteger(value)))
    return { ok: false, reason: canvasWords.details.wrongNumber }
  if (value < field.min || value > field.max)
    return { ok: false, reason: canvasWords.details.outOfRange(field.min, field.max) }
  return { ok: true, value }
}

/** "1.234,5" and "1,234.5" → "1234.5". One comma alone is a decimal comma unless three digits follow it. */
function withPoint(text: string): string {
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  if (comma >= 0 && point >= 0)
    return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  if (comma < 0) return text
  const isThousands = /^-?\d{1,3}(,\d{3})+$/.test(text)
  return isThousands ? text.replaceAll(',', '') : text.replace(',', '.')
}
