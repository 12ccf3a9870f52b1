// What people drew freely on the canvas: strokes, lines, arrows, boxes, words, frames and pictures. As SVG, from tldraw's
// own records, without tldraw. Where the arrows end depends on where the layout puts the cards.
import type { Point } from '../../journey/Board.ts'
import type { DrawingRecord } from '../../journey/edit/editDrawings.ts'
import type { Rect } from '../../layout/Rect.ts'
import type { Pen } from './Pen.ts'
import { drawArrow } from './drawings/drawArrow.ts'
import { drawPlain } from './drawings/drawPlain.ts'
import { type DrawingShape, readShapes, type ReadDrawings, toPage, withInside } from './drawings/readShapes.ts'
import { element } from './element.ts'

export interface DrawingSurroundings {
  readonly records: readonly DrawingRecord[]
  /** Where a card lies; null if there is none of that id. */
  readonly cardRect: (cardId: string) => Rect | null
  /** A kept picture as an address with its content in it; null: an empty frame stands for it. */
  readonly pictureUrl: (sha256: string) => string | null
  /** Ids of records; only these and what lies inside them are drawn. Left out: all. */
  readonly only?: ReadonlySet<string>
}

export interface DrawnDrawings {
  /** Between sheets and cards. */
  readonly below: readonly string[]
  /** Over the cards. */
  readonly above: readonly string[]
  readonly boxes: readonly Rect[]
}

/** Order keys of the canvas: cards begin at this one. Drawings that were sent behind the cards have a lower one. */
const CARDS_INDEX = 'a3'

export function drawDrawings(pen: Pen, around: DrawingSurroundings): DrawnDrawings {
  const read = readShapes(around.records)
  const byId = new Map(read.shapes.map((shape) => [shape.id, shape]))
  const rectOf = (id: string): Rect | null => {
    const shape = byId.get(id)
    return shape ? boxOf(cornersOf(shape)) : around.cardRect(id.slice('shape:'.length))
  }
  const below: string[] = []
  const above: string[] = []
  const boxes: Rect[] = []
  let layer = above
  for (const shape of around.only ? withInside(read.shapes, around.only) : read.shapes) {
    // What lies in a frame or a group lies where that lies.
    if (shape.parentId.startsWith('page:')) layer = shape.index < CARDS_INDEX ? below : above
    const { svg, box } = drawShape(pen, shape, read, around, rectOf)
    if (svg !== '') layer.push(svg)
    if (box) boxes.push(box)
  }
  return { below, above, boxes }
}

function drawShape(
  pen: Pen,
  shape: DrawingShape,
  read: ReadDrawings,
  around: DrawingSurroundings,
  rectOf: (id: string) => Rect | null,
): { svg: string; box: Rect | null } {
  const opacity = shape.opacity < 1 ? shape.opacity : undefined
  if (shape.type === 'arrow') {
    const { svg, extent } = drawArrow(pen, shape.props, shape.matrix, read.bindings.get(shape.id) ?? [], rectOf)
    return { svg: opacity === undefined ? svg : element('g', { opacity }, svg), box: boxOf(extent) }
  }
  const hash = shape.type === 'image' ? (read.pictures.get(shape.props.assetId ?? '') ?? null) : null
  const { svg, extent } = drawPlain(pen, shape, hash === null ? null : around.pictureUrl(hash))
  if (svg === '') return { svg, box: null }
  const transform = `matrix(${shape.matrix.map((value) => Math.round(value * 1e4) / 1e4).join(' ')})`
  return { svg: element('g', { transform, opacity }, svg), box: boxOf(extent.map((one) => toPage(shape.matrix, one))) }
}

/** Corners on the page of what has a size of its own. */
function cornersOf({ matrix, props }: DrawingShape): Point[] {
  if (!('w' in props)) return []
  const { w } = props
  const h = 'h' in props ? props.h + ('growY' in props ? props.growY : 0) : 0
  return [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ].map((one) => toPage(matrix, one))
}

function boxOf(points: readonly Point[]): Rect | null {
  if (points.length === 0) return null
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  // Not by spreading: a stroke has thousands of points.
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
  const [x, y] = [least(xs), least(ys)]
  return { x, y, w: most(xs) - x, h: most(ys) - y }
}
