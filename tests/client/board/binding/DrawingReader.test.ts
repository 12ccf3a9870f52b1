// Drawings of the document: each read by itself, whatever is in there.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DrawingReader } from '../../../../client/board/binding/DrawingReader.ts'
import { type DrawingRecord, putDrawings, removeDrawings } from '../../../../shared/journey/edit/editDrawings.ts'

function reader(shapes: string[] = []) {
  const doc = new Y.Doc()
  const target = { doc, origin: 'test' }
  const drawings = new DrawingReader(doc, (record) =>
    (record as { props: { bad?: boolean } }).props.bad ? 'is bad' : null,
  )
  const put = (...records: DrawingRecord[]) => {
    putDrawings(target, records)
    return drawings.update(new Set(records.map(({ id }) => id)), (id) => shapes.includes(id))
  }
  const remove = (...ids: string[]) => {
    removeDrawings(target, ids)
    return drawings.update(new Set(ids), (id) => shapes.includes(id))
  }
  return { doc, drawings, put, remove, shapes }
}

const shape = (id: string, more: object = {}): DrawingRecord => {
  return {
    id,
    typeName: 'shape',
    type: 'geo',
    x: 1,
    y: 2,
    parentId: 'page:page',
    index: 'a4',
    props: {},
    meta: {},
    ...more,
  }
}
const binding = (id: string, fromId: string, toId: string): DrawingRecord => {
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props: { terminal: 'end' }, meta: {} }
}
const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id)

describe('reading drawings', () => {
  it('gives back what was put, and its removal', () => {
    const { put, remove } = reader()
    expect(put(shape('shape:a')).put).toEqual([shape('shape:a')])
    expect(remove('shape:a').remove).toEqual(['shape:a'])
  })
  it('keeps a bad record aside and reads the others; a repaired one comes back', () => {
    const { put, drawings } = reader()
    expect(idsOf(put(shape('shape:a', { props: { bad: true } }), shape('shape:b')).put)).toEqual(['shape:b'])
    expect(drawings.quarantined.get('shape:a')).toBe('is bad')
    expect(idsOf(put(shape('shape:a')).put)).toEqual(['shape:a'])
    expect(drawings.quarantined.size).toBe(0)
  })
  it('takes a record off the canvas that turned bad', () => {
    const { put } = reader()
    put(shape('shape:a'))
    expect(put(shape('shape:a', { props: { bad: true } })).remove).toEqual(['shape:a'])
  })
  it('never shows what loads other origins', () => {
    const { put, drawings } = reader()
    expect(put(shape('shape:a', { type: 'embed' }), shape('shape:b', { type: 'bookmark' })).put).toEqual([])
    expect(drawings.quarantined.size).toBe(2)
  })
  it('lays a shape on the page whose parent is gone, and puts it back when the parent comes', () => {
    const { put } = reader()
    expect(put(shape('shape:child', { parentId: 'shape:frame' })).put).toMatchObject([{ parentId: 'page:page' }])
    const later = put(shape('shape:frame', { type: 'frame' })).put
    expect(later).toContainEqual(expect.objectContaining({ id: 'shape:child', parentId: 'shape:frame' }))
  })
  it('cuts a ring of parents', () => {
    const { put } = reader()
    const { put: shown } = put(shape('shape:a', { parentId: 'shape:b' }), shape('shape:b', { parentId: 'shape:a' }))
    expect(shown.map((record) => (record as unknown as { parentId: string }).parentId)).toEqual([
      'page:page',
      'page:page',
    ])
  })
  it('holds an arrow’s binding back until the card it points to is there', () => {
    const { put, shapes, drawings } = reader()
    expect(
      idsOf(put(shape('shape:arrow', { type: 'arrow' }), binding('binding:b', 'shape:arrow', 'shape:card')).put),
    ).toEqual(['shape:arrow'])
    shapes.push('shape:card')
    expect(idsOf(drawings.update(new Set(), (id) => shapes.includes(id)).put)).toEqual(['binding:b'])
  })
})
