import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  changeDrawing,
  type DrawingRecord,
  putDrawings,
  readDrawing,
  readDrawings,
  removeDrawings,
} from '../../../../shared/journey/edit/editDrawings.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'

const box: DrawingRecord = {
  id: 'shape:box',
  typeName: 'shape',
  type: 'geo',
  x: 1,
  y: 2,
  rotation: 0,
  parentId: 'page:page',
  index: 'a1',
  props: { w: 10, h: 20, color: 'blue', richText: { type: 'doc', content: [] } },
  meta: { by: 'anna' },
}
const withBox = () => {
  const doc = new Y.Doc()
  putDrawings({ doc, origin: 'drawing' }, [box])
  return doc
}

describe('drawings', () => {
  it('read back as they were written', () => {
    const doc = new Y.Doc()
    const page = { id: 'page:page', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} }
    checkEdit(doc, (target) => putDrawings(target, [box, page]))
    expect(readDrawings(doc)).toEqual([page, box])
  })

  it('of any content read back as they were written', () => {
    const key = fc
      .string({ unit: 'grapheme-ascii', minLength: 1 })
      .filter((text) => !/\.|^(id|x|y|w|h|props|meta|parentId|index|typeName|xy|pi|wh)$|__proto__/.test(text))
    const content = fc.dictionary(
      key,
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
    )
    fc.assert(
      fc.property(content, content, content, (top, props, meta) => {
        const doc = new Y.Doc()
        const record = { ...top, id: 'shape:any', typeName: 'shape', x: 1, y: 2, props: { w: 1, h: 2, ...props }, meta }
        putDrawings({ doc, origin: 'drawing' }, [record])
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(JSON.stringify(sorted(readDrawing(copy, 'shape:any')))).toBe(JSON.stringify(sorted(record)))
      }),
    )
  })

  it('lose what others could not read the same', () => {
    const doc = new Y.Doc()
    const hostile: unknown = JSON.parse('{"inner": {"__proto__": {"a": 1}, "text": "half \\ud83d"}}')
    const record = { id: 'shape:any', typeName: 'shape', props: { hostile }, meta: {} }
    checkEdit(doc, (target) => putDrawings(target, [record]))
    expect(readDrawing(doc, 'shape:any')).toMatchObject({ props: { hostile: { inner: { text: 'half \uFFFD' } } } })
    expect(JSON.stringify(readDrawing(doc, 'shape:any'))).not.toContain('__proto__')
  })

  it('that two people change in different fields keep both changes', () => {
    const [anna, ben] = [withBox(), new Y.Doc()]
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna))
    changeDrawing({ doc: anna, origin: 'anna' }, box, { ...box, x: 100, y: 200 })
    changeDrawing({ doc: ben, origin: 'ben' }, box, { ...box, props: { ...(box['props'] as object), color: 'red' } })
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna))
    Y.applyUpdate(anna, Y.encodeStateAsUpdate(ben))
    expect(readDrawing(anna, box.id)).toMatchObject({ x: 100, y: 200, props: { w: 10, color: 'red' } })
    expect(readDrawing(ben, box.id)).toEqual(readDrawing(anna, box.id))
  })

  it('change, lose fields and go, each in one step', () => {
    const doc = withBox()
    const { rotation: _, ...rest } = box
    checkEdit(doc, (target) => changeDrawing(target, box, { ...rest, props: { w: 11, h: 20, color: 'blue' } }))
    expect(readDrawing(doc, box.id)).toEqual({ ...rest, props: { w: 11, h: 20, color: 'blue' } })
    checkEdit(doc, (target) => putDrawings(target, [box]))
    checkEdit(doc, (target) => removeDrawings(target, [box.id]))
    expect(readDrawing(doc, box.id)).toBeNull()
  })

  it('write nothing that is there already or gone', () => {
    const doc = withBox()
    checkRefused(doc, (target) => {
      putDrawings(target, [box])
      changeDrawing(target, box, box)
      changeDrawing(target, { ...box, id: 'shape:gone' }, { ...box, id: 'shape:gone', x: 9 })
      removeDrawings(target, ['shape:gone'])
    })
  })

  it('10,000 drags leave the document under 5 kB larger', () => {
    const doc = withBox()
    const size = Y.encodeStateAsUpdate(doc).length
    let before = box
    for (let x = 0; x < 10_000; x++) {
      const after = { ...before, x, y: -x }
      changeDrawing({ doc, origin: 'drawing' }, before, after)
      before = after
    }
    expect(Y.encodeStateAsUpdate(doc).length - size).toBeLessThan(5_000)
  })

  it('with a key that would change their prototype are read without it', () => {
    const doc = withBox()
    const record = doc.getMap('drawings').get(box.id) as Y.Map<unknown>
    for (const key of ['__proto__', 'props.__proto__']) record.set(key, { polluted: true })
    expect(readDrawing(doc, box.id)).toEqual(box)
    expect((readDrawing(doc, box.id) as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
