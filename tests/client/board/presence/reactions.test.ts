// Which reactions are shown, and the line a laser leaves.
import { describe, expect, it, vi } from 'vitest'
import { goOn, LASER_FADE_MS, noTrail, trailPath } from '../../../../client/board/presence/laserTrail.ts'
import { newReactions, OwnReactions } from '../../../../client/board/presence/reactions.ts'
import { boundPresence } from '../../../../client/connection/boundPresence.ts'
import type { Presence } from '../../../../shared/protocol/messages.ts'

describe('reactions', () => {
  const peer = (at: number, emoji = '👍'): ReadonlyMap<number, Presence> => new Map([[7, { reaction: { emoji, at } }]])

  it('are new once per time they were sent', () => {
    const first = newReactions(new Map(), peer(1))
    expect(first.shown).toEqual([{ clientId: 7, emoji: '👍', at: 1 }])
    expect(newReactions(first.seen, peer(1)).shown).toEqual([])
    expect(newReactions(first.seen, peer(2)).shown).toHaveLength(1)
    // Taken back, and seen again by somebody else's slow message: still not new.
    const gone = newReactions(first.seen, new Map([[7, {}]]))
    expect(newReactions(gone.seen, peer(1)).shown).toEqual([])
  })

  it('show only what is on our list, whatever another client says', () => {
    expect(newReactions(new Map(), peer(1, '<img>')).shown).toEqual([])
    expect(newReactions(new Map(), peer(1, 'constructor')).shown).toEqual([])
  })

  it('that are sent are taken back after a while: who comes later does not see them', () => {
    vi.useFakeTimers()
    const said: (string | null)[] = []
    const own = new OwnReactions({ setPresence: ({ reaction }) => void said.push(reaction?.emoji ?? null) })
    own.send('👍', 1)
    vi.advanceTimersByTime(2000)
    own.send('🎉', 2)
    expect(own.sent.get()).toEqual({ emoji: '🎉', at: 2 })
    vi.advanceTimersByTime(2000)
    expect(said).toEqual(['👍', '🎉'])
    vi.advanceTimersByTime(2000)
    expect(said).toEqual(['👍', '🎉', null])
    vi.useRealTimers()
  })

  it('and the laser pass the bounds of presence', () => {
    const presence = { reaction: { emoji: '🎉', at: 5 }, laser: true }
    expect(boundPresence(presence)).toEqual(presence)
    expect(boundPresence({ reaction: null, laser: null })).toEqual({})
  })
})

describe('the line of a laser', () => {
  const same = (point: { x: number; y: number }) => point

  it('grows with the pointer and fades behind it', () => {
    let trail = goOn(noTrail, { x: 0, y: 0 }, 0)
    trail = goOn(trail, { x: 10, y: 0 }, 500)
    trail = goOn(trail, { x: 10, y: 0 }, 600)
    expect(trailPath(trail, same)).toBe('M0.0 0.0L10.0 0.0')
    trail = goOn(trail, { x: 20, y: 5 }, LASER_FADE_MS + 100)
    expect(trailPath(trail, same)).toBe('M10.0 0.0L20.0 5.0')
    expect(goOn(trail, null, 3 * LASER_FADE_MS).points).toEqual([])
  })

  it('lifted and pressed again is another stroke', () => {
    let trail = goOn(noTrail, { x: 0, y: 0 }, 0)
    trail = goOn(trail, null, 10)
    trail = goOn(trail, { x: 5, y: 5 }, 20)
    trail = goOn(trail, { x: 6, y: 5 }, 30)
    expect(trailPath(trail, same)).toBe('M0.0 0.0M5.0 5.0L6.0 5.0')
  })
})
