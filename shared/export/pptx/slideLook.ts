// What all slides share: size, places, colours of the light theme, and words that fit. A fresh object each time: the
// library writes into the options it is given.
import type PptxGenJS from 'pptxgenjs'
import { colorOf, type TokenName } from '../../layout/theme.ts'
import { filledColumns } from '../filledColumns.ts'
import { oneLine, plainText, shorten } from '../plainText.ts'

/** Inches; 16 by 9. */
export const SLIDE = { w: 13.333, h: 7.5, margin: 0.5, top: 1.25, bottom: 7 } as const
export const CONTENT_WIDTH = SLIDE.w - 2 * SLIDE.margin
export const CONTENT_HEIGHT = SLIDE.bottom - SLIDE.top

/** On every machine; where it is missing, its double has the same widths. */
export const FONT = 'Arial'

/** "17454F" */
export function color(token: TokenName): string {
  return colorOf('light', token).slice(1).toUpperCase()
}

/** One line that fits its place; the whole text is on the board. */
export function line(text: string, maxLength: number): string {
  return shorten(oneLine(text), maxLength)
}

export function paragraphs(text: string, maxLength: number): string {
  return shorten(plainText(text), maxLength)
}

/** A slide with its heading. */
export function titledSlide(deck: PptxGenJS, title: string, small = ''): PptxGenJS.Slide {
  const slide = deck.addSlide()
  slide.background = { color: color('sheet') }
  slide.addText(line(title, 110) || ' ', {
    x: SLIDE.margin,
    y: 0.35,
    w: CONTENT_WIDTH,
    h: 0.5,
    fontFace: FONT,
    fontSize: 24,
    bold: true,
    color: color('ink'),
    margin: 0,
    valign: 'middle',
    fit: 'shrink',
  })
  if (small !== '')
    slide.addText(line(small, 220), {
      x: SLIDE.margin,
      y: 0.85,
      w: CONTENT_WIDTH,
      h: 0.3,
      fontFace: FONT,
      fontSize: 12,
      color: color('ink-2'),
      margin: 0,
      valign: 'top',
      fit: 'shrink',
    })
  return slide
}

export interface SlideTable {
  readonly columns: readonly {
    readonly name: string
    readonly width: number
    readonly align?: 'right'
    readonly isBar?: true
    /** Its words stand out. */
    readonly isStrong?: true
  }[]
  readonly rows: readonly (readonly string[])[]
}

/** A table with rules and no boxes; the caller gives no more rows than a slide holds. */
export function addTable(slide: PptxGenJS.Slide, table: SlideTable): void {
  const { columns, rows } = filledColumns(table.columns, table.rows)
  const border = { type: 'solid' as const, pt: 0.75, color: color('line') }
  const none = { type: 'none' as const }
  const cell = (text: string, at: number, isHead: boolean): PptxGenJS.TableCell => ({
    text: text === '' ? ' ' : text,
    options: {
      fontFace: FONT,
      fontSize: isHead ? 11 : 14,
      bold: !isHead && columns[at]?.isStrong === true,
      color: color(isHead ? 'ink-2' : columns[at]?.isBar ? 'primary' : 'ink'),
      align: columns[at]?.align ?? 'left',
      valign: 'middle',
      border: [none, none, { ...border }, none],
      margin: [0.04, 0.06, 0.04, 0.06],
    },
  })
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  slide.addTable(
    [
      columns.map(({ name }, at) => cell(name, at, true)),
      ...rows.map((row) => row.map((text, at) => cell(text, at, false))),
    ],
    {
      x: SLIDE.margin,
      y: SLIDE.top,
      w: CONTENT_WIDTH,
      colW: columns.map(({ width }) => (width / total) * CONTENT_WIDTH),
      rowH: [0.35, ...rows.map(() => 0.5)],
      autoPage: false,
    },
  )
}

/** The list in parts of that many. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
