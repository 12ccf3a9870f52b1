// Drawings that hold on to nothing, in their own coordinates.
import type { Point } from '../../../journey/Board.ts'
import { element } from '../element.ts'
import type { Pen } from '../Pen.ts'
import { drawWords, fillOf, strokeOf, strokeWidth } from './drawingLooks.ts'
import type { DrawingShape } from './readShapes.ts'

export interface PlainDrawing {
  /** Empty: nothing to see. */
  readonly svg: string
  /** Points it reaches, in its own coordinates. */
  readonly extent: readonly Point[]
}

type Plain = Exclude<DrawingShape, { readonly type: 'arrow' }>
type Of<Type extends Plain['type']> = Extract<Plain, { readonly type: Type }>['props']

/** `pictureUrl`: content of an image's picture; null if it is not to be shown. */
export function drawPlain(pen: Pen, shape: Plain, pictureUrl: string | null): PlainDrawing {
  switch (shape.type) {
    case 'draw':
      return drawStroke(pen, shape.props)
    case 'highlight':
      return drawHighlight(pen, shape.props)
    case 'line':
      return drawLine(pen, shape.props)
    case 'geo':
      return drawGeo(pen, shape.props)
    case 'text':
      return drawText(pen, shape.props)
    case 'frame':
      return drawFrame(pen, shape.props)
    case 'image':
      return drawImage(pen, shape.props, pictureUrl)
    case 'group':
      return { svg: '', extent: [] }
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

function pathThrough(points: readonly Point[], isClosed = false): string {
  const d = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
  const [first] = points
  // A single point shows as a dot only if the line goes somewhere.
  if (first && points.length === 1) return `${d}l0.01 0`
  return isClosed ? `${d}Z` : d
}

function drawStroke(pen: Pen, props: Of<'draw'>): PlainDrawing {
  const points = props.segments.flatMap((segment) => segment.points)
  if (points.length === 0) return { svg: '', extent: [] }
  const fill = props.isClosed ? fillOf(pen, props) : { fill: 'none' }
  return {
    svg: element('path', { d: pathThrough(points, props.isClosed), ...strokeOf(pen, props), ...fill }),
    extent: points,
  }
}

/** Wide and clear, so that the words below stay readable. */
function drawHighlight(pen: Pen, props: Of<'highlight'>): PlainDrawing {
  const points = props.segments.flatMap((segment) => segment.points)
  if (points.length === 0) return { svg: '', extent: [] }
  const stroke = { ...strokeOf(pen, props), 'stroke-width': 8 * strokeWidth(props), 'stroke-opacity': 0.35 }
  return { svg: element('path', { d: pathThrough(points), ...stroke, fill: 'none' }), extent: points }
}

function drawLine(pen: Pen, props: Of<'line'>): PlainDrawing {
  const points = Object.values(props.points).toSorted((a, b) => (a.index < b.index ? -1 : 1))
  if (points.length === 0) return { svg: '', extent: [] }
  return { svg: element('path', { d: pathThrough(points), ...strokeOf(pen, props), fill: 'none' }), extent: points }
}

const cornersOf = (w: number, h: number): Point[] => [
  { x: 0, y: 0 },
  { x: w, y: 0 },
  { x: w, y: h },
  { x: 0, y: h },
]

/** Corners in shares of the width and the height; shapes that are not here are drawn as rectangles. */
const polygons: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  hexagon: [
    [0.25, 0],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
  ],
  trapezoid: [
    [0.25, 0],
    [0.75, 0],
    [1, 1],
    [0, 1],
  ],
  rhombus: [
    [0.25, 0],
    [1, 0],
    [0.75, 1],
    [0, 1],
  ],
}

function drawGeo(pen: Pen, props: Of<'geo'>): PlainDrawing {
  const { w, geo } = props
  const h = props.h + props.growY
  const look = { ...strokeOf(pen, props), ...fillOf(pen, props) }
  const shares = Object.hasOwn(polygons, geo) ? polygons[geo] : undefined
  const outline =
    geo === 'ellipse'
      ? element('ellipse', { cx: w / 2, cy: h / 2, rx: w / 2, ry: h / 2, ...look })
      : geo === 'oval' || geo === 'cloud'
        ? element('rect', { width: w, height: h, rx: Math.min(w, h) / 2, ...look })
        : shares
          ? element('path', {
              d: pathThrough(
                shares.map(([x, y]) => ({ x: x * w, y: y * h })),
                true,
              ),
              ...look,
            })
          : element('rect', { width: w, height: h, rx: 2, ...look })
  const place = { kind: 'label', x: w / 2, y: h / 2, maxWidth: w - 16, anchor: 'middle', isCentred: true } as const
  return { svg: outline + drawWords(pen, props, place).svg, extent: cornersOf(w, h) }
}

/** Words that size themselves are never broken. */
const UNBROKEN_WIDTH = 100_000

function drawText(pen: Pen, props: Of<'text'>): PlainDrawing {
  const anchor = props.autoSize || props.textAlign === 'start' ? 'start' : props.textAlign === 'end' ? 'end' : 'middle'
  const x = anchor === 'start' ? 0 : anchor === 'end' ? props.w : props.w / 2
  const maxWidth = props.autoSize ? UNBROKEN_WIDTH : props.w * props.scale
  const words = drawWords(pen, props, { kind: 'text', x, y: 0, maxWidth, anchor, isCentred: false })
  return { svg: words.svg, extent: cornersOf(Math.max(words.w, props.autoSize ? 0 : props.w), words.h) }
}

function drawFrame(pen: Pen, { w, h, name }: Of<'frame'>): PlainDrawing {
  const line = { weight: 500, italic: false, size: 12, line: 16, color: 'ink-2' } as const
  const svg = pen.rect({ x: 0, y: 0, w, h }, { fill: 'sheet', stroke: 'line-2' }) + pen.line(name, 0, -20, line)
  return { svg, extent: [...cornersOf(w, h), { x: 0, y: name.trim() === '' ? 0 : -20 }] }
}

function drawImage(pen: Pen, { w, h, crop }: Of<'image'>, url: string | null): PlainDrawing {
  const extent = cornersOf(w, h)
  if (url === null) {
    const mark = element('path', {
      d: `M0 0L${round(w)} ${round(h)}M${round(w)} 0L0 ${round(h)}`,
      stroke: pen.color('line-2'),
    })
    return { svg: pen.rect({ x: 0, y: 0, w, h }, { fill: 'sunken', stroke: 'line-2' }) + mark, extent }
  }
  const { topLeft, bottomRight } = crop ?? { topLeft: { x: 0, y: 0 }, bottomRight: { x: 1, y: 1 } }
  const [cw, ch] = [bottomRight.x - topLeft.x, bottomRight.y - topLeft.y]
  const picture = { href: url, preserveAspectRatio: 'none' }
  if (crop === null || cw <= 0 || ch <= 0) return { svg: element('image', { width: w, height: h, ...picture }), extent }
  const whole = { x: (-topLeft.x / cw) * w, y: (-topLeft.y / ch) * h, width: w / cw, height: h / ch }
  return { svg: element('svg', { width: w, height: h }, element('image', { ...whole, ...picture })), extent }
}
