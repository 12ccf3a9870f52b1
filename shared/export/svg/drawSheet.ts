// The ground of one journey: sheet, rules, header, names of stages and lanes.
import type { Board, Journey, Stage } from '../../journey/Board.ts'
import { personaOf } from '../../journey/readBoardParts.ts'
import type { JourneyLayout, LaneLayout } from '../../layout/JourneyLayout.ts'
import {
  LANE_LABEL_PAD_LEFT,
  LANE_LABEL_PAD_TOP,
  laneHintFont,
  laneLabelLines,
  laneTitleFont,
} from '../../layout/laneLabel.ts'
import { HEADER_HEIGHT, LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../layout/mapMetrics.ts'
import type { Rect } from '../../layout/Rect.ts'
import { fitText } from '../../layout/wrapText.ts'
import { stateWords } from '../recapWords.ts'
import { drawPortrait } from './drawCard.ts'
import { element } from './element.ts'
import type { Pen, TextLook } from './Pen.ts'

const plain = { weight: 400, italic: false } as const
const journeyTitle: TextLook = { weight: 600, italic: false, size: 22, line: 28, color: 'ink', spacing: -0.012 }
const stageName: TextLook = { weight: 600, italic: false, size: 18, line: 24, color: 'ink', spacing: -0.012 }
const stagePeriod: TextLook = { ...plain, size: 12, line: 16, color: 'ink-3' }
const laneName: TextLook = { ...laneTitleFont, color: 'ink-2' }
const laneHint: TextLook = { ...laneHintFont, color: 'ink-3' }
const fieldLabel: TextLook = { weight: 500, italic: false, size: 11, line: 14, color: 'ink-3' }
const fieldValue: TextLook = { weight: 500, italic: false, size: 13, line: 17, color: 'ink' }
const tagWords: TextLook = { weight: 600, italic: false, size: 12, line: 16, color: 'primary' }

/** Room above a sheet that its title takes. */
export const TITLE_HEIGHT = 44

/** From the ground up: what comes later lies on top. Cards and the curve are drawn by others over this. */
export function drawSheet(pen: Pen, board: Board, journey: Journey, layout: JourneyLayout): string {
  const { x, y, w, h } = layout
  const border = { x: x - 1, y: y - 1, w: w + 2, h: h + 2 }
  const bodyTop = y + HEADER_HEIGHT + 1
  const stageRule = y + HEADER_HEIGHT + STAGE_HEADER_HEIGHT
  return [
    pen.line(fitText(journey.title, journeyTitle, w, pen.metrics), x, y - TITLE_HEIGHT + 2, journeyTitle),
    // 1 px outside the sheet: everything on the sheet keeps the coordinates of the layout.
    pen.rect(border, { fill: 'sheet', stroke: 'line', corner: 4 }),
    pen.rule(x, bodyTop, LANE_LABEL_WIDTH, y + h - bodyTop, 'sunken'),
    ...layout.stages.map(({ header }) => pen.rule(header.x, bodyTop, 1, y + h - bodyTop, 'line')),
    pen.rule(x, y + HEADER_HEIGHT, w, 1, 'line-2'),
    pen.rule(x, stageRule, w, 1, 'line-2'),
    ...layout.lanes.slice(1).map((lane) => drawLaneRule(pen, lane, w)),
    drawHeader(pen, board, journey, layout),
    ...layout.stages.map(({ id, header }) => drawStageName(pen, board.stages.get(id), header)),
    ...layout.lanes.map((lane) => drawLaneName(pen, board, lane)),
  ].join('')
}

/** A piece of a map (see mapPart.ts): no title and no header, the names of its stages and lanes around it. */
export function drawPart(pen: Pen, board: Board, part: JourneyLayout): string {
  const { x, y, w, h } = part
  const bodyTop = y + STAGE_HEADER_HEIGHT
  return [
    pen.rect({ x: x - 1, y: y - 1, w: w + 2, h: h + 2 }, { fill: 'sheet', stroke: 'line', corner: 4 }),
    pen.rule(x, y, LANE_LABEL_WIDTH, h, 'sunken'),
    ...part.stages.map(({ header }) => pen.rule(header.x, y, 1, h, 'line')),
    pen.rule(x, bodyTop, w, 1, 'line-2'),
    ...part.lanes.slice(1).map((lane) => drawLaneRule(pen, lane, w)),
    ...part.stages.map(({ id, header }) => drawStageName(pen, board.stages.get(id), header)),
    ...part.lanes.map((lane) => drawLaneName(pen, board, lane)),
  ].join('')
}

/** The process lane begins with the line of visibility. */
function drawLaneRule(pen: Pen, lane: LaneLayout, width: number): string {
  if (lane.kind !== 'process') return pen.rule(lane.label.x, lane.label.y, width, 1, 'line')
  return element('path', {
    d: `M${lane.label.x} ${lane.label.y + 0.75}h${width}`,
    stroke: pen.color('line-2'),
    'stroke-width': 1.5,
    'stroke-dasharray': '4.5 3',
  })
}

interface HeaderField {
  readonly label: string
  readonly value: string
  readonly look: TextLook
}

/** Between a field's words and the line before the next one. */
const FIELD_PAD = 20
const PAD = 16
const PORTRAIT = 40 + 12

/**
 * Only fields that say something: an export has no use for prompts. Side by side; if they are too long together, each gives up room
 * in proportion.
 */
function drawHeader(pen: Pen, board: Board, journey: Journey, layout: JourneyLayout): string {
  const persona = personaOf(board, journey)
  const all: HeaderField[] = [
    { label: 'Persona', value: persona?.name ?? '', look: { ...fieldValue, weight: 600 } },
    { label: 'Wants', value: persona?.needs ?? '', look: fieldValue },
    { label: 'Objective', value: journey.objective, look: fieldValue },
    { label: 'Success measure', value: journey.successMeasure, look: fieldValue },
  ]
  const fields = all.filter((field) => field.value.trim() !== '')
  const tag = stateWords[journey.state]
  const tagWidth = pen.widthOf(tag, tagWords) + 16
  const natural = fields.map((field) =>
    Math.max(pen.widthOf(field.value.replaceAll(/\s+/g, ' '), field.look), pen.widthOf(field.label, fieldLabel)),
  )
  const pads = 2 * FIELD_PAD * fields.length
  const room = layout.w - 2 * PAD - PORTRAIT - tagWidth - pads
  const wanted = natural.reduce((sum, width) => sum + width, 0)
  const shrink = Math.min(1, room / Math.max(1, wanted))
  const parts = [drawPortrait(pen, layout.x + PAD, layout.y + (HEADER_HEIGHT - 40) / 2)]
  const top = layout.y + (HEADER_HEIGHT - 31) / 2
  let x = layout.x + PAD + PORTRAIT
  fields.forEach((field, at) => {
    if (at > 0) {
      parts.push(pen.rule(x, top, 1, 31, 'line'))
      x += 1 + FIELD_PAD
    }
    const width = (natural[at] ?? 0) * shrink
    parts.push(pen.line(fitText(field.label, fieldLabel, width + 1, pen.metrics), x, top, fieldLabel))
    const value = fitText(field.value.replaceAll(/\s+/g, ' '), field.look, width + 1, pen.metrics)
    parts.push(pen.line(value, x, top + 14, field.look))
    x += width + FIELD_PAD
  })
  const box = { x: layout.x + layout.w - PAD - tagWidth, y: layout.y + (HEADER_HEIGHT - 22) / 2, w: tagWidth, h: 22 }
  parts.push(pen.rect(box, { fill: 'primary-soft', corner: 4 }), pen.line(tag, box.x + 8, box.y + 3, tagWords))
  return parts.join('')
}

const NAME_PAD_X = 14
const NAME_PAD_TOP = 11
const NAME_GAP = 10
/** A period with less room than this is left out. */
const MIN_PERIOD_WIDTH = 40

/** The name goes first: the period gets what is left of the line. */
export function drawStageName(pen: Pen, stage: Stage | undefined, header: Rect): string {
  if (!stage) return ''
  const { name, period } = stage
  const room = header.w - 2 * NAME_PAD_X
  const shown = fitText(name, stageName, room, pen.metrics)
  const x = header.x + NAME_PAD_X
  const top = header.y + NAME_PAD_TOP
  const after = pen.widthOf(shown, stageName) + NAME_GAP
  const left = room - after
  const words = left < MIN_PERIOD_WIDTH ? '' : fitText(period, stagePeriod, left, pen.metrics)
  // Both stand on one baseline: that of an 18 px line of 24.
  const baseline = top + 12 + 0.3638 * stageName.size
  return pen.line(shown, x, top, stageName) + pen.words(words, x + after, baseline, stagePeriod)
}

/** Lines that the lane has no room for are left out. */
export function drawLaneName(pen: Pen, board: Board, layout: LaneLayout): string {
  const lane = board.lanes.get(layout.id)
  if (!lane) return ''
  const { title, hint } = laneLabelLines(lane, pen.metrics)
  const x = layout.label.x + LANE_LABEL_PAD_LEFT
  const bottom = layout.label.y + layout.label.h
  const lines = [
    ...title.map((words) => ({ words, look: laneName })),
    ...hint.map((words) => ({ words, look: laneHint })),
  ]
  let top = layout.label.y + LANE_LABEL_PAD_TOP
  const parts: string[] = []
  for (const { words, look } of lines) {
    if (top + look.line > bottom) break
    parts.push(pen.line(words, x, top, look))
    top += look.line
  }
  return parts.join('')
}
