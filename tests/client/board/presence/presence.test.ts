// Other people on the canvas: where they are now, who is shown, and what happens to a card in somebody's hand.
import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { HeldShapes } from '../../../../client/board/presence/HeldShapes.ts'
import { GLIDE_MS, glideTo, isAtRest, placeAt, restAt } from '../../../../client/board/presence/peerGlide.ts'
import {
  isSameList,
  isSameShown,
  isSameWriting,
  shownPeers,
  writings,
} from '../../../../client/board/presence/shownPeers.ts'
import type { Participant, Presence } from '../../../../shared/protocol/messages.ts'

function person(id: string, clientIds: number[]): Participant {
  return { id, name: id, department: '', role: 'participant', online: true, clientIds }
}
const [priya, kofi, me] = [person('priya', [1, 11]), person('kofi', [2]), person('me', [3])]
const personOf = (clientId: number) => [priya, kofi, me].find(({ clientIds }) => clientIds.includes(clientId)) ?? null

describe('a pointer between two messages', () => {
  it('is on a straight way for 80 ms and then there', () => {
    const glide = glideTo(restAt({ x: 0, y: 0 }), { x: 80, y: -40 }, 1000, GLIDE_MS)
    expect(placeAt(glide, 1000)).toEqual({ x: 0, y: 0 })
    expect(placeAt(glide, 1040)).toEqual({ x: 40, y: -20 })
    expect(isAtRest(glide, 1079)).toBe(false)
    expect(placeAt(glide, 1080)).toEqual({ x: 80, y: -40 })
    expect(isAtRest(glide, 1080)).toBe(true)
  })

  it('turns from where it is, never jumps', () => {
    const first = glideTo(restAt({ x: 0, y: 0 }), { x: 80, y: 0 }, 0, GLIDE_MS)
    const second = glideTo(first, { x: 40, y: 80 }, 40, GLIDE_MS)
    expect(placeAt(second, 40)).toEqual({ x: 40, y: 0 })
    expect(glideTo(second, { x: 40, y: 80 }, 60, GLIDE_MS)).toBe(second)
  })

  it('is there at once where motion is not wanted', () => {
    const glide = glideTo(restAt({ x: 0, y: 0 }), { x: 9, y: 9 }, 5, 0)
    expect(placeAt(glide, 5)).toEqual({ x: 9, y: 9 })
    expect(isAtRest(glide, 5)).toBe(true)
  })
})

describe('who is shown', () => {
  const cursor = { x: 1, y: 2 }
  const peers = new Map<number, Presence>([
    [1, { cursor }],
    [2, { cursor, drag: [{ id: 'card', x: 5, y: 5 }] }],
    [3, { cursor }],
    [4, { cursor }],
    [11, { selection: ['card'] }],
  ])

  it('is who has a pointer or something in hand, by the roster only; never the own other tab’s pointer', () => {
    expect(shownPeers(peers, personOf, 'me')).toEqual([
      { clientId: 1, person: priya, hasCursor: true, dragged: [] },
      { clientId: 2, person: kofi, hasCursor: false, dragged: ['card'] },
    ])
  })

  it('stays the same list while people only move', () => {
    const before = shownPeers(peers, personOf, 'me')
    const moved = new Map(peers).set(1, { cursor: { x: 100, y: 100 } })
    expect(isSameList(before, shownPeers(moved, personOf, 'me'), isSameShown)).toBe(true)
    const lifted = new Map(peers).set(1, { cursor, drag: [{ id: 'other', x: 0, y: 0 }] })
    expect(isSameList(before, shownPeers(lifted, personOf, 'me'), isSameShown)).toBe(false)
    const left = new Map([...peers].slice(1))
    expect(isSameList(before, shownPeers(left, personOf, 'me'), isSameShown)).toBe(false)
  })

  it('shares one frame among those who write in one card', () => {
    const writing = new Map<number, Presence>([
      [1, { editing: { id: 'card', field: 'title' } }],
      [11, { editing: { id: 'card', field: 'channel' } }],
      [2, { editing: { id: 'card', field: 'title' } }],
      [3, { editing: { id: 'card', field: 'title' } }],
      [9, { editing: { id: 'other', field: 'title' } }],
    ])
    expect(writings(writing, personOf, 'me')).toEqual([{ id: 'card', writers: [priya, kofi] }])
    const field = new Map(writing).set(2, { editing: { id: 'card', field: 'channel' } })
    const [before, after] = [writings(writing, personOf, 'me'), writings(field, personOf, 'me')]
    expect(isSameList(before, after, isSameWriting)).toBe(true)
  })
})

