import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { splitGraphemes } from '../../../shared/layout/splitGraphemes.ts'
import { fitText, measureText, type TextFont, wrapText } from '../../../shared/layout/wrapText.ts'

const font: TextFont = { weight: 500, italic: false, size: 13 }
const wrap = (text: string, width = 146, maxLines = 3) => wrapText(text, font, width, maxLines, fontMetrics)

describe('lines', () => {
  test('break between words and fit the width', () => {
    expect(wrap('Benefits site with 11+ categories')).toEqual(['Benefits site with 11+', 'categories'])
    expect(wrap('Change of address and bank details')).toEqual(['Change of address and', 'bank details'])
  })

  test('keep the breaks that were typed, empty lines too', () => {
    expect(wrap('one\n\ntwo')).toEqual(['one', '', 'two'])
    expect(wrap('one\r\ntwo\rthree')).toEqual(['one', 'two', 'three'])
  })

  test('drop spaces at a break and at the end, nothing else', () => {
    expect(wrap('Benefits site with 11+    categories  ')).toEqual(['Benefits site with 11+', 'categories'])
    expect(wrap('a  b')).toEqual(['a  b'])
  })

  test('end in "…" when there is more than fits', () => {
    const lines = wrap(
      'Every need means learning the system again and again, from the first letter to the last',
      124,
      2,
    )
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/\S…$/)
    expect(wrap('one\ntwo\nthree\nfour', 146, 3)).toEqual(['one', 'two', 'three…'])
  })

  test('a word longer than a line is broken, and text goes on behind it', () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitän'
    const lines = wrap(`${word} an Bord`)
    expect(lines.join(' ').replace(' ', '')).toBe(`${word} an Bord`)
    expect(lines.at(-1)).toBe('an Bord')
  })

  test('may end after a hyphen or a slash, not before a number', () => {
    expect(wrap('marriage/child/home', 80)).toEqual(['marriage/', 'child/home'])
    expect(wrap('self-service', 60)).toEqual(['self-', 'service'])
    expect(wrap('between -5 and -7', 74)).toEqual(['between -5', 'and -7'])
  })

  test('may end between ideographs, but never before closing marks', () => {
    const lines = wrap('手続きが多すぎて、何から始めればいいのか分からない。', 70, 9)
    expect(lines.join('')).toBe('手続きが多すぎて、何から始めればいいのか分からない。')
    for (const line of lines) expect(line).not.toMatch(/^[、。]/)
  })

  test('nothing for empty text, one line for a character wider than the line', () => {
    expect(wrap('')).toEqual([])
    expect(wrap(' \n ')).toEqual([])
    expect(wrap('W', 2)).toEqual(['W'])
  })

  test('controls vanish, a tab is a space', () => {
    expect(wrap('a\u0000b\tc\u0007')).toEqual(['ab c'])
  })
})

describe('pictures and joined characters', () => {
  const family = '👨‍👩‍👧‍👦'
  test.each([family, '👍🏽', '🇩🇪', 'é', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '각', 'ก็'])('%s is one piece', (piece) => {
    expect(splitGraphemes(`a${piece}b`)).toEqual(['a', piece, 'b'])
  })

  test('a row of pictures breaks between them', () => {
    const lines = wrap(family.repeat(20), 146, 5)
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('')
  })

  test('widths of what the font lacks are fixed', () => {
    expect(measureText('界', font, fontMetrics)).toBe(13)
    expect(measureText('😀', font, fontMetrics)).toBeCloseTo(16.9)
    expect(measureText(family, font, fontMetrics)).toBeCloseTo(16.9)
    expect(measureText('é', font, fontMetrics)).toBe(measureText('e', font, fontMetrics))
  })
})

describe('whatever is typed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc
      .array(fc.constantFrom('word', ' ', '\n', '-', '/', '👨‍👩‍👧', '界', '\u200d', '\ud83d', 'ä', 'Zusammenhang'), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  )
  const seed = { seed: 20_261_121, numRuns: 1_000 }

  test('lines fit, are not too many, and cut no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 340 }), fc.integer({ min: 1, max: 6 }), (words, width, maxLines) => {
        const lines = wrap(words, width, maxLines)
        expect(lines.length).toBeLessThanOrEqual(maxLines)
        for (const line of lines) {
          expect(line).not.toMatch(/[\n\r]/)
          const isSinglePiece = splitGraphemes(line.replace(/…$/, '')).length <= 1
          if (!isSinglePiece) expect(measureText(line, font, fontMetrics)).toBeLessThanOrEqual(width + 0.02)
          if (words.isWellFormed()) expect(line.isWellFormed()).toBe(true)
        }
      }),
      seed,
    )
  })

  test('what looks like one character is never cut', () => {
    const clusters = ['👨‍👩‍👧', '🇩🇪', 'e\u0301', '👍🏽', '界', 'a', 'W', 'ก็']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...clusters, ' '), { maxLength: 60 }),
        fc.integer({ min: 20, max: 200 }),
        (parts, width) => {
          for (const line of wrap(parts.join(''), width, 3)) {
            for (const piece of splitGraphemes(line)) expect([...clusters, ' ', '…']).toContain(piece)
          }
        },
      ),
      seed,
    )
  })

  test('with room for all lines no visible character is lost or added', () => {
    const bare = (words: string): string => words.replaceAll(/[\s\p{Cc}]/gu, '')
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 340 }), (words, width) => {
        expect(bare(wrap(words, width, 10_000).join(''))).toBe(bare(words))
      }),
      seed,
    )
  })

  test('a single line is the text itself if it fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (words) => {
        const plain = words.replaceAll(/\p{Cc}/gu, '').trimEnd()
        if (measureText(plain, font, fontMetrics) > 120) return
        expect(fitText(words, font, 120, fontMetrics)).toBe(plain)
      }),
      seed,
    )
  })
})
