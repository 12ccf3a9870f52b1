// The types a field can have. Everything that handles cards (shape, editor, table, form, validator, exports) is
// derived from declarations made of these.
import { z } from 'zod/mini'

/** Longest text of one field, in UTF-16 units. Long enough for a pasted paragraph, short enough to stay a card. */
export const MAX_TEXT_LENGTH = 2_000
/** Longest title or name. */
export const MAX_TITLE_LENGTH = 300
/** Most readings one KPI keeps. */
export const MAX_READINGS = 400

interface FieldBase {
  readonly label: string
}
/** Typed together, character by character: a Y.Text in the document, a string when read. */
export interface TextField extends FieldBase {
  readonly type: 'text'
  readonly maxLength: number
  readonly multiline?: boolean
  readonly placeholder?: string
}
export interface ChoiceField<Value extends string = string> extends FieldBase {
  readonly type: 'choice'
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly initial?: Value
}
export interface NumberField extends FieldBase {
  readonly type: 'number'
  readonly min: number
  readonly max: number
  readonly integer?: boolean
  readonly unit?: string
}
export interface FlagField extends FieldBase {
  readonly type: 'flag'
}
/** ISO day, `2026-11-21`. */
export interface DateField extends FieldBase {
  readonly type: 'date'
}
/** Name of one of the workshop's departments. */
export interface DepartmentField extends FieldBase {
  readonly type: 'department'
}
/** Another card of the same workshop, by id. */
export interface CardField extends FieldBase {
  readonly type: 'card'
  readonly kind: string
}
/** SHA-256 of a picture kept by the workshop, hex. */
export interface PictureField extends FieldBase {
  readonly type: 'picture'
}
/** Measured values by ISO day, oldest first when read; a Y.Map day → number in the document. */
export interface ReadingsField extends FieldBase {
  readonly type: 'readings'
}

export type Field =
  | TextField
  | ChoiceField
  | NumberField
  | FlagField
  | DateField
  | DepartmentField
  | CardField
  | PictureField
  | ReadingsField

export type Reading = { readonly date: string; readonly value: number }

/** What a field holds when read. Every field but text and readings may be unset (null). */
export type FieldValue<F extends Field> = F extends TextField
  ? string
  : F extends ChoiceField<infer Value>
    ? Value | null
    : F extends NumberField
      ? number | null
      : F extends FlagField
        ? boolean
        : F extends ReadingsField
          ? readonly Reading[]
          : string | null

export type AnyFieldValue = string | number | boolean | null | readonly Reading[]

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const daySchema = z.string().check(z.regex(dayPattern))

/** Validator of a field's plain value (text as a string), made from its declaration. */
export function fieldSchema(field: Field): z.ZodMiniType<AnyFieldValue> {
  switch (field.type) {
    case 'text':
      return z.string().check(z.maxLength(field.maxLength))
    case 'choice':
      return z.nullable(z.enum(field.options.map((option) => option.value)))
    case 'number': {
      const number = field.integer ? z.int() : z.number()
      return z.nullable(number.check(z.gte(field.min), z.lte(field.max)))
    }
    case 'flag':
      return z.boolean()
    case 'date':
      return z.nullable(daySchema)
    case 'department':
      return z.nullable(z.string().check(z.maxLength(80)))
    case 'card':
      return z.nullable(z.string().check(z.maxLength(32)))
    case 'picture':
      return z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/)))
    case 'readings':
      return z.array(z.object({ date: daySchema, value: z.number() })).check(z.maxLength(MAX_READINGS))
  }
}

/** The value of a field nobody has set. */
export function emptyValue(field: Field): AnyFieldValue {
  switch (field.type) {
    case 'text':
      return ''
    case 'flag':
      return false
    case 'readings':
      return []
    case 'choice':
      return field.initial ?? null
    default:
      return null
  }
}
