// tldraw's records → what the picture needs of them, in the order in which they are painted. A record that does not fit
// is left out: another version or a modified client may have written it.
import { z } from 'zod/mini'
import type { Point } from '../../../journey/Board.ts'
import type { DrawingRecord } from '../../../journey/edit/editDrawings.ts'
import { coordinate, MAX_COORDINATE } from '../../../journey/readRecords.ts'

const size = z.number().check(z.gte(0), z.lte(MAX_COORDINATE))
const point = z.object({ x: coordinate, y: coordinate })
const look = {
  color: z.catch(z.string(), 'black'),
  labelColor: z.catch(z.string(), 'black'),
  size: z.catch(z.enum(['s', 'm', 'l', 'xl']), 'm'),
  dash: z.catch(z.string(), 'draw'),
  fill: z.catch(z.string(), 'none'),
  scale: z.catch(z.number().check(z.gt(0), z.lte(100)), 1),
  richText: z.catch(z.unknown(), null),
  text: z.catch(z.string(), ''),
}
const props = {
  arrow: z.object({
    ...look,
    start: point,
    end: point,
    bend: z.catch(coordinate, 0),
    kind: z.catch(z.enum(['arc', 'elbow']), 'arc'),
    arrowheadStart: z.catch(z.string(), 'none'),
    arrowheadEnd: z.catch(z.string(), 'arrow'),
  }),
  draw: z.object({
    ...look,
    segments: z.array(z.object({ points: z.array(point) })),
    isClosed: z.catch(z.boolean(), false),
  }),
  frame: z.object({ ...look, w: size, h: size, name: z.catch(z.string(), '') }),
  geo: z.object({ ...look, w: size, h: size, growY: z.catch(size, 0), geo: z.catch(z.string(), 'rectangle') }),
  group: z.object({}),
  highlight: z.object({ ...look, segments: z.array(z.object({ points: z.array(point) })) }),
  image: z.object({
    w: size,
    h: size,
    assetId: z.catch(z.nullable(z.string()), null),
    crop: z.catch(z.nullable(z.object({ topLeft: point, bottomRight: point })), null),
  }),
  line: z.object({
    ...look,
    points: z.record(z.string(), z.object({ index: z.string(), x: coordinate, y: coordinate })),
  }),
  text: z.object({ ...look, w: size, autoSize: z.catch(z.boolean(), true), textAlign: z.catch(z.string(), 'start') }),
}
const shapeSchema = z.object({
  id: z.string(),
  x: coordinate,
  y: coordinate,
  rotation: z.catch(z.number(), 0),
  parentId: z.string(),
  index: z.string(),
  opacity: z.catch(z.number().check(z.gte(0), z.lte(1)), 1),
})
const bindingSchema = z.object({
  fromId: z.string(),
  toId: z.string(),
  props: z.object({
    terminal: z.enum(['start', 'end']),
    normalizedAnchor: z.catch(point, { x: 0.5, y: 0.5 }),
    isPrecise: z.catch(z.boolean(), false),
    isExact: z.catch(z.boolean(), false),
  }),
})
const assetSchema = z.object({ id: z.string(), props: z.object({ src: z.string() }) })

type PropsOf<Type extends keyof typeof props> = z.infer<(typeof props)[Type]>
type Own = { [Type in keyof typeof props]: { readonly type: Type; readonly props: PropsOf<Type> } }[keyof typeof props]
export type DrawingLook = Pick<PropsOf<'geo'>, keyof typeof look>
export type ArrowProps = PropsOf<'arrow'>
export type Binding = z.infer<typeof bindingSchema>
/** Where a shape's own coordinates lie on the page: as in SVG, [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number]
export type DrawingShape = z.infer<typeof shapeSchema> & Own & { readonly matrix: Matrix }

export interface ReadDrawings {
  /** Lowest first. */
  readonly shapes: readonly DrawingShape[]
  /** By the arrow's id. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  /** SHA-256 of pictures by the asset's id. */
  readonly pictures: ReadonlyMap<string, string>
}

export function readShapes(records: readonly DrawingRecord[]): ReadDrawings {
  const siblings = Map.groupBy(records.flatMap(readShape), (shape) => shape.parentId)
  const shapes: DrawingShape[] = []
  // Down from the page, so a ring of parents is never entered.
  const paint = (parentId: string, parent: Matrix, opacity: number): void => {
    const inOrder = (siblings.get(parentId) ?? []).toSorted((a, b) =>
      a.index === b.index ? (a.id < b.id ? -1 : 1) : a.index < b.index ? -1 : 1,
    )
    for (const shape of inOrder) {
      const placed = { ...shape, matrix: multiply(parent, matrixOf(shape)), opacity: shape.opacity * opacity }
      shapes.push(placed)
      paint(shape.id, placed.matrix, placed.opacity)
    }
  }
  for (const parentId of [...siblings.keys()].filter((id) => id.startsWith('page:')).toSorted())
    paint(parentId, [1, 0, 0, 1, 0, 0], 1)
  const bindings = records.flatMap((record) => parsed(record, 'binding', bindingSchema))
  const assets = records.flatMap((record) => parsed(record, 'asset', assetSchema))
  const pictures = assets.flatMap(({ id, props: { src } }): [string, string][] => {
    const hash = /^asset:([0-9a-f]{64})$/.exec(src)?.[1]
    return hash === undefined ? [] : [[id, hash]]
  })
  return { shapes, bindings: Map.groupBy(bindings, ({ fromId }) => fromId), pictures: new Map(pictures) }
}

/** Those of these ids, and what lies inside them. */
export function withInside(shapes: readonly DrawingShape[], ids: ReadonlySet<string>): DrawingShape[] {
  const wanted = new Set(ids)
  // Parents come before what lies inside them.
  return shapes.filter(({ id, parentId }) => wanted.has(id) || (wanted.has(parentId) && Boolean(wanted.add(id))))
}

function parsed<T>(record: DrawingRecord, typeName: string, schema: z.ZodMiniType<T>): T[] {
  const result = record['typeName'] === typeName ? schema.safeParse(record) : null
  return result?.success ? [result.data] : []
}

function readShape(record: DrawingRecord): (z.infer<typeof shapeSchema> & Own)[] {
  const type = String(record['type'])
  const [shape] = parsed(record, 'shape', shapeSchema)
  if (!shape || !Object.hasOwn(props, type)) return []
  const own = props[type as Own['type']].safeParse(record['props'])
  return own.success ? [{ ...shape, type, props: own.data } as z.infer<typeof shapeSchema> & Own] : []
}

function matrixOf({ x, y, rotation }: { x: number; y: number; rotation: number }): Matrix {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  return [cos, sin, -sin, cos, x, y]
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function toPage([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
