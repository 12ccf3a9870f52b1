import { expect, test } from 'vitest'
import { optionsFor } from '../../../client/workshop/export/optionsFor.ts'

test('a format is asked for with what was chosen for it, and with nothing that says nothing', () => {
  const chosen = { bom: true, paper: 'A1', tiled: false, journey: 'first' } as const
  expect(optionsFor('pdf', chosen)).toEqual({ paper: 'A1', journey: 'first' })
  expect(optionsFor('csv', chosen)).toEqual({ bom: true })
  expect(optionsFor('json', chosen)).toEqual({})
  expect(optionsFor('pdf', {})).toEqual({})
})
