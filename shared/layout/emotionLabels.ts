// Words in the emotion lane: value and reason at each point. They keep off the band, off the lane's edges and off each
// other; what has no room is shortened or left out, never drawn over something.
import type { EmotionTarget, TargetConsensus } from '../insight/emotionConsensus.ts'
import { formatNumber } from './cardFoot.ts'
import { type CurvePoint, emotionY } from './emotionScale.ts'
import type { FontMetrics } from './FontMetrics.ts'
import type { Rect } from './Rect.ts'
import { fitText, measureText, type TextFont } from './wrapText.ts'

export interface CurveLabel {
  readonly target: EmotionTarget
  /** Middle of the text. */
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  /** "−0.5", with its sign. */
  readonly value: string
  readonly reason: string
  /** Two lines: "Lowest point −1.5" and, 15 below, the reason. */
  readonly isLowest: boolean
}

export const valueFont: TextFont = { weight: 700, italic: false, size: 12 }
export const reasonFont: TextFont = { weight: 500, italic: false, size: 12 }
/** "Lowest point −1.5" */
export const lowestWords = (value: string): string => `Lowest point ${value}`
export const medianWords = (people: number): string => `Median of ${people}`
export const ownWords = 'You'

/** Between value and reason: a space of the label's font. */
export const VALUE_GAP = 4
/** Baseline above and below whatever is drawn at the point. */
const ABOVE = 11
const BELOW = 17
/** The reason under "Lowest point", and how much higher that label therefore sits. */
export const LOWEST_LINE = 15
/** A baseline nearer to the lane's edge than this goes to the other side of the point. */
const EDGE = 24
const POINT_RADIUS = 5
const RING_RADIUS = 10
/** Between two labels, and between a label and the map's edge. */
const APART = 12
/** A reason with less room than this says nothing. */
const MIN_REASON_WIDTH = 40

/** "+0.5", "−1", "0": one decimal at most. */
export function formatEmotion(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return `${rounded > 0 ? '+' : ''}${formatNumber(rounded)}`
}

export function placeLabels(
  targets: readonly TargetConsensus[],
  places: ReadonlyMap<EmotionTarget, number>,
  own: readonly CurvePoint[],
  lowest: EmotionTarget | null,
  rect: Rect,
  metrics: FontMetrics,
): CurveLabel[] {
  const ownY = new Map(own.map((point) => [point.target, point.y]))
  const felt = targets.filter((target) => target.median !== null && places.has(target.target))
  return felt.map((target, at) => {
    const isLowest = target.target === lowest
    const value = formatEmotion(target.median ?? 0)
    const x = places.get(target.target) ?? 0
    const neighbours = [felt[at - 1], felt[at + 1]].map((other) => (other ? places.get(other.target) : undefined))
    const room = widthAround(x, neighbours, rect.w)
    const valueWidth = isLowest ? 0 : measureText(value, valueFont, metrics) + VALUE_GAP
    const reason = fitReason(target.reason, room - valueWidth, metrics)
    const width = labelWidth(value, reason, isLowest, metrics)
    const isLast = at === felt.length - 1 && felt.length > 1
    return {
      target: target.target,
      x: Math.min(Math.max(x, width / 2 + APART / 2), rect.w - width / 2 - APART / 2),
      y: baseline(target, ownY.get(target.target), isLowest, isLast, reason !== '', rect.h),
      value,
      reason,
      isLowest,
    }
  })
}

export function labelWidth(value: string, reason: string, isLowest: boolean, metrics: FontMetrics): number {
  const reasonWidth = measureText(reason, reasonFont, metrics)
  if (isLowest) return Math.max(measureText(lowestWords(value), valueFont, metrics), reasonWidth)
  return measureText(value, valueFont, metrics) + (reason === '' ? 0 : VALUE_GAP + reasonWidth)
}

function fitReason(reason: string, room: number, metrics: FontMetrics): string {
  return reason === '' || room < MIN_REASON_WIDTH ? '' : fitText(reason, reasonFont, room, metrics)
}

/** A label may reach half-way to its neighbours and to the map's edges. */
function widthAround(x: number, neighbours: readonly (number | undefined)[], laneWidth: number): number {
  const gaps = neighbours.flatMap((other) => (other === undefined ? [] : [Math.abs(other - x)]))
  const toEdges = 2 * Math.max(x, laneWidth - x)
  return Math.min(toEdges, ...gaps) - APART
}

/** Above the highest thing drawn at the point, the last one below the lowest; to the other side near the lane's edge. */
function baseline(
  target: TargetConsensus,
  ownY: number | undefined,
  isLowest: boolean,
  isLast: boolean,
  hasReason: boolean,
  laneHeight: number,
): number {
  const y = emotionY(target.median ?? 0)
  const radius = isLowest ? RING_RADIUS : POINT_RADIUS
  const drawn = [y, ...target.spread.map(emotionY), ...(ownY === undefined ? [] : [ownY])]
  if (target.band) drawn.push(emotionY(target.band.upper), emotionY(target.band.lower))
  const top = Math.min(...drawn, target.band ? y : y - radius)
  const bottom = Math.max(...drawn, target.band ? y : y + radius)
  const extra = isLowest && hasReason ? LOWEST_LINE : 0
  const above = Math.min(top, isLowest ? y - RING_RADIUS + ABOVE / 2 : top) - ABOVE - extra
  const below = Math.max(bottom, isLowest ? y + RING_RADIUS : bottom) + BELOW
  const fitsAbove = above >= EDGE
  const fitsBelow = below + extra <= laneHeight - EDGE
  if (isLast && !isLowest) return fitsBelow || !fitsAbove ? clamp(below, laneHeight, extra) : above
  if (fitsAbove) return above
  // Neither side has room: the one with more of it.
  return fitsBelow || laneHeight - bottom > top ? clamp(below, laneHeight, extra) : clamp(above, laneHeight, extra)
}

/** Keeps all lines of a label inside the lane. */
function clamp(y: number, laneHeight: number, extra: number): number {
  return Math.min(Math.max(y, 12), laneHeight - 5 - extra)
}
