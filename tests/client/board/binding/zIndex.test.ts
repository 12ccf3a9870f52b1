// Keys that say who lies above whom: valid for tldraw, in the order of the layers, below every drawing.
import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { HIGHEST_SHEET_INDEX, journeyShapeIndex } from '../../../../client/board/binding/zIndex.ts'

const ids = stringMatching(/^[0-9A-Za-z]{1,32}$/)

describe('layers of the map', () => {
  it('makes keys that tldraw takes, of every id', () => {
    assert(
      property(ids, constantFrom('journey-map', 'stage', 'lane', 'card' as const), (id, type) => {
        // Throws if it is no key; tldraw checks the same way.
        generateKeyBetween(journeyShapeIndex(type, id), null)
      }),
    )
  })
  it('orders sheets, labels, curves and cards, and keeps each below its bound', () => {
    assert(
      property(ids, ids, ids, ids, (a, b, c, d) => {
        const keys = [
          journeyShapeIndex('journey-map', a),
          journeyShapeIndex('stage', b),
          journeyShapeIndex('emotion-curve', `${c}curve`),
          HIGHEST_SHEET_INDEX,
          journeyShapeIndex('card', d),
        ]
        expect(keys).toEqual(keys.toSorted((one, other) => (one < other ? -1 : 1)))
      }),
    )
  })
  it('leaves room for drawings above all cards, and between the sheets and the cards', () => {
    assert(
      property(ids, ids, (id, other) => {
        const card = journeyShapeIndex('card', id)
        expect(generateKeyBetween(card, null) > journeyShapeIndex('card', other)).toBe(true)
        const between = generateKeyBetween(HIGHEST_SHEET_INDEX, card)
        expect(between > HIGHEST_SHEET_INDEX && between < card).toBe(true)
      }),
    )
  })
})
