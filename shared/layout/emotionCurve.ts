// The emotion lane as geometry: points, smooth paths, labels. Coordinates are relative to the lane's body, px at
// zoom 1. What the numbers mean comes from `shared/insight`; colours and strokes are the drawing's business.
import { area, curveMonotoneX, line } from 'd3-shape'
import type { EmotionReading } from '../journey/Board.ts'
import type { EmotionConsensus, EmotionTarget, TargetConsensus } from '../insight/emotionConsensus.ts'
import { type CurveLine, type CurvePoint, emotionY } from './emotionScale.ts'
import type { FontMetrics } from './FontMetrics.ts'
import { type CurveLabel, placeLabels } from './emotionLabels.ts'
import { type LineEnd, placeLineEnds } from './emotionLineEnds.ts'
import type { JourneyLayout } from './JourneyLayout.ts'
import type { Rect } from './Rect.ts'

/** How wide the band is drawn where a single point has one and there is nothing to draw it to. */
const LONE_BAND_WIDTH = 8

export interface EmotionCurve {
  readonly median: CurveLine
  readonly band: readonly string[]
  /** Single readings where there are too few for a band. */
  readonly spread: readonly { readonly x: number; readonly y: number }[]
  readonly own: CurveLine
  readonly departments: readonly (CurveLine & { readonly department: string })[]
  readonly lowest: EmotionTarget | null
  readonly peaks: readonly EmotionTarget[]
  readonly labels: readonly CurveLabel[]
  readonly lineEnds: readonly LineEnd[]
}

export interface CurveQuery {
  readonly layout: JourneyLayout
  /** The emotion lane's body (`layout.emotion`). */
  readonly rect: Rect
  readonly consensus: EmotionConsensus
  /** The reader's own readings; null when nobody in particular looks (exports). */
  readonly own?: ReadonlyMap<EmotionTarget, EmotionReading> | null
  /** The room's curve stays hidden until one's own reading is in. */
  readonly hideMedian?: boolean
  /** Departments whose curves are shown; with the own line at most three lines beside the median. */
  readonly departments?: readonly string[]
  readonly metrics: FontMetrics
}

/** Lines beside the median that can still be told apart. */
const MAX_LINES = 3

/** Everything to draw, in no particular theme. Pure: the same query gives the same paths on every machine. */
export function emotionCurve(query: CurveQuery): EmotionCurve {
  const { consensus } = query
  const places = targetPlaces(query)
  const median = query.hideMedian ? emptyLine : lineThrough(consensus.targets, places, (target) => target.median)
  const own = ownLine(query, places)
  const shown = consensus.departments.filter(({ department }) => query.departments?.includes(department))
  const departments = shown.slice(0, MAX_LINES - (own.points.length > 0 ? 1 : 0)).map(({ department, medians }) => ({
    department,
    ...lineThrough(consensus.targets, places, ({ target }) => medians.get(target) ?? null),
  }))
  const visible = query.hideMedian ? [] : consensus.targets
  const labels = placeLabels(visible, places, own.points, consensus.lowest, query.rect, query.metrics)
  const lines = { median, own, departments, people: consensus.people }
  return {
    median,
    band: bandThrough(visible, places),
    spread: visible.flatMap(({ target, spread }) =>
      spread.map((value) => ({ x: places.get(target) ?? 0, y: emotionY(value) })),
    ),
    own,
    departments,
    lowest: query.hideMedian ? null : consensus.lowest,
    peaks: query.hideMedian ? [] : consensus.peaks,
    labels,
    lineEnds: placeLineEnds(lines, labels, query.rect, query.metrics),
  }
}

const emptyLine: CurveLine = { points: [], paths: [] }

/** x of every target: the middle of its share of the stage. */
export function targetPlaces(query: Pick<CurveQuery, 'layout' | 'rect' | 'consensus'>): Map<EmotionTarget, number> {
  const places = new Map<EmotionTarget, number>()
  const stages = new Map(query.layout.stages.map((stage) => [stage.id, stage.header]))
  for (const { target, stageId, slot, slots } of query.consensus.targets) {
    const stage = stages.get(stageId)
    if (stage) places.set(target, stage.x - query.rect.x + (stage.w * (slot + 0.5)) / slots)
  }
  return places
}

/**
 * The reader's own line. Where the room speaks of touchpoints and the reader has set a feeling for the whole stage, or
 * a stage has no place for another reason, the point stands in the middle of the stage: nobody's point disappears.
 */
function ownLine(query: CurveQuery, places: ReadonlyMap<EmotionTarget, number>): CurveLine {
  const { own } = query
  if (!own) return emptyLine
  const all = new Map(places)
  for (const { id, header } of query.layout.stages) all.set(id, header.x - query.rect.x + header.w / 2)
  const targets = query.layout.stages.flatMap((stage): { readonly target: EmotionTarget }[] => {
    const shown = query.consensus.targets.filter((target) => target.stageId === stage.id)
    return own.has(stage.id) && !shown.some(({ target }) => own.has(target)) ? [{ target: stage.id }] : shown
  })
  return lineThrough(targets, all, ({ target }) => own.get(target)?.value ?? null)
}

/** `curveMonotoneX` never leaves the range between two neighbours: a smooth line must not show a feeling nobody had. */
function lineThrough<T extends { readonly target: EmotionTarget }>(
  targets: readonly T[],
  places: ReadonlyMap<EmotionTarget, number>,
  valueOf: (target: T) => number | null,
): CurveLine {
  const stretches = splitAtGaps(targets, (target): CurvePoint | null => {
    const value = valueOf(target)
    const x = places.get(target.target)
    return value === null || x === undefined ? null : { target: target.target, x, y: emotionY(value), value }
  })
  const draw = line<CurvePoint>(
    (point) => point.x,
    (point) => point.y,
  )
    .curve(curveMonotoneX)
    .digits(2)
  return {
    points: stretches.flat(),
    paths: stretches.filter((points) => points.length > 1).map((points) => draw(points) ?? ''),
  }
}

/** y grows downwards: `top` is the upper quartile. */
interface BandPoint {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** Between the quartiles, wherever neighbouring targets have enough readings. */
function bandThrough(targets: readonly TargetConsensus[], places: ReadonlyMap<EmotionTarget, number>): string[] {
  const stretches = splitAtGaps(targets, ({ target, band }): BandPoint | null => {
    const x = places.get(target)
    return band && x !== undefined ? { x, top: emotionY(band.upper), bottom: emotionY(band.lower) } : null
  })
  const draw = area<BandPoint>(
    (point) => point.x,
    (point) => point.bottom,
    (point) => point.top,
  )
    .curve(curveMonotoneX)
    .digits(2)
  return stretches.map((points) => {
    const [only] = points
    if (points.length > 1 || !only) return draw(points) ?? ''
    const half = LONE_BAND_WIDTH / 2
    return `M${only.x - half},${only.top}H${only.x + half}V${only.bottom}H${only.x - half}Z`
  })
}

/** Runs of neighbouring targets that have a point; a target without one ends the run. */
function splitAtGaps<T, P>(targets: readonly T[], pointOf: (target: T) => P | null): P[][] {
  const stretches: P[][] = []
  let stretch: P[] = []
  for (const target of targets) {
    const point = pointOf(target)
    if (point !== null) stretch.push(point)
    else if (stretch.length > 0) {
      stretches.push(stretch)
      stretch = []
    }
  }
  if (stretch.length > 0) stretches.push(stretch)
  return stretches
}
