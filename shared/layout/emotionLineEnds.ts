// The name at the end of each line of the emotion lane. Names keep off the labels of the points and off each other.
import type { CurveLine, CurvePoint } from './emotionScale.ts'
import type { FontMetrics } from './FontMetrics.ts'
import { type CurveLabel, labelWidth, LOWEST_LINE, medianWords, ownWords, valueFont } from './emotionLabels.ts'
import type { Rect } from './Rect.ts'
import { measureText } from './wrapText.ts'

export interface LineEnd {
  readonly line: 'median' | 'own' | 'department'
  /** Name of the department; empty for the other lines. */
  readonly department: string
  /** How many people the median is of. */
  readonly people: number
  /** Left end of the words' baseline. */
  readonly x: number
  readonly y: number
}

interface Lines {
  readonly median: CurveLine
  readonly own: CurveLine
  readonly departments: readonly (CurveLine & { readonly department: string })[]
  readonly people: number
}

/** Right of the line's last point. */
const NAME_GAP = 12
/** To the map's right edge. */
const EDGE = 6
/** Room of one line of words over and under its baseline. */
const OVER = 11
const UNDER = 4

interface Words extends LineEnd {
  readonly width: number
}
interface Span {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** From top to bottom. Right of the last points; where the map ends they move left and above their line. */
export function placeLineEnds(
  lines: Lines,
  labels: readonly CurveLabel[],
  rect: Rect,
  metrics: FontMetrics,
): LineEnd[] {
  const taken = labels.map((label) => spanOfLabel(label, metrics))
  return namesOf(lines, rect, metrics)
    .toSorted((a, b) => a.y - b.y)
    .map(({ width, ...end }) => {
      const y = freeBaseline(end, width, taken, rect.h)
      taken.push({ left: end.x, right: end.x + width, top: y - OVER, bottom: y + UNDER })
      return { ...end, y }
    })
    .toSorted((a, b) => a.y - b.y)
}

/** Where each name would stand if it were alone. */
function namesOf(lines: Lines, rect: Rect, metrics: FontMetrics): Words[] {
  const ends: Words[] = []
  const add = (
    line: LineEnd['line'],
    points: readonly CurvePoint[],
    words: string,
    department: string,
    drop: number,
  ) => {
    const last = points.at(-1)
    if (!last) return
    const width = measureText(words, valueFont, metrics)
    const hasRoom = last.x + NAME_GAP + width <= rect.w - EDGE
    const x = hasRoom ? last.x + NAME_GAP : rect.w - EDGE - width
    const y = hasRoom ? last.y + drop : last.y - NAME_GAP - 2
    ends.push({ line, department, people: lines.people, x, y, width })
  }
  add('own', lines.own.points, ownWords, '', lowerOf(lines) === 'own' ? 7 : -3)
  add('median', lines.median.points, medianWords(lines.people), '', lowerOf(lines) === 'own' ? -3 : 7)
  // A mark of 16 and a gap of 4 stand before a department's name.
  for (const line of lines.departments) add('department', line.points, `    ${line.department}`, line.department, 4)
  return ends
}

/** Which of the two ends lower: its name goes under, the other's over. */
function lowerOf(lines: Lines): 'own' | 'median' {
  const own = lines.own.points.at(-1)
  const median = lines.median.points.at(-1)
  return own && median && own.y > median.y ? 'own' : 'median'
}

function spanOfLabel({ x, y, value, reason, isLowest }: CurveLabel, metrics: FontMetrics): Span {
  const half = labelWidth(value, reason, isLowest, metrics) / 2
  const second = isLowest && reason !== '' ? LOWEST_LINE : 0
  return { left: x - half, right: x + half, top: y - OVER, bottom: y + UNDER + second }
}

/** The free one nearest to where the name would stand; if there is none, that. */
function freeBaseline({ x, y }: LineEnd, width: number, taken: readonly Span[], laneHeight: number): number {
  const [first, last] = [OVER + 1, laneHeight - UNDER - 1]
  const wanted = Math.min(Math.max(y, first), last)
  const inTheWay = taken.filter(({ left, right }) => left < x + width && right > x)
  const isFree = (at: number) => inTheWay.every(({ top, bottom }) => at + UNDER <= top || at - OVER >= bottom)
  const candidates = [wanted, ...inTheWay.flatMap(({ top, bottom }) => [top - UNDER, bottom + OVER])]
  const free = candidates.filter((at) => at >= first && at <= last && isFree(at))
  return free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted
}
