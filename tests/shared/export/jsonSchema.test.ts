import { describe, expect, it } from 'vitest'
import { JSON_SCHEMA_PATH, journeyFileJsonSchema } from '../../../shared/export/jsonSchema.ts'
import { cardKinds } from '../../../shared/journey/cards/cardKinds.ts'

interface Schema {
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly const?: unknown
  readonly required?: readonly string[]
  readonly description?: string
}

const schema = journeyFileJsonSchema() as Schema & Record<string, unknown>

describe('the JSON Schema', () => {
  it('stands where the contract says', () => {
    expect(JSON_SCHEMA_PATH).toBe('/schema/journeyboard-v1.json')
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('describes every declared field of every kind of card', () => {
    const cards = schema.properties?.['journeys']?.items?.properties?.['cards']?.items?.oneOf ?? []
    const described = Object.fromEntries(
      cards.map(({ properties }) => [
        properties?.['kind']?.const,
        Object.keys(properties?.['fields']?.properties ?? {}),
      ]),
    )
    const declared = Object.values(cardKinds).map(({ kind, fields }) => [kind, Object.keys(fields)])
    expect(described).toEqual(Object.fromEntries(declared))
  })

  it('asks for no more than the reader does', () => {
    expect(schema.required).toEqual(['format', 'version', 'workshop'])
  })
})
