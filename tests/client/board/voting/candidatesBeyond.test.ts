import { describe, expect, test } from 'vitest'
import { candidatesBeyond, type PlacedCandidate, shiftTo } from '../../../../client/board/voting/candidatesBeyond.ts'

const view = { x: 0, y: 0, w: 1000, h: 600 }
const at = (x: number, y: number, stage = 'S'): PlacedCandidate => ({
  rect: { x, y, w: 100, h: 50 },
  stage,
  sort: 'note:pain',
})

describe('candidates out of sight', () => {
  test('a card whose middle is in view is seen', () => {
    expect(candidatesBeyond([at(-40, 0), at(940, 570), at(400, 300)], view)).toEqual([])
  })

  test('each is told at one side; the sides go before above and below', () => {
    const [left, corner, right, below, above] = [at(-80, 0), at(-80, 900), at(1200, 0), at(10, 700), at(10, -90)]
    expect(candidatesBeyond([left, corner, right, below, above], view)).toEqual([
      { side: 'left', cards: [left, corner] },
      { side: 'right', cards: [right] },
      { side: 'below', cards: [below] },
      { side: 'above', cards: [above] },
    ])
  })

  test.each(['left', 'right', 'above', 'below'] as const)('moving %s shows them all, if they fit', (side) => {
    const far = { left: [-900, 0], right: [1500, 0], above: [0, -700], below: [0, 1100] }[side] as [number, number]
    const cards = [at(...far), at(far[0] + 120, far[1])]
    const next = shiftTo(cards, side, view, 20)
    expect(candidatesBeyond(cards, next).filter((beyond) => beyond.side === side)).toEqual([])
    expect([next.w, next.h]).toEqual([view.w, view.h])
  })

  test('more than fits: the nearest come into view', () => {
    const next = shiftTo([at(1100, 0), at(3000, 0)], 'right', view, 0)
    expect(next.x).toBe(1100)
    expect(shiftTo([at(-200, 0), at(-3000, 0)], 'left', view, 0).x).toBe(-1100)
  })
})
