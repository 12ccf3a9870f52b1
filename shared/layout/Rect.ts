// Rectangles on the canvas, px at zoom 1. Plain numbers; nothing here knows what lies in them.
import type { Point } from '../journey/Board.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Left and top edge belong to the rectangle, right and bottom do not: neighbours never both contain a point. */
export function containsPoint(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x < rect.x + rect.w && point.y >= rect.y && point.y < rect.y + rect.h
}

/** Distance from a coordinate to a span; 0 inside. */
export function distanceToSpan(at: number, start: number, length: number): number {
  if (at < start) return start - at
  return at > start + length ? at - start - length : 0
}
