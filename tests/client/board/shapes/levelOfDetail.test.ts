import { expect, it } from 'vitest'
import { detailLevel } from '../../../../client/board/shapes/detail/levelOfDetail.ts'

it('draws cards from 45 % on, blocks down to 15 %, below that names and curves', () => {
  expect([4, 1, 0.45, 0.449, 0.15, 0.149, 0.05].map(detailLevel)).toEqual([
    'full',
    'full',
    'full',
    'far',
    'far',
    'outline',
    'outline',
  ])
})