describe('a card in somebody’s hand', () => {
  /** An editor with one card, and the card's element as far as it is touched. */
  function canvas(at = { x: 100, y: 100 }) {
    const record = atom('record', at)
    const classes = new Set<string>()
    const element = {
      isConnected: true,
      classList: { add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) },
      style: { translate: '' },
    }
    const editor = {
      getShape: (id: string) => (id === 'shape:card' ? {} : undefined),
      getShapePageTransform: () => ({ point: () => record.get() }),
      getContainer: () => ({ querySelector: () => element }),
    } as unknown as Editor
    return { held: new HeldShapes(editor, () => true), record, element, classes }
  }
  const [inHand, nothing] = [new Set(['card']), new Set<string>()]

  it('follows the hand by style, and the record stays', () => {
    const { held, record, element, classes } = canvas()
    held.hold('card', { x: 180, y: 100 }, 0)
    expect(held.draw(inHand, 40)).toBe(true)
    expect(element.style.translate).toBe('40px 0px')
    expect(classes.size).toBe(1)
    expect(held.draw(inHand, 80)).toBe(false)
    expect(element.style.translate).toBe('80px 0px')
    expect(record.get()).toEqual({ x: 100, y: 100 })
  })

  it('stays where it was let go until the document moves it, then settles there without a jump', () => {
    const { held, record, element, classes } = canvas()
    held.hold('card', { x: 180, y: 100 }, 0)
    held.draw(inHand, 80)
    expect(held.draw(nothing, 100)).toBe(true)
    expect(element.style.translate).toBe('80px 0px')
    record.set({ x: 200, y: 100 })
    held.draw(nothing, 120)
    // Same place on the screen as before, seen from the new record.
    expect(element.style.translate).toBe('-20px 0px')
    held.draw(nothing, 200)
    expect(element.style.translate).toBe('-10px 0px')
    expect(held.draw(nothing, 280)).toBe(false)
    expect(element.style.translate).toBe('')
    expect(classes.size).toBe(0)
  })

  it('goes back when nothing comes: the drag was given up', () => {
    const { held, element, classes } = canvas()
    held.hold('card', { x: 180, y: 100 }, 0)
    held.draw(inHand, 80)
    held.draw(nothing, 100)
    expect(held.draw(nothing, 499)).toBe(true)
    expect(element.style.translate).toBe('80px 0px')
    held.draw(nothing, 500)
    held.draw(nothing, 660)
    expect(element.style.translate).toBe('')
    expect(classes.size).toBe(0)
  })

  it('is let go when its element is gone, and when all are', () => {
    const { held, element, classes } = canvas()
    held.hold('card', { x: 180, y: 100 }, 0)
    element.isConnected = false
    held.draw(inHand, 10)
    expect(held.placeOf('card', 10)).toBeNull()
    element.isConnected = true
    held.hold('card', { x: 180, y: 100 }, 20)
    held.releaseAll()
    expect(classes.size).toBe(0)
  })

  it('does nothing about a card that is not there', () => {
    const { held } = canvas()
    held.hold('unknown', { x: 1, y: 1 }, 0)
    expect(held.draw(new Set(['unknown']), 10)).toBe(false)
  })
})
