// What all slides share: size, places, colours of the light theme, and words that fit. A fresh object each time: the
// library writes into the options it is given.
import type PptxGenJS from 'pptxgenjs'
import { colorOf, type TokenName } from '../../layout/theme.ts'
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
