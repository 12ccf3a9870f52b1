import { expect, test } from 'vitest'
import { fileNameOf } from '../../../client/workshop/downloadFile.ts'

test.each([
  [`attachment; filename="a_b.zip"; filename*=UTF-8''a%20%C3%A9%20%F0%9F%9A%80.zip`, 'a é 🚀.zip'],
  ['attachment; filename="plain.zip"', ''],
  [`attachment; filename*=UTF-8''broken%E9.zip`, ''],
  ['', ''],
])('the name of a file in %s', (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name)
})
