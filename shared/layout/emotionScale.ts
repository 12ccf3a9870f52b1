// The scale of the emotion lane: feeling ↔ y, px at zoom 1 from the lane's upper edge, and what a line along it is.
import type { EmotionTarget } from '../insight/emotionConsensus.ts'

/** Height of one step of feeling, and of the room above +2. */
const STEP = 27
const TOP = 18
/** y of a feeling from −2 to +2 in the lane. */
export function emotionY(value: number): number {
  return TOP + (2 - value) * STEP
}

/** The feeling at a y in the lane, in tenths, for dragging a point. */
export function emotionAtY(y: number): number {
  return Math.min(2, Math.max(-2, Math.round((2 - (y - TOP) / STEP) * 10) / 10)) + 0
}

export interface CurvePoint {
  readonly target: EmotionTarget
  readonly x: number
  readonly y: number
  readonly value: number
}

export interface CurveLine {
  readonly points: readonly CurvePoint[]
  /** SVG paths, one for each stretch without a gap; a lone point has none. */
  readonly paths: readonly string[]
}
