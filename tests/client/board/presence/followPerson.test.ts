// Following somebody: the camera goes where they look, and one's own hand ends it.
import { type Atom, atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BoardSession } from '../../../../client/board/BoardSession.ts'
import { cameraFor, easeCamera, followPerson } from '../../../../client/board/presence/followPerson.ts'
import type { OwnSpotlight } from '../../../../client/board/presence/spotlight.ts'
import type { Participant, Presence } from '../../../../shared/protocol/messages.ts'

interface Camera {
  x: number
  y: number
  z: number
}
const viewport = { w: 1000, h: 500 }

describe('cameraFor', () => {
  it('shows all of what they see, centred, whatever the shape of the window', () => {
    const camera = cameraFor({ x: 100, y: 200, w: 500, h: 500 }, viewport)
    expect(camera.z).toBe(1)
    expect((100 + 250 + camera.x) * camera.z).toBe(500)
    expect((200 + 250 + camera.y) * camera.z).toBe(250)
    expect(cameraFor({ x: 0, y: 0, w: 4000, h: 10 }, viewport).z).toBe(0.25)
  })
})

describe('easeCamera', () => {
  it('arrives, and never passes', () => {
    const target = { x: 300, y: -50, z: 2 }
    let camera = { x: 0, y: 0, z: 1 }
    let frames = 0
    while (camera !== target && frames < 300) {
      const next = easeCamera(camera, target, 16)
      expect(next.x).toBeGreaterThanOrEqual(camera.x)
      expect(next.x).toBeLessThanOrEqual(target.x)
      camera = next
      frames++
    }
    expect(camera).toBe(target)
    expect(frames).toBeLessThan(120)
  })
})

describe('followPerson', () => {
  const priya: Participant = {
    id: 'priya',
    name: 'Priya',
    department: '',
    role: 'participant',
    online: true,
    clientIds: [1],
  }
  let camera: Atom<Camera>
  let peers: Atom<ReadonlyMap<number, Presence>>
  let roster: Atom<ReadonlyMap<string, Participant>>
  let following: Atom<string | null>
  let spotlight: Atom<OwnSpotlight | null>
  let isLocked: boolean
  let stop: () => void
  let frames: FrameRequestCallback[]
  let keys: ((event: { key: string }) => void)[]
  let nowMs: number

  function drawFrames(count: number): void {
    for (let at = 0; at < count; at++) {
      nowMs += 16
      for (const frame of frames.splice(0)) frame(nowMs)
    }
  }

  beforeEach(() => {
    camera = atom<Camera>('camera', { x: 0, y: 0, z: 1 })
    peers = atom<ReadonlyMap<number, Presence>>('peers', new Map([[1, { view: { x: 400, y: 0, w: 1000, h: 500 } }]]))
    roster = atom<ReadonlyMap<string, Participant>>('roster', new Map([['priya', priya]]))
    following = atom<string | null>('following', 'priya')
    spotlight = atom<OwnSpotlight | null>('spotlight', null)
    isLocked = false
    frames = []
    keys = []
    nowMs = 0
    vi.stubGlobal('window', {
      matchMedia: () => ({ matches: false }),
      addEventListener: (_name: string, listener: (typeof keys)[number]) => keys.push(listener),
      removeEventListener: () => keys.pop(),
    })
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
    vi.stubGlobal('cancelAnimationFrame', () => undefined)
    const editor = {
      getCamera: () => camera.get(),
      setCamera: (next: Camera) => camera.set({ ...next }),
      getViewportScreenBounds: () => viewport,
      getCameraOptions: () => ({ isLocked }),
      setCameraOptions: (options: { isLocked: boolean }) => {
        isLocked = options.isLocked
      },
    } as unknown as Editor
    const session = { following, spotlight, connection: { peers, roster } } as unknown as BoardSession
    stop = followPerson(editor, session, 'priya')
  })
  afterEach(() => {
    stop()
    vi.unstubAllGlobals()
  })

  it('glides to their view and follows it', () => {
    drawFrames(120)
    expect(camera.get()).toEqual({ x: -400, y: 0, z: 1 })
    peers.set(new Map([[1, { view: { x: 0, y: 0, w: 500, h: 250 } }]]))
    drawFrames(120)
    expect(camera.get()).toEqual({ x: 0, y: 0, z: 2 })
    expect(following.get()).toBe('priya')
    // Nothing to do, nothing is done.
    expect(frames).toEqual([])
  })

  it('ends with the own pan or zoom', () => {
    drawFrames(3)
    camera.set({ x: 5, y: 5, z: 1 })
    expect(following.get()).toBeNull()
  })

  it('ends with Escape and with no other key', () => {
    for (const key of keys) key({ key: 'a' })
    expect(following.get()).toBe('priya')
    for (const key of keys) key({ key: 'Escape' })
    expect(following.get()).toBeNull()
  })

  it('waits while they are away and ends when they are removed', () => {
    peers.set(new Map())
    drawFrames(5)
    expect(following.get()).toBe('priya')
    roster.set(new Map())
    expect(following.get()).toBeNull()
  })

  it('cannot be ended while a facilitator holds everybody, and can be afterwards', () => {
    spotlight.set({ id: 's', by: 'priya', mode: 'keep', isHeld: true, view: null })
    expect(isLocked).toBe(true)
    drawFrames(3)
    camera.set({ x: 5, y: 5, z: 1 })
    for (const key of keys) key({ key: 'Escape' })
    expect(following.get()).toBe('priya')
    spotlight.set(null)
    expect(isLocked).toBe(false)
    for (const key of keys) key({ key: 'Escape' })
    expect(following.get()).toBeNull()
  })

  it('leaves the camera free when it stops', () => {
    spotlight.set({ id: 's', by: 'priya', mode: 'keep', isHeld: true, view: null })
    stop()
    expect(isLocked).toBe(false)
  })
})
