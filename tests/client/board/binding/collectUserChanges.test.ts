// What a person did, read off by comparing the canvas with what the document says.
import { describe, expect, it } from 'vitest'
import type { TLRecord } from 'tldraw'
import { collectUserChanges, isNothing, isUploadEnd } from '../../../../client/board/binding/collectUserChanges.ts'

const record = (id: string, type: string, more: object = {}): TLRecord =>
  ({ id, typeName: 'shape', type, x: 0, y: 0, props: {}, meta: {}, ...more }) as unknown as TLRecord

function collect(before: TLRecord[], after: TLRecord[], made: string[] = []) {
  const now = new Map(after.map((one) => [one.id as string, one]))
  const projected = new Map(before.map((one) => [one.id as string, one]))
  const touched = new Set([...now.keys(), ...projected.keys()])
  return collectUserChanges(touched, new Set(made), (id) => now.get(id), projected)
}

describe('what a person did', () => {
  it('is nothing when everything is as it was, whatever happened in between', () => {
    expect(isNothing(collect([record('shape:a', 'card')], [record('shape:a', 'card')]))).toBe(true)
  })
  it('is a move when a card or a header lies elsewhere', () => {
    const changes = collect(
      [record('shape:a', 'card'), record('shape:s', 'stage')],
      [record('shape:a', 'card', { x: 5 }), record('shape:s', 'stage', { x: 9 })],
    )
    expect(changes.movedCards.map(({ id }) => id)).toEqual(['shape:a'])
    expect(changes.movedStructure.map(({ id }) => id)).toEqual(['shape:s'])
  })
  it('is nothing when something else about a card differs: its look belongs to the document', () => {
    expect(isNothing(collect([record('shape:a', 'card')], [record('shape:a', 'card', { opacity: 0.5 })]))).toBe(true)
  })
  it('tells new cards from cards that somebody else deleted meanwhile', () => {
    const changes = collect([], [record('shape:new', 'card'), record('shape:gone', 'card')], ['shape:new'])
    expect(changes.newCards.map(({ id }) => id)).toEqual(['shape:new'])
    expect(changes.strays).toEqual(['shape:gone'])
  })
  it('is no step of anybody’s when a picture has arrived on the server, unless something else happened too', () => {
    const picture = (src: string) => record('asset:p', 'image', { typeName: 'asset', props: { src } })
    expect(isUploadEnd(collect([picture('')], [picture('asset:1')]))).toBe(true)
    const moved = [record('shape:a', 'card', { x: 5 })]
    expect(isUploadEnd(collect([picture(''), record('shape:a', 'card')], [picture('asset:1'), ...moved]))).toBe(false)
    expect(isUploadEnd(collect([], []))).toBe(false)
  })
  it('takes copies of headers off the canvas', () => {
    expect(collect([], [record('shape:x', 'lane')], ['shape:x']).strays).toEqual(['shape:x'])
  })
  it('keeps deleted cards, headers and drawings apart', () => {
    const changes = collect([record('shape:a', 'card'), record('shape:s', 'stage'), record('shape:d', 'draw')], [])
    expect(changes.deletedCards).toEqual(['a'])
    expect(changes.deletedStructure.map(({ id }) => id)).toEqual(['shape:s'])
    expect(changes.deletedDrawings).toEqual(['shape:d'])
  })
  it('carries both versions of a changed drawing', () => {
    const before = record('shape:d', 'geo', { props: { color: 'red', w: 1 } })
    const after = record('shape:d', 'geo', { props: { color: 'blue', w: 1 } })
    expect(collect([before], [after]).changedDrawings).toEqual([{ before, after }])
    expect(collect([], [after], ['shape:d']).newDrawings).toEqual([after])
  })
})
