// The line of a laser pointer: where it was in the last moments. Pure.
import type { Point } from '../../../shared/journey/Board.ts'

/** How long a point of the line is to be seen, ms. */
export const LASER_FADE_MS = 1_200

interface LaserPoint extends Point {
  readonly atMs: number
  /** The first of a stroke: no line leads to it. */
  readonly isFirst: boolean
}

export interface LaserTrail {
  readonly points: readonly LaserPoint[]
  /** The pointer is pressed now. */
  readonly isOn: boolean
}

export const noTrail: LaserTrail = { points: [], isOn: false }

/** `point`: where the pointer is while it is pressed; null: it is not. Old points go. */
export function goOn({ points, isOn }: LaserTrail, point: Point | null, nowMs: number): LaserTrail {
  const kept = points.filter(({ atMs }) => nowMs - atMs < LASER_FADE_MS)
  if (!point) return { points: kept, isOn: false }
  const last = kept.at(-1)
  if (isOn && last?.x === point.x && last.y === point.y) return { points: kept, isOn }
  return { points: [...kept, { x: point.x, y: point.y, atMs: nowMs, isFirst: !isOn }], isOn: true }
}

/** As the `d` of an SVG path. */
export function trailPath({ points }: LaserTrail, toScreen: (point: Point) => Point): string {
  return points
    .map((point, at) => {
      const { x, y } = toScreen(point)
      // What was before the oldest point is gone: the line begins there.
      return `${point.isFirst || at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}
