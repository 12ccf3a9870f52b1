import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareOrder,
  isOrder,
  MAX_ORDER_LENGTH,
  orderAt,
  orderBetween,
  orderKeys,
} from '../../../shared/journey/order.ts'

describe('order keys', () => {
  it('put anything at any place of a list, again and again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 60 }), (positions) => {
        const list: { id: string; order: string }[] = []
        positions.forEach((position, at) => {
          const index = position % (list.length + 1)
          list.splice(index, 0, { id: `id${at}`, order: orderAt(list, index) })
          expect(list.toSorted(compareOrder)).toEqual(list)
        })
        expect(list.every(({ order }) => isOrder(order))).toBe(true)
      }),
    )
  })

  it('stay good through thousands of insertions at one spot', () => {
    let [before, after] = orderKeys(2) as [string, string]
    for (let count = 0; count < 5_000; count++) {
      const between = orderBetween(before, after)
      expect(between > before && between < after).toBe(true)
      after = between
    }
    expect(isOrder(after)).toBe(true)
    expect(after.length).toBeLessThan(MAX_ORDER_LENGTH)
  })

  it('that are equal leave room behind them', () => {
    const list = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a1' },
      { id: 'c', order: 'a2' },
    ]
    const order = orderAt(list, 1)
    expect([...list, { id: 'new', order }].toSorted(compareOrder).map(({ id }) => id)).toEqual(['a', 'b', 'new', 'c'])
  })

  it('sort the same on every client', () => {
    const list = orderKeys(5).map((order, at) => ({ id: `id${at}`, order }))
    const equal = [...list, { id: 'id9', order: 'a0' }, { id: 'id8', order: 'a0' }]
    fc.assert(
      fc.property(fc.shuffledSubarray(equal, { minLength: equal.length }), (shuffled) => {
        expect(shuffled.toSorted(compareOrder)).toEqual(equal.toSorted(compareOrder))
      }),
    )
  })

  it.each(['', '!', 'a', 'a0!', 'a1 ', 'ä0', 'a00', 'a'.repeat(MAX_ORDER_LENGTH + 1), null, 3])(
    '%j is none',
    (text) => {
      expect(isOrder(text)).toBe(false)
    },
  )
})
