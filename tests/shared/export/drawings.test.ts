// Drawings in the picture: every kind, arrows from card to card, nothing that could run or reach out of the file.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { renderSvg } from '../../../shared/export/svg.ts'
import type { DrawingRecord } from '../../../shared/journey/edit/editDrawings.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const journey = drawJourney(`
              | Preparing | Separating
  touchpoints | Class     | Exam
`)
const board = journey.board()
const layout = layoutBoard(board, new LayoutCache(fontMetrics))
const hash = 'a'.repeat(64)

const words = (text: string) => ({
  type: 'doc',
  content: text.split('\n').map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})
const shape = (id: string, type: string, props: object, more: object = {}): DrawingRecord => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type,
  x: 0,
  y: 0,
  rotation: 0,
  opacity: 1,
  parentId: 'page:page',
  index: 'a8',
  props: { color: 'red', size: 'm', dash: 'draw', fill: 'none', scale: 1, ...props },
  ...more,
})
const bind = (id: string, terminal: string, toId: string, more: object = {}): DrawingRecord => ({
  id: `binding:${id}${terminal}`,
  typeName: 'binding',
  type: 'arrow',
  fromId: `shape:${id}`,
  toId,
  props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: false, isExact: false, ...more },
})
const arrow = (id: string, props: object = {}) =>
  shape(id, 'arrow', {
    start: { x: 0, y: 0 },
    end: { x: 100, y: 0 },
    bend: 0,
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    ...props,
  })

function render(drawings: readonly DrawingRecord[], pictureUrl?: (sha256: string) => string | null): string {
  const options = { metrics: fontMetrics, departments: [], title: 'T', drawings }
  return renderSvg(board, layout, pictureUrl ? { ...options, pictureUrl } : options)
}

/** What the drawings add to the picture of the map alone. */
const added = (...drawings: DrawingRecord[]): string => {
  const plain = new Set(render([]).split(/(?=<)/))
  return render(drawings)
    .split(/(?=<)/)
    .filter((part) => !plain.has(part))
    .join('')
}

describe('drawings in the picture', () => {
  it('are there, each in its colour and with its words', () => {
    expect(
      added(
        shape('1', 'draw', {
          segments: [
            {
              points: [
                { x: 1, y: 2 },
                { x: 3, y: 4 },
              ],
            },
          ],
        }),
      ),
    ).toContain('M1 2L3 4')
    const line = { points: { b: { index: 'a2', x: 9, y: 0 }, a: { index: 'a1', x: 0, y: 0 } } }
    expect(added(shape('1', 'line', line))).toMatch(/M0 0L9 0.*stroke="#dd3235"/)
    expect(added(shape('1', 'geo', { geo: 'ellipse', w: 80, h: 40, growY: 20, richText: words('Why here') }))).toMatch(
      /<ellipse cx="40" cy="30" rx="40" ry="30".*Why.*here/,
    )
    expect(added(shape('1', 'text', { w: 10, richText: words('First\nSecond') }))).toMatch(/First.*Second/)
    expect(added(shape('1', 'frame', { w: 80, h: 40, name: 'Parking lot' }))).toContain('Parking lot')
    expect(added(shape('1', 'highlight', { segments: [{ points: [{ x: 1, y: 2 }] }] }))).toContain('stroke-opacity')
  })

  it('lie where their frame lies and turn with it', () => {
    const frame = shape('f', 'frame', { w: 80, h: 40, name: '' }, { x: 100, y: 50, rotation: Math.PI / 2 })
    const inside = shape('g', 'geo', { geo: 'rectangle', w: 8, h: 8 }, { x: 10, y: 0, parentId: 'shape:f' })
    expect(added(frame, inside)).toContain('matrix(0 1 -1 0 100 60)')
  })

  it('lie over the cards, or between sheet and cards if they were sent there', () => {
    const at = (index: string) => {
      const svg = render([shape('1', 'geo', { geo: 'diamond', w: 8, h: 8 }, { index })])
      return Math.sign(svg.indexOf('L8 4') - svg.indexOf('>Class<'))
    }
    expect([at('a8'), at('a2zzz')]).toEqual([1, -1])
  })

  it('make the picture as large as they need', () => {
    const [, width] = /width="(\d+)"/.exec(render([shape('1', 'geo', { w: 50, h: 50 }, { x: 4000 })])) ?? []
    expect(Number(width)).toBeGreaterThan(4000)
  })
})

describe('arrows in the picture', () => {
  const [from, to] = ['Class', 'Exam'].map((title) => {
    const card = cardLayoutOf(layout, journey.card(title))
    if (!card) throw new Error(title)
    return card
  })
  if (!from || !to) throw new Error('no cards')
  const ends = (svg: string) => {
    const [, x1, y1, x2, y2] = /d="M([-\d.]+) ([-\d.]+)[LA].*?([-\d.]+) ([-\d.]+)"/.exec(svg) ?? []
    return { x1: Number(x1), y1: Number(y1), x2: Number(x2), y2: Number(y2) }
  }

  it('go from the edge of a card to the edge of another, wherever the layout has put them', () => {
    const drawn = added(arrow('a'), bind('a', 'start', `shape:${from.id}`), bind('a', 'end', `shape:${to.id}`))
    const { x1, y1, x2, y2 } = ends(drawn)
    expect(x1).toBeGreaterThan(from.x + from.w)
    expect(x2).toBeLessThan(to.x)
    expect([x1 - from.x - from.w, to.x - x2].every((gap) => gap < 8)).toBe(true)
    expect([y1, y2]).toEqual([from.y + from.h / 2, to.y + to.h / 2])
  })

  it('stay where they were drawn if what they held on to is gone', () => {
    expect(ends(added(arrow('a'), bind('a', 'end', 'shape:gone')))).toEqual({ x1: 0, y1: 0, x2: 100, y2: 0 })
  })

  it('are bent to the side they are bent on the canvas, or have corners', () => {
    expect(added(arrow('a', { bend: 20 }))).toContain('M0 0A72.5 72.5 0 0 0 100 0')
    expect(added(arrow('a', { bend: -20 }))).toContain('M0 0A72.5 72.5 0 0 1 100 0')
    expect(added(arrow('a', { kind: 'elbow', end: { x: 100, y: 40 } }))).toContain('M0 0H50V40H100')
  })

  it('carry their words and their heads', () => {
    const svg = added(arrow('a', { richText: words('then'), arrowheadStart: 'dot', arrowheadEnd: 'triangle' }))
    expect(svg).toContain('then')
    expect(svg).toContain('<circle')
    expect(svg).toMatch(/Z"/)
  })
})

describe('pictures in the picture', () => {
  const records = [
    shape('i', 'image', { w: 40, h: 30, assetId: 'asset:1', crop: null }),
    { id: 'asset:1', typeName: 'asset', type: 'image', props: { src: `asset:${hash}` } },
  ]

  it('are embedded if there is content for them, else an empty frame stands there', () => {
    expect(render(records, (sha256) => (sha256 === hash ? 'data:image/png;base64,AAAA' : null))).toContain(
      '<image width="40" height="30" href="data:image/png;base64,AAAA"',
    )
    expect(render(records)).not.toContain('<image')
    expect(added(...records)).toContain('M0 0L40 30')
  })

  it('are never loaded from an address of the record', () => {
    const [image] = records
    const foreign = { id: 'asset:1', typeName: 'asset', type: 'image', props: { src: 'https://elsewhere.test/x.png' } }
    expect(image && render([image, foreign], () => 'data:,x')).not.toMatch(/elsewhere|<image/)
  })
})

describe('records of strangers', () => {
  it('cannot bring markup, a ring of parents or numbers that are none into the picture', () => {
    const script = '"><script>alert(1)</script>'
    const ring = [shape('p', 'group', {}, { parentId: 'shape:q' }), shape('q', 'group', {}, { parentId: 'shape:p' })]
    const drawings = [
      ...ring,
      shape('1', 'geo', { w: 8, h: 8, geo: script, color: script, dash: script, richText: words(script) }),
      shape('2', 'geo', { w: Infinity, h: 8 }),
      shape('3', 'frame', { w: 8, h: 8, name: script }),
      shape('4', '__proto__', {}),
      shape('5', 'draw', { segments: 'none' }),
    ]
    const svg = render(drawings)
    expect(svg).not.toContain('<script')
    expect(svg).not.toMatch(/NaN|Infinity/)
  })

  it('never break the picture', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue())
    const record = fc.record({
      id: fc.constantFrom('shape:1', 'shape:2', 'binding:1'),
      typeName: fc.constantFrom('shape', 'binding', 'asset'),
      type: fc.constantFrom('arrow', 'draw', 'geo', 'text', 'line', 'image', 'frame'),
      x: fc.oneof(fc.double(), fc.integer()),
      y: fc.integer(),
      rotation: fc.double(),
      parentId: fc.constantFrom('page:page', 'shape:1', 'shape:2'),
      index: fc.string(),
      props: fc.dictionary(
        fc.constantFrom('w', 'h', 'start', 'end', 'bend', 'points', 'segments', 'richText', 'color', 'size', 'name'),
        value,
      ),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        expect(render(records)).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })
})
