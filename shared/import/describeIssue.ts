// What a validator found → a sentence a person can act on.
import type { z } from 'zod/mini'
import { showValue } from './ImportProblem.ts'

type Issue = z.core.$ZodIssue

/** `value`: what stands at the issue's path; undefined if nothing does. */
export function describeIssue(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'This is missing.' : `${showValue(value)} is not ${typeWords(issue.expected)}.`
    case 'invalid_value':
      if (value === undefined) return 'This is missing.'
      return `${showValue(value)} is not one of: ${issue.values.map(String).join(', ')}.`
    case 'invalid_union':
      return value === undefined ? 'This is missing.' : `${showValue(value)} is not known here.`
    case 'invalid_format':
      return `${showValue(value)} is not written as it should be${formatWords(issue)}.`
    case 'unrecognized_keys':
      return `Nothing is called ${issue.keys.map(showValue).join(', ')} here.`
    case 'too_big':
      return `${sizeWords(issue.origin)} is more than ${issue.maximum}.`
    case 'too_small':
      return `${sizeWords(issue.origin)} is less than ${issue.minimum}.`
    default:
      return `${showValue(value)} does not fit here.`
  }
}

function typeWords(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text'
    case 'int':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'object':
      return 'an object'
    default:
      return `a ${expected}`
  }
}

function formatWords(issue: { readonly pattern?: string | undefined }): string {
  if (issue.pattern?.includes('\\d{4}-')) return ': a date is written like 2026-11-21'
  return issue.pattern?.includes('{1,32}') ? ': 1 to 32 letters and digits' : ''
}

function sizeWords(origin: string): string {
  if (origin === 'string') return 'The length of this text'
  return origin === 'array' ? 'The number of entries' : 'This'
}
