// Where a facilitator's spotlight takes this browser, and when it lets go.
import { type Atom, atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../../../client/board/BoardSession.ts'
import { type OwnSpotlight, ownSpotlight } from '../../../../client/board/presence/spotlight.ts'
import { watchSpotlight } from '../../../../client/board/presence/useSpotlight.ts'
import type { Participant } from '../../../../shared/protocol/messages.ts'

const view = { x: 400, y: 0, w: 1000, h: 500 }
const kept = (id: string, more: Partial<OwnSpotlight> = {}): OwnSpotlight => ({
  id,
  by: 'maya',
  mode: 'keep',
  isHeld: false,
  view,
  ...more,
})
const once = (id: string) => kept(id, { mode: 'once' })

let spotlight: Atom<OwnSpotlight | null>
let following: Atom<string | null>
let moves: unknown[]
let stop = () => undefined as void

function start(first: OwnSpotlight | null): void {
  spotlight = atom<OwnSpotlight | null>('spotlight', first)
  following = atom<string | null>('following', null)
  moves = []
  const maya = { id: 'maya', name: 'Maya' } as Participant
  const editor = {
    getCamera: () => ({ x: 0, y: 0, z: 1 }),
    setCamera: (camera: unknown) => moves.push(camera),
    getViewportScreenBounds: () => ({ w: 1000, h: 500 }),
    user: { getAnimationSpeed: () => 0 },
  } as unknown as Editor
  const connection = { roster: atom('roster', new Map([['maya', maya]])) }
  stop = watchSpotlight(editor, { spotlight, following, connection } as unknown as BoardSession)
}

beforeEach(() => start(null))
afterEach(() => stop())

describe('once', () => {
  it('brings everybody to the view, each time it is asked for', () => {
    spotlight.set(once('a'))
    expect(moves).toEqual([{ x: -400, y: 0, z: 1 }])
    spotlight.set({ ...once('a') })
    expect(moves).toHaveLength(1)
    spotlight.set(once('b'))
    expect(moves).toHaveLength(2)
    expect(following.get()).toBeNull()
  })

  it('does not bring who comes later', () => {
    stop()
    start(once('a'))
    expect(moves).toEqual([])
    spotlight.set(once('b'))
    expect(moves).toHaveLength(1)
  })
})

describe('keep', () => {
  it('follows until it is released', () => {
    spotlight.set(kept('a'))
    expect(following.get()).toBe('maya')
    spotlight.set(null)
    expect(following.get()).toBeNull()
  })

  it('takes who comes later', () => {
    stop()
    start(kept('a'))
    expect(following.get()).toBe('maya')
  })

  it('what was left stays left, until it begins anew or is held', () => {
    spotlight.set(kept('a'))
    following.set(null)
    spotlight.set(kept('a', { view: null }))
    expect(following.get()).toBeNull()
    spotlight.set(kept('b'))
    expect(following.get()).toBe('maya')
    following.set(null)
    spotlight.set(kept('b', { isHeld: true }))
    expect(following.get()).toBe('maya')
  })

  it('the end does not end that somebody follows another person', () => {
    spotlight.set(kept('a'))
    following.set('priya')
    spotlight.set(null)
    expect(following.get()).toBe('priya')
  })
})

describe('whom it concerns', () => {
  const state = { id: 'a', by: 'maya', mode: 'keep', hold: true, view: null } as const
  it('everybody but whose view it is; facilitators can always leave', () => {
    expect(ownSpotlight(state, { id: 'maya', role: 'facilitator' })).toBeNull()
    expect(ownSpotlight(state, { id: 'anna', role: 'participant' })).toMatchObject({ isHeld: true })
    expect(ownSpotlight(state, { id: 'vera', role: 'viewer' })).toMatchObject({ isHeld: true })
    expect(ownSpotlight(state, { id: 'tom', role: 'facilitator' })).toMatchObject({ isHeld: false })
    expect(ownSpotlight({ ...state, mode: 'once' }, { id: 'anna', role: 'participant' })).toMatchObject({
      isHeld: false,
    })
    expect(ownSpotlight(null, { id: 'anna', role: 'participant' })).toBeNull()
  })
})
