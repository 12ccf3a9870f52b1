// The rules of tone, checked over every sentence: no shouting, nothing empty, typographic signs.
import { expect, test } from 'vitest'
import { canvasWords } from '../../../client/ui/canvasWords.ts'
import { words } from '../../../client/ui/words.ts'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'

/** Every text with its path; texts with a number in them for 1 and for 2. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const build = value as (first: number, second: number) => string
    return [1, 2].map((n) => [`${path}(${n})`, build(n, 3)])
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}

test.each(texts(words, 'words'))('%s: %s', (_, text) => {
  expect(text).not.toBe('')
  expect(text).not.toMatch(/!|\.\.\.|'|"|undefined|NaN/)
})

test('one is singular', () => {
  expect(words.join.here(1)).toBe('1 person is here')
  expect(words.home.people(1)).toBe('1 person')
  expect(words.strips.offline(1)).toBe('Offline. 1 change waits here and is sent when you are back.')
  expect(words.strips.offline(3)).toBe('Offline. 3 changes wait here and are sent when you are back.')
})

test("the header of the map calls a persona's field what its panel and the exports call it", () => {
  expect(canvasWords.map.wants).toBe(cardDefinition('persona').fields['needs']?.label)
})
