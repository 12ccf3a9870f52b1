// A table with rules and no boxes, on as many slides as its rows need: long words make high rows, and a row over the
// edge of a slide is lost in a meeting.
import type PptxGenJS from 'pptxgenjs'
import type { FontMetrics } from '../../layout/FontMetrics.ts'
import { wrapText } from '../../layout/wrapText.ts'
import { filledColumns } from '../filledColumns.ts'
import { color, CONTENT_HEIGHT, CONTENT_WIDTH, FONT, SLIDE } from './slideLook.ts'

export interface SlideTable {
  readonly columns: readonly {
    readonly name: string
    /** Beside the others; all together are as wide as the slide. */
    readonly width: number
    readonly align?: 'left' | 'right'
    /** Its cells are numbers, shown as lengths: the largest fills the column. */
    readonly isBar?: true
    /** Its words stand out. */
    readonly isStrong?: true
  }[]
  readonly rows: readonly (readonly string[])[]
}

/** Points; inches. */
const SIZE = 14
const PAD = { x: 0.06, y: 0.04 } as const
const HEAD_HEIGHT = 0.35
const LEAST_ROW = 0.5
/** Of a line, in inches: as office programs set Arial. */
const LINE_HEIGHT = (SIZE * 1.2) / 72
/** Rows are measured in the shipped font, which is a little wider than Arial: rather a line too many than one lost. */
const MOST_LINES = 12

/** `newSlide` gives each slide with its heading. No rows, no slide. */
export function addTable(newSlide: () => PptxGenJS.Slide, table: SlideTable, metrics: FontMetrics): void {
  const filled = filledColumns(table.columns, table.rows)
  const total = filled.columns.reduce((sum, { width }) => sum + width, 0)
  const columns = filled.columns.map((column) => ({ ...column, width: (column.width / total) * CONTENT_WIDTH }))
  const rows = filled.rows.map((cells) => ({ cells, height: heightOf(cells, columns, metrics) }))
  for (const part of onSlides(rows)) addPart(newSlide(), columns, part, rows)
}

interface MeasuredRow {
  readonly cells: readonly string[]
  /** Inches. */
  readonly height: number
}

function heightOf(cells: readonly string[], columns: SlideTable['columns'], metrics: FontMetrics): number {
  const lines = columns.map(({ width, isStrong, isBar }, at) => {
    if (isBar) return 1
    const font = { weight: isStrong ? 600 : 400, italic: false, size: SIZE / 72 }
    return wrapText(cells[at] ?? '', font, width - 2 * PAD.x, MOST_LINES, metrics).length
  })
  return Math.max(LEAST_ROW, Math.max(...lines) * LINE_HEIGHT + 2 * PAD.y)
}

function onSlides(rows: readonly MeasuredRow[]): MeasuredRow[][] {
  const parts: MeasuredRow[][] = []
  let left = 0
  for (const row of rows) {
    if (parts.length === 0 || row.height > left) {
      parts.push([])
      left = CONTENT_HEIGHT - HEAD_HEIGHT
    }
    parts.at(-1)?.push(row)
    left -= row.height
  }
  return parts
}

/** `all`: bars are as long on every slide as they are beside the longest. */
function addPart(
  slide: PptxGenJS.Slide,
  columns: SlideTable['columns'],
  rows: readonly MeasuredRow[],
  all: readonly MeasuredRow[],
): void {
  slide.addTable(
    [
      columns.map((column) => cell(column, column.name, true)),
      ...rows.map(({ cells }) => columns.map((column, at) => cell(column, cells[at] ?? '', false))),
    ],
    {
      x: SLIDE.margin,
      y: SLIDE.top,
      w: CONTENT_WIDTH,
      colW: columns.map(({ width }) => width),
      rowH: [HEAD_HEIGHT, ...rows.map(({ height }) => height)],
      autoPage: false,
    },
  )
  columns.forEach(({ isBar, width }, at) => {
    if (!isBar) return
    const x = SLIDE.margin + columns.slice(0, at).reduce((sum, column) => sum + column.width, 0) + PAD.x
    const most = Math.max(...all.map(({ cells }) => Number(cells[at])))
    addBars(slide, rows, { at, x, room: width - 2 * PAD.x, most })
  })
}

/** Inches. */
const BAR_HEIGHT = 0.18
const LEAST_BAR = 0.05

function addBars(
  slide: PptxGenJS.Slide,
  rows: readonly MeasuredRow[],
  { at, x, room, most }: { at: number; x: number; room: number; most: number },
): void {
  let y = SLIDE.top + HEAD_HEIGHT
  for (const { cells, height } of rows) {
    const w = Math.max(LEAST_BAR, (room * Number(cells[at])) / Math.max(1, most))
    slide.addShape('rect', { x, y: y + (height - BAR_HEIGHT) / 2, w, h: BAR_HEIGHT, fill: { color: color('primary') } })
    y += height
  }
}

function cell(
  { align = 'left', isBar, isStrong }: SlideTable['columns'][number],
  text: string,
  isHead: boolean,
): PptxGenJS.TableCell {
  const none = { type: 'none' as const }
  const isQuiet = text === '' || (isBar === true && !isHead)
  return {
    text: isQuiet ? ' ' : text,
    options: {
      fontFace: FONT,
      fontSize: isHead ? 11 : SIZE,
      bold: !isHead && isStrong === true,
      color: color(isHead ? 'ink-2' : 'ink'),
      align,
      valign: 'middle',
      border: [none, none, { type: 'solid', pt: 0.75, color: color('line') }, none],
      margin: [PAD.y, PAD.x, PAD.y, PAD.x],
    },
  }
}
