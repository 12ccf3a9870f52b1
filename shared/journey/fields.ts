// The types a field can have. Everything that handles cards (shape, editor, table, form, validator, exports) is
// derived from declarations made of these.
import { z } from 'zod/mini'

/** Longest text of one field, in UTF-16 units. Long enough for a pasted paragraph, short enough to stay a card. */
export const MAX_TEXT_LENGTH = 2_000
/** Longest title or name. */
export const MAX_TITLE_LENGTH = 300
/**
 * How far above its limit a text may be in the document. Typing stops at the limit, but people who type at the same
 * moment may pass it together, and pasted words may be longer: up to this factor they are kept.
 */
export const TEXT_SLACK = 2
/** Most readings one KPI takes. */
export const MAX_READINGS = 400
/** Most readings a KPI is filled with at once; people who add some at the same moment may pass `MAX_READINGS`. */
export const MAX_STORED_READINGS = 4_000

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
  /** Never unset: what has no value reads as `initial`, or the record is no good. */
  readonly required?: true
}
export interface NumberField extends FieldBase {
  readonly type: 'number'
  readonly min: number
  readonly max: number
  readonly integer?: boolean
  readonly unit?: string
  readonly initial?: number
  /** Never unset, see ChoiceField. */
  readonly required?: true
}
interface FlagField extends FieldBase {
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

/** What a field holds when read. Text, flags, readings and what is `required` are never unset, all others may be (null). */
export type FieldValue<F extends Field> = F extends TextField
  ? string
  : F extends ChoiceField<infer Value>
    ? Value | Unset<F>
    : F extends NumberField
      ? number | Unset<F>
      : F extends FlagField
        ? boolean
        : F extends ReadingsField
          ? readonly Reading[]
          : string | null

type Unset<F extends Field> = F extends { readonly required: true } ? never : null

export type AnyFieldValue = string | number | boolean | null | readonly Reading[]

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const daySchema = z.string().check(z.regex(dayPattern))
export const readingSchema = z.object({ date: daySchema, value: z.number() })

/** Validator of a field's plain value (text as a string), made from its declaration. */
export function fieldSchema(field: Field): z.ZodMiniType<AnyFieldValue> {
  switch (field.type) {
    case 'text':
      return z.string().check(z.maxLength(field.maxLength))
    case 'choice': {
      const choice = z.enum(field.options.map((option) => option.value))
      return field.required ? choice : z.nullable(choice)
    }
    case 'number': {
      const number = (field.integer ? z.int() : z.number()).check(z.gte(field.min), z.lte(field.max))
      return field.required ? number : z.nullable(number)
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
      return z.array(readingSchema).check(z.maxLength(MAX_READINGS))
  }
}

/** Validator of what the document may hold: as `fieldSchema`, with room for what people wrote at the same moment. */
export function storedFieldSchema(field: Field): z.ZodMiniType<AnyFieldValue> {
  if (field.type === 'text') return z.string().check(z.maxLength(field.maxLength * TEXT_SLACK))
  if (field.type === 'readings') return z.array(readingSchema).check(z.maxLength(MAX_STORED_READINGS))
  return fieldSchema(field)
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
    case 'number':
      return field.initial ?? null
    default:
      return null
  }
}
