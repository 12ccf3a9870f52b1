import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText, rebaseChange, type TextChange } from '../../../../shared/journey/edit/diffText.ts'

function apply(text: string, changes: readonly TextChange[]): string {
  return changes.reduce((now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove), text)
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '漢'), maxLength: 12 })

describe('diffText', () => {
  it('turns the text into what is in the box, wherever the caret stands', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, after, caret) => {
        expect(apply(before, [diffText(before, after, caret)])).toBe(after)
      }),
    )
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, after, caret) => {
        const { at, remove, insert } = diffText(before, after, caret)
        const parts = [before.slice(0, at), before.slice(at, at + remove), before.slice(at + remove), insert]
        for (const part of parts) expect(part.isWellFormed()).toBe(true)
      }),
    )
  })

  it('is no larger than what was typed', () => {
    fc.assert(
      fc.property(text, text, text, (start, typed, end) => {
        const change = diffText(start + end, start + typed + end, (start + typed).length)
        expect(change.insert.length - change.remove).toBe(typed.length)
        // A pair may share its first half with a neighbour: then the whole neighbour is written again.
        expect(change.remove).toBeLessThanOrEqual(2)
      }),
    )
  })

  it.each([
    ['aaa', 'aaaa', 3, 2],
    ['aaa', 'aaaa', 1, 0],
    ['aa', 'a', 0, 0],
    ['aa', 'a', 1, 1],
  ])('%s → %s with the caret at %i changes position %i', (before, after, caret, at) => {
    expect(diffText(before, after, caret).at).toBe(at)
  })
})

describe('rebaseChange', () => {
  it('does the same when nobody else did anything', () => {
    fc.assert(
      fc.property(text, text, fc.nat(12), (before, after, caret) => {
        const mine = diffText(before, after, caret)
        expect(apply(before, rebaseChange(mine, { at: 0, remove: 0, insert: '' }))).toBe(after)
      }),
    )
  })

  it("keeps others' words and mine, and gives back nothing that either deleted", () => {
    const cut = fc.tuple(fc.nat(12), fc.nat(12), fc.constantFrom('', 'M', 'MM'))
    fc.assert(
      fc.property(cut, cut, ([myStart, myLength, myWords], [start, length, words]) => {
        const before = 'abcdefghijkl'
        const mine = { at: myStart, remove: Math.min(myLength, 12 - myStart), insert: myWords }
        const theirs = { at: start, remove: Math.min(length, 12 - start), insert: words.replaceAll('M', 'T') }
        const result = apply(apply(before, [theirs]), rebaseChange(mine, theirs))
        const isKept = (at: number) => [mine, theirs].every((one) => at < one.at || at >= one.at + one.remove)
        expect(result.replaceAll(/[MT]/g, '')).toBe(
          before
            .split('')
            .filter((_, at) => isKept(at))
            .join(''),
        )
        expect(result.replaceAll(/[^M]/g, '')).toBe(myWords)
        expect(result.replaceAll(/[^T]/g, '')).toBe(theirs.insert)
      }),
    )
  })
})
