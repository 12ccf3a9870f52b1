// What is said of own notes that came late: each once, also when the session is made anew after a refused edit.
import { atom } from '@tldraw/state'
import { expect, it, vi } from 'vitest'
import { watchLate } from '../../../../client/board/drafts/useRevealNews.ts'
import * as toasts from '../../../../client/ui/toasts.ts'

it('tells of each late note once, whoever watches', () => {
  const told = vi.spyOn(toasts, 'showToast').mockReturnValue(1)
  const late = atom<readonly string[]>('late', [])
  const drafts = { late }
  let stop = watchLate(drafts)
  late.set(['a', 'b'])
  expect(told.mock.calls.flat()).toEqual(['Your 2 notes came later and are on the map now.'])
  stop()
  stop = watchLate(drafts)
  expect(told).toHaveBeenCalledTimes(1)
  late.set(['a', 'b', 'c'])
  expect(told.mock.lastCall).toEqual(['Your note came later and is on the map now.'])
  stop()
})
