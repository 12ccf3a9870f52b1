// The emotion lane: scale with faces, band, median, labels. Nobody's own line: an export shows the room.
import { type EmotionConsensus, emotionConsensus } from '../../insight/emotionConsensus.ts'
import type { Board, Journey } from '../../journey/Board.ts'
import { type EmotionCurve, emotionCurve } from '../../layout/emotionCurve.ts'
import {
  type CurveLabel,
  formatEmotion,
  labelWidth,
  LOWEST_LINE,
  lowestWords,
  medianWords,
  reasonFont,
  VALUE_GAP,
  valueFont,
} from '../../layout/emotionLabels.ts'
import { emotionY } from '../../layout/emotionScale.ts'
import type { IconName } from '../../layout/icons.ts'
import type { JourneyLayout } from '../../layout/JourneyLayout.ts'
import type { Rect } from '../../layout/Rect.ts'
import { bandOpacity, type TokenName } from '../../layout/theme.ts'
import { element } from './element.ts'
import type { Pen, TextLook } from './Pen.ts'

const levels: readonly { readonly value: number; readonly icon: IconName; readonly color: TokenName }[] = [
  { value: 2, icon: 'emotion-p2', color: 'emo-p2' },
  { value: 1, icon: 'emotion-p1', color: 'emo-p1' },
  { value: 0, icon: 'emotion-0', color: 'emo-0' },
  { value: -1, icon: 'emotion-n1', color: 'emo-n1' },
  { value: -2, icon: 'emotion-n2', color: 'emo-n2' },
]

const scaleWords: Omit<TextLook, 'color'> = { weight: 600, italic: false, size: 11, line: 16, anchor: 'end' }
const valueLook: TextLook = { ...valueFont, line: 12, color: 'ink' }
const reasonLook: TextLook = { ...reasonFont, line: 12, color: 'ink-2' }
const captionLook: TextLook = { weight: 500, italic: false, size: 11, line: 14, color: 'ink-2' }

/** All emotion lanes of a journey (usually one). Readings count for the persona the journey is about. */
export function drawEmotion(pen: Pen, board: Board, journey: Journey, layout: JourneyLayout): string {
  const whole = emotionConsensus(board, journey.id, journey.persona)
  // A piece of a map has not all of its stages.
  const stageIds = new Set(layout.stages.map(({ id }) => id))
  const consensus = { ...whole, targets: whole.targets.filter(({ stageId }) => stageIds.has(stageId)) }
  return layout.emotion
    .map(({ rect }) => {
      const curve = emotionCurve({ layout, rect, consensus, metrics: pen.metrics })
      const lane = element(
        'g',
        { transform: `translate(${rect.x} ${rect.y})` },
        drawScale(pen, rect),
        drawCurve(pen, rect, curve, consensus),
      )
      return lane + drawFaces(pen, layout.x, rect.y)
    })
    .join('')
}

/** The zero line is a rule; the other levels are dotted. */
function drawScale(pen: Pen, rect: Rect): string {
  return levels
    .map(({ value }) =>
      element('path', {
        d: `M0 ${emotionY(value)}H${rect.w}`,
        stroke: pen.color(value === 0 ? 'line-2' : 'line'),
        'stroke-dasharray': value === 0 ? undefined : '1 5',
        'stroke-linecap': value === 0 ? undefined : 'round',
      }),
    )
    .join('')
}

/** Face and number of each level, in the label column. */
function drawFaces(pen: Pen, left: number, top: number): string {
  return levels
    .map(({ value, icon, color }) => {
      const y = top + emotionY(value) - 8
      return (
        pen.line(formatEmotion(value), left + 98, y, { ...scaleWords, color }) +
        pen.icon(icon, left + 102, y, 16, color)
      )
    })
    .join('')
}

/** Band, single readings, grounds of the labels, line, points, words: each over the one before. */
function drawCurve(pen: Pen, rect: Rect, curve: EmotionCurve, consensus: EmotionConsensus): string {
  const band = curve.band.map((d) =>
    element('path', { d, fill: pen.color('primary'), 'fill-opacity': bandOpacity[pen.theme] }),
  )
  const spread = curve.spread.map(({ x, y }) =>
    element('circle', { cx: x, cy: y, r: 3, fill: pen.color('primary'), 'fill-opacity': 0.3 }),
  )
  const lines = curve.median.paths.map((d) =>
    element('path', { d, fill: 'none', stroke: pen.color('primary'), 'stroke-width': 3, 'stroke-linecap': 'round' }),
  )
  const points = curve.median.points.map(({ target, x, y }) => drawPoint(pen, x, y, target === curve.lowest))
  const caption =
    curve.band.length > 0 ? pen.words('Band: half of the room is inside', 10, rect.h - 8, captionLook) : ''
  // No own line and no departments in an export, so the only name is the median's.
  const names = curve.lineEnds
    .filter(({ line }) => line === 'median')
    .map(({ x, y }) => pen.words(medianWords(consensus.people), x, y, { ...valueLook, color: 'primary' }))
  return [
    ...band,
    ...spread,
    caption,
    ...curve.labels.map((label) => drawGround(pen, label)),
    ...lines,
    ...points,
    ...curve.labels.map((label) => drawLabel(pen, label)),
    ...names,
  ].join('')
}

/** The lowest point has a ring: not colour alone tells it from the others. */
function drawPoint(pen: Pen, x: number, y: number, isLowest: boolean): string {
  const at = { cx: x, cy: y }
  const point = { ...at, r: 5, stroke: pen.color('sheet'), 'stroke-width': 1.5 }
  if (!isLowest) return element('circle', { ...point, fill: pen.color('primary') })
  const ring = { ...at, r: 10, fill: pen.color('sheet'), stroke: pen.color('emo-n2'), 'stroke-width': 2 }
  return element('circle', ring) + element('circle', { ...point, fill: pen.color('emo-n2') })
}

/** The words' ground in the sheet's colour, under the line: an outline of the letters is drawn wrongly by many programs. */
function drawGround(pen: Pen, label: CurveLabel): string {
  const w = labelWidth(label.value, label.reason, label.isLowest, pen.metrics) + 6
  const h = (label.isLowest && label.reason !== '' ? LOWEST_LINE : 0) + 14
  const box = { x: label.x - w / 2, y: label.y - 11, width: w, height: h, rx: 3 }
  return element('rect', { ...box, fill: pen.color('sheet'), 'fill-opacity': 0.8 })
}

/** Value and reason differ in weight, so they are two texts side by side. */
function drawLabel(pen: Pen, { x, y, value, reason, isLowest }: CurveLabel): string {
  if (isLowest) {
    const middle = { anchor: 'middle' } as const
    return (
      pen.words(lowestWords(value), x, y, { ...valueLook, ...middle, color: 'emo-n2' }) +
      pen.words(reason, x, y + LOWEST_LINE, { ...reasonLook, ...middle })
    )
  }
  const left = x - labelWidth(value, reason, false, pen.metrics) / 2
  const after = left + pen.widthOf(value, valueLook) + VALUE_GAP
  return pen.words(value, left, y, valueLook) + pen.words(reason, after, y, reasonLook)
}
