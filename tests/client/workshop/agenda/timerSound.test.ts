// The sound of the timer, on a browser that is played: heard once the person has done something, and not when muted.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stubStorage } from '../../fakeBrowser.ts'

/** Hz of every note that was started. */
let notes: number[]

class PlayedContext {
  readonly state = 'running'
  readonly currentTime = 0
  readonly destination = {}
}

beforeEach(() => {
  notes = []
  stubStorage()
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page))
  vi.stubGlobal('AudioContext', PlayedContext)
  vi.stubGlobal(
    'OscillatorNode',
    class {
      constructor(_context: unknown, { frequency }: { frequency: number }) {
        notes.push(frequency)
      }
      connect = (next: unknown) => next
      start() {}
      stop() {}
    },
  )
  const ramps = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }
  vi.stubGlobal(
    'GainNode',
    class {
      gain = ramps
      connect = (next: unknown) => next
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

/** As a page that is loaded (again): what it remembers, it has read from the browser. */
async function loadPage() {
  vi.resetModules()
  const sound = await import('../../../../client/workshop/agenda/timerSound.ts')
  sound.awaitSoundLeave()
  return sound
}

test('silent before the first press, then one note for a warning and three for the end', async () => {
  const { playTimerSound } = await loadPage()
  playTimerSound('warning')
  expect(notes).toEqual([])
  dispatchEvent(new Event('pointerdown'))
  playTimerSound('warning')
  expect(notes).toHaveLength(1)
  playTimerSound('end')
  expect(notes).toHaveLength(4)
})

test('muted is silent, also after the page was loaded again, until it is wanted again', async () => {
  const first = await loadPage()
  dispatchEvent(new Event('keydown'))
  first.muteTimer(true)
  first.playTimerSound('end')
  expect(notes).toEqual([])

  const again = await loadPage()
  dispatchEvent(new Event('keydown'))
  expect(again.isTimerMuted()).toBe(true)
  again.playTimerSound('end')
  expect(notes).toEqual([])
  again.muteTimer(false)
  again.playTimerSound('warning')
  expect(notes).toHaveLength(1)
})
