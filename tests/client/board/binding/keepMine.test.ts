// A record in the own hand, and news about it from others.
import { describe, expect, it } from 'vitest'
import type { TLRecord } from 'tldraw'
import { keepMine } from '../../../../client/board/binding/keepMine.ts'

const record = (x: number, props: object): TLRecord =>
  ({ id: 'shape:a', typeName: 'shape', type: 'geo', x, props, meta: {} }) as unknown as TLRecord

describe('keeping what the own hand does', () => {
  it('takes the news about everything the hand did not touch', () => {
    const before = record(0, { color: 'red', size: 'm' })
    const mine = record(50, { color: 'red', size: 'm' })
    const news = record(0, { color: 'blue', size: 'm' })
    expect(keepMine(mine, before, news)).toEqual(record(50, { color: 'blue', size: 'm' }))
  })
  it('keeps the own value where both changed the same thing', () => {
    const before = record(0, { color: 'red' })
    expect(keepMine(record(1, { color: 'green' }), before, record(2, { color: 'blue' }))).toEqual(
      record(1, { color: 'green' }),
    )
  })
  it('takes new keys', () => {
    const before = record(0, {})
    expect(keepMine(record(0, {}), before, record(0, { text: 'new' }))).toEqual(record(0, { text: 'new' }))
  })
})
