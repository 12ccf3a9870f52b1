import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { oneLine, plainText, shorten } from '../../../shared/export/plainText.ts'
import { anyText } from '../../support/arbitraryBoard.ts'
import { parseXml, textOf } from '../../support/parseXml.ts'
import { element, escapeXml } from '../../../shared/export/svg/element.ts'

it('any text is text that XML may hold, and comes out of it as it went in', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = plainText(text)
      expect(textOf(parseXml(element('t', {}, escapeXml(plain))))).toBe(plain)
      expect(oneLine(text)).not.toMatch(/[\n\r\t]/)
    }),
  )
})

it.each([
  ['abc', 0, ''],
  ['abc', 1, '…'],
  ['abc', 3, 'abc'],
  ['ab cd', 4, 'ab…'],
  ['a👍b', 3, 'a…'],
])('%j in %i units is %j', (text, maxLength, short) => {
  expect(shorten(text, maxLength)).toBe(short)
})
