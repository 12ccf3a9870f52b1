// Keys that say who lies above whom: valid for tldraw, in the order of the layers, below every drawing.
import { getIndexAbove, getIndexBetween, type IndexKey, validateIndexKey } from '@tldraw/utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HIGHEST_CARD_INDEX, HIGHEST_SHEET_INDEX, journeyShapeIndex } from '../../../../client/board/binding/zIndex.ts'

const ids = fc.stringMatching(/^[0-9A-Za-z]{1,32}$/)

describe('layers of the map', () => {
  it('makes keys that tldraw takes, of every id', () => {
    fc.assert(
      fc.property(ids, fc.constantFrom('journey-map', 'stage', 'lane', 'card' as const), (id, type) => {
        validateIndexKey(journeyShapeIndex(type, id))
      }),
    )
  })
  it('orders sheets, labels, curves and cards, and keeps each below its bound', () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (a, b, c, d) => {
        const keys = [
          journeyShapeIndex('journey-map', a),
          journeyShapeIndex('stage', b),
          journeyShapeIndex('emotion-curve', `${c}curve`),
          HIGHEST_SHEET_INDEX,
          journeyShapeIndex('card', d),
          HIGHEST_CARD_INDEX,
        ]
        expect(keys).toEqual(keys.toSorted((one, other) => (one < other ? -1 : 1)))
      }),
    )
  })
  it('leaves room for drawings above all cards, and between the bounds and them', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const above = getIndexAbove(journeyShapeIndex('card', id) as IndexKey)
        expect(above > HIGHEST_CARD_INDEX).toBe(true)
        expect(getIndexBetween(HIGHEST_CARD_INDEX as IndexKey, above) > HIGHEST_CARD_INDEX).toBe(true)
      }),
    )
  })
})
