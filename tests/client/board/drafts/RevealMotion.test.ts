// Steps of 20 ms, at most 15 of them; own notes move instead of appearing.
import { expect, it } from 'vitest'
import { revealRules } from '../../../../client/board/drafts/RevealMotion.ts'

const ids = Array.from({ length: 20 }, (_, at) => `shape:c${at}`)
const delays = (rules: string): number[] => [...rules.matchAll(/(\d+)ms backwards/g)].map((found) => Number(found[1]))

it('lets notes come one after the other, the last ones together, all within 600 ms', () => {
  const found = delays(revealRules(ids, () => null))
  expect(found.slice(0, 3)).toEqual([0, 20, 40])
  expect(found).toHaveLength(20)
  // 280 ms is what one note takes.
  expect(Math.max(...found) + 280).toBeLessThanOrEqual(600)
})

it('moves own notes from where their draft lay, at once', () => {
  const rules = revealRules(ids, (id) => (id === 'c1' ? { x: -12.4, y: 58 } : null))
  expect(rules).toContain('--from: -12px 58px')
  expect(delays(rules)).toHaveLength(19)
})
