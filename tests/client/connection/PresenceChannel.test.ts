// How often presence goes out and comes in, and what is in it.
import { react } from '@tldraw/state'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boundPresence } from '../../../client/connection/boundPresence.ts'
import { PresenceChannel } from '../../../client/connection/PresenceChannel.ts'
import { PRESENCE_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import type { Presence } from '../../../shared/protocol/messages.ts'

let channel: PresenceChannel
let sent: Presence[]
let frames: (() => void)[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  frames = []
  channel = new PresenceChannel(new Y.Doc(), (callback) => frames.push(callback))
  channel.awareness.on('update', (_changes: unknown, origin: unknown) => {
    if (origin === 'local') sent.push(channel.awareness.getLocalState() as Presence)
  })
})
afterEach(() => {
  channel.destroy()
  vi.useRealTimers()
})

const others: Awareness[] = []
afterEach(() => {
  for (const other of others.splice(0)) other.destroy()
})

/** Somebody else; every call of the result is one message of theirs. */
function somebody(): { id: number; shows: (state: unknown) => void; leaves: () => void } {
  const theirs = new Awareness(new Y.Doc())
  others.push(theirs)
  const tell = () => applyAwarenessUpdate(channel.awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'wire')
  return {
    id: theirs.clientID,
    shows: (state) => {
      theirs.setLocalState(state as Record<string, unknown>)
      tell()
    },
    leaves: () => {
      theirs.setLocalState(null)
      tell()
    },
  }
}

function drawFrame(): void {
  for (const frame of frames.splice(0)) frame()
}

describe('own presence', () => {
  it('goes at once, then 30 times a second with the last place at the end, then stops', () => {
    somebody().shows({})
    channel.set({ cursor: { x: 0, y: 0 } })
    expect(sent).toHaveLength(1)
    for (let ms = 1; ms <= 1000; ms++) {
      vi.advanceTimersByTime(1)
      channel.set({ cursor: { x: ms, y: 0 } })
    }
    expect(sent.length).toBeGreaterThanOrEqual(28)
    expect(sent.length).toBeLessThanOrEqual(31)
    vi.advanceTimersByTime(40)
    expect(sent.at(-1)?.cursor).toEqual({ x: 1000, y: 0 })
    const count = sent.length
    vi.advanceTimersByTime(5_000)
    channel.set({ cursor: { x: 1000, y: 0 } })
    vi.advanceTimersByTime(5_000)
    expect(sent).toHaveLength(count)
  })

  it('goes once a second while nobody else is here', () => {
    for (let ms = 0; ms < 3_000; ms++) {
      channel.set({ cursor: { x: ms, y: 0 } })
      vi.advanceTimersByTime(1)
    }
    expect(sent.length).toBeLessThanOrEqual(4)
  })

  it('sends the view by itself at most twice a second, and along with anything else', () => {
    somebody().shows({})
    channel.set({ view: { x: 0, y: 0, w: 10, h: 10 } })
    for (let at = 1; at <= 1000; at++) {
      vi.advanceTimersByTime(1)
      channel.set({ view: { x: at, y: 0, w: 10, h: 10 } })
    }
    expect(sent.length).toBeLessThanOrEqual(3)
    channel.set({ view: { x: 5000, y: 0, w: 10, h: 10 } })
    vi.advanceTimersByTime(34)
    channel.set({ cursor: { x: 1, y: 1 } })
    expect(sent.at(-1)).toEqual({ cursor: { x: 1, y: 1 }, view: { x: 5000, y: 0, w: 10, h: 10 } })
  })

  it('goes on under the new client id when the document is replaced', () => {
    channel.set({ cursor: { x: 1, y: 2 } })
    const fresh = new Y.Doc()
    channel.attach(fresh)
    vi.advanceTimersByTime(50)
    expect(channel.awareness.clientID).toBe(fresh.clientID)
    expect(channel.awareness.getLocalState()).toEqual({ cursor: { x: 1, y: 2 } })
  })
})

describe('presence of others', () => {
  it('changes once a frame however many messages came, by the last of each', () => {
    const people = Array.from({ length: 60 }, somebody)
    let changes = -1
    const stop = react('count', () => {
      channel.peers.get()
      changes++
    })
    for (let at = 0; at < 20; at++) for (const person of people) person.shows({ cursor: { x: at, y: 0 } })
    expect(frames).toHaveLength(1)
    drawFrame()
    expect(changes).toBe(1)
    expect(channel.peers.get().size).toBe(60)
    expect([...channel.peers.get().values()].every(({ cursor }) => cursor?.x === 19)).toBe(true)
    stop()
  })

  it('leaves out oneself, those who left, and what cannot be read', () => {
    const [good, bad, gone] = [somebody(), somebody(), somebody()]
    good.shows({ cursor: { x: 1, y: 1 } })
    bad.shows({ cursor: 'everywhere' })
    gone.shows({})
    gone.leaves()
    channel.set({ cursor: { x: 9, y: 9 } })
    drawFrame()
    expect([...channel.peers.get().keys()]).toEqual([good.id])
    bad.shows({ cursor: null })
    drawFrame()
    expect([...channel.peers.get().keys()]).toEqual([good.id, bad.id])
  })
})

describe('boundPresence', () => {
  it('stays within what the server passes on, with a hundred shapes in the hand', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `a1b2c3d4e5f6g7${at}`)
    const drag = ids.map((id, at) => ({ id, x: at * 1234.5678, y: -at / 3 }))
    const bounded = boundPresence({ drag, selection: ids, cursor: { x: 1 / 3, y: 2 / 3 } })
    expect(new TextEncoder().encode(JSON.stringify(bounded)).length).toBeLessThanOrEqual(PRESENCE_MAX_BYTES)
    expect(bounded.cursor).toEqual({ x: 0.3, y: 0.7 })
    expect(bounded.drag?.length).toBeGreaterThan(10)
  })

  it('drops hands before it drops the pointer when ids are long', () => {
    const drag = Array.from({ length: 40 }, (_, at) => ({ id: 'x'.repeat(200) + at, x: 0, y: 0 }))
    expect(boundPresence({ drag, cursor: { x: 1, y: 1 } })).toEqual({ cursor: { x: 1, y: 1 } })
  })
})
