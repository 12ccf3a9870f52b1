// First steps that cannot be done in this phase wait for theirs.
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Hint, Hints } from '../../../client/workshop/Hints.tsx'
import { stubStorage } from '../fakeBrowser.ts'

beforeEach(() => {
  stubStorage()
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => vi.unstubAllGlobals())

const hint = (id: string, more: Partial<Hint> = {}): Hint => ({ id, sentence: id, done: false, applies: true, ...more })
const shown = (...hints: Hint[]) => renderToStaticMarkup(<Hints name="board" hints={hints} />)

test('the first that can be done is shown, counted among those that can', () => {
  const markup = shown(hint('write', { applies: false }), hint('feel'), hint('keys'))
  expect(markup).toContain('feel')
  expect(markup).not.toContain('write')
  expect(markup).toContain('1 of 2')
})

test('none can be done now: nothing is shown', () => {
  expect(shown(hint('write', { applies: false }))).toBe('')
})

test('a step that was done counts and is passed over', () => {
  expect(shown(hint('write', { done: true, applies: false }), hint('feel'))).toContain('2 of 2')
})
