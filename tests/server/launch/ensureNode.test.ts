import { expect, test } from 'vitest'
import { isNewEnough } from '../../../server/launch/ensureNode.mjs'

test.each(['v22.18.0', 'v22.23.1', 'v23.6.0', 'v24.0.0', 'v26.1.0'])('%s runs the server', (version) => {
  expect(isNewEnough(version)).toBe(true)
})

test.each(['v18.19.0', 'v20.20.2', 'v22.17.1', 'v23.5.0'])('%s is too old', (version) => {
  expect(isNewEnough(version)).toBe(false)
})
