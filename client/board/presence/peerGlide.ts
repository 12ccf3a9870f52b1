// Where something moving is now: presence comes 30 times a second at best, screens draw 60 times or more. Pure.
import type { Point } from '../../../shared/journey/Board.ts'

/** Time to reach a new place, ms: a little more than the usual distance of two messages, so that movement never stands still. */
export const GLIDE_MS = 80

export interface Glide {
  readonly from: Point
  readonly to: Point
  readonly startedMs: number
  /** 0 where motion is not wanted. */
  readonly durationMs: number
}

/** Stands still at a point. */
export function restAt(point: Point): Glide {
  return { from: point, to: point, startedMs: 0, durationMs: 0 }
}

/** Heads for a new place from wherever it is now. The same glide if it is heading there already. */
export function glideTo(glide: Glide, to: Point, nowMs: number, durationMs: number): Glide {
  if (glide.to.x === to.x && glide.to.y === to.y) return glide
  return { from: placeAt(glide, nowMs), to, startedMs: nowMs, durationMs }
}

export function placeAt(glide: Glide, nowMs: number): Point {
  const { from, to } = glide
  if (isAtRest(glide, nowMs)) return to
  const share = Math.max(0, (nowMs - glide.startedMs) / glide.durationMs)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

export function isAtRest(glide: Glide, nowMs: number): boolean {
  return nowMs >= glide.startedMs + glide.durationMs
}
