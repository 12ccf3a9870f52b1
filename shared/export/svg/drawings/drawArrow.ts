// One arrow in page coordinates: from edge to edge of what it holds on to, straight, bent or with corners.
import type { Point } from '../../../journey/Board.ts'
import type { Rect } from '../../../layout/Rect.ts'
import { element } from '../element.ts'
import type { Pen } from '../Pen.ts'
import { drawingColor, drawWords, strokeOf, strokeWidth, wordsOf } from './drawingLooks.ts'
import { type ArrowProps, type Binding, type Matrix, toPage } from './readShapes.ts'

/** Between an arrow's point and the card it points at, px. */
const GAP = 5
/** Bent less than this, an arrow is straight, px. */
const STRAIGHT = 1

interface Terminal {
  readonly at: Point
  /** What it stops at; null: nothing, or it goes inside. */
  readonly edge: Rect | null
}

interface Path {
  readonly d: string
  readonly start: Point
  readonly end: Point
  /** Where the line goes at both ends, radians. */
  readonly startAngle: number
  readonly endAngle: number
  readonly middle: Point
}

/** `rectOf`: where a card or another drawing lies on the page. */
export function drawArrow(
  pen: Pen,
  arrow: ArrowProps,
  matrix: Matrix,
  bindings: readonly Binding[],
  rectOf: (shapeId: string) => Rect | null,
): { readonly svg: string; readonly extent: readonly Point[] } {
  const terminal = (name: 'start' | 'end'): Terminal => {
    const binding = bindings.find(({ props }) => props.terminal === name)
    const rect = binding ? rectOf(binding.toId) : null
    if (!binding || !rect) return { at: toPage(matrix, arrow[name]), edge: null }
    const { isPrecise, isExact, normalizedAnchor } = binding.props
    const anchor = isPrecise ? normalizedAnchor : { x: 0.5, y: 0.5 }
    return { at: { x: rect.x + anchor.x * rect.w, y: rect.y + anchor.y * rect.h }, edge: isExact ? null : rect }
  }
  const [from, to] = [terminal('start'), terminal('end')]
  const start = from.edge ? leave(from.at, to.at, from.edge) : from.at
  const end = to.edge ? leave(to.at, from.at, to.edge) : to.at
  const path = arrow.kind === 'elbow' ? corners(start, end) : arc(start, end, arrow.bend)
  const stroke = strokeOf(pen, arrow)
  const parts = [element('path', { d: path.d, fill: 'none', ...stroke })]
  const headSize = 4 + 3 * strokeWidth(arrow)
  parts.push(drawHead(pen, arrow, arrow.arrowheadStart, path.start, path.startAngle + Math.PI, headSize))
  parts.push(drawHead(pen, arrow, arrow.arrowheadEnd, path.end, path.endAngle, headSize))
  if (wordsOf(arrow) !== '') parts.push(drawLabel(pen, arrow, path.middle))
  return { svg: parts.join(''), extent: [start, end, path.middle] }
}

/** From a point inside of a rectangle towards another to just outside of it; the point itself if the other is inside too. */
function leave(from: Point, to: Point, { x, y, w, h }: Rect): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const reach = (delta: number, low: number, high: number) =>
    delta > 0 ? high / delta : delta < 0 ? low / delta : Infinity
  const share = Math.min(reach(dx, x - from.x, x + w - from.x), reach(dy, y - from.y, y + h - from.y))
  if (!(share >= 0 && share < 1)) return from
  const length = Math.hypot(dx, dy)
  const gap = Math.min(GAP, ((1 - share) * length) / 3) / length
  return { x: from.x + (share + gap) * dx, y: from.y + (share + gap) * dy }
}

const number = (value: number): string => String(Math.round(value * 100) / 100)
const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`

/** `bend`: how far the middle lies off the straight line, px; above 0 to the right of who goes along it. */
function arc(start: Point, end: Point, bend: number): Path {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const chord = Math.hypot(dx, dy)
  const angle = Math.atan2(dy, dx)
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  if (Math.abs(bend) < STRAIGHT || chord < STRAIGHT)
    return { d: `M${at(start)}L${at(end)}`, start, end, startAngle: angle, endAngle: angle, middle }
  const radius = number((chord ** 2 / 4 + bend ** 2) / (2 * Math.abs(bend)))
  const isLarge = Math.abs(bend) > chord / 2 ? 1 : 0
  const turn = 2 * Math.atan((2 * bend) / chord)
  return {
    d: `M${at(start)}A${radius} ${radius} 0 ${isLarge} ${bend > 0 ? 0 : 1} ${at(end)}`,
    start,
    end,
    startAngle: angle + turn,
    endAngle: angle - turn,
    middle: { x: middle.x - (dy / chord) * bend, y: middle.y + (dx / chord) * bend },
  }
}

/** Half of the longer way, all of the shorter one, the rest of the longer one. */
function corners(start: Point, end: Point): Path {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const isFlat = Math.abs(dx) >= Math.abs(dy)
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  const turns = isFlat
    ? `H${number(middle.x)}V${number(end.y)}H${number(end.x)}`
    : `V${number(middle.y)}H${number(end.x)}V${number(end.y)}`
  const angle = isFlat ? Math.atan2(0, dx) : Math.atan2(dy, 0)
  return { d: `M${at(start)}${turns}`, start, end, startAngle: angle, endAngle: angle, middle }
}

/** `angle`: where the head points. */
function drawHead(pen: Pen, arrow: ArrowProps, head: string, tip: Point, angle: number, size: number): string {
  const { 'stroke-dasharray': _dash, ...stroke } = strokeOf(pen, arrow)
  const off = (turn: number, length: number): Point => ({
    x: tip.x + Math.cos(angle + turn) * length,
    y: tip.y + Math.sin(angle + turn) * length,
  })
  const [left, right] = [off(Math.PI * 0.85, size), off(-Math.PI * 0.85, size)]
  const fill = drawingColor(pen, arrow.color)
  switch (head) {
    case 'none':
      return ''
    case 'dot':
      return element('circle', { cx: tip.x, cy: tip.y, r: size / 3, fill })
    case 'bar':
    case 'pipe':
      return element('path', { d: `M${at(off(Math.PI / 2, size / 2))}L${at(off(-Math.PI / 2, size / 2))}`, ...stroke })
    case 'arrow':
      return element('path', { d: `M${at(left)}L${at(tip)}L${at(right)}`, fill: 'none', ...stroke })
    default:
      return element('path', { d: `M${at(left)}L${at(tip)}L${at(right)}Z`, ...stroke, fill })
  }
}

/** On a ground of its own, so that the line does not run through the words. */
function drawLabel(pen: Pen, arrow: ArrowProps, middle: Point): string {
  const place = { kind: 'label', ...middle, maxWidth: 240, anchor: 'middle', isCentred: true } as const
  const words = drawWords(pen, arrow, place)
  const ground = { x: middle.x - words.w / 2 - 4, y: middle.y - words.h / 2, w: words.w + 8, h: words.h }
  return pen.rect(ground, { fill: 'sheet', corner: 4 }) + words.svg
}
