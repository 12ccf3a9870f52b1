import { expect, test } from 'vitest'
import { parseAddress } from '../../../client/app/parseAddress.ts'

test.each([
  ['/', '', { page: 'home' }],
  ['/w/abc', '', { page: 'workshop', id: 'abc', key: null }],
  ['/w/abc/', '#', { page: 'workshop', id: 'abc', key: null }],
  ['/w/abc', '#key', { page: 'workshop', id: 'abc', key: 'key' }],
  ['/w/a%20b', '#k%2Fey', { page: 'workshop', id: 'a b', key: 'k/ey' }],
  // Cut off in a chat: opens nothing, but must not break the page.
  ['/w/a%2', '#%E0%A4', { page: 'workshop', id: 'a%2', key: '%E0%A4' }],
  ['/w', '', { page: 'unknown' }],
  ['/w/abc/more', '#key', { page: 'unknown' }],
  ['/imprint', '', { page: 'unknown' }],
])('%s%s', (path, fragment, address) => {
  expect(parseAddress(path, fragment, 1)).toEqual({ ...address, visit: 1 })
})
