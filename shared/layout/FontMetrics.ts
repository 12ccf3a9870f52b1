// How wide a character of the shipped font is. The widths are read from the font files (at build for the client, at
// run time on the server) and looked up here; nothing is ever measured in a browser, so every machine breaks lines at
// the same place. Kerning is left out on purpose: it narrows text by a fraction of a per cent, and padding absorbs it.
import { isEmoji, isWide, isZeroWidth } from './characterClasses.ts'

export const fontStyles = ['regular', 'italic', 'medium', 'semibold', 'bold'] as const
export type FontStyle = (typeof fontStyles)[number]

/** What a build step writes: runs of neighbouring code points as [first, width, width, …], widths in font units. */
export interface FontMetricsData {
  readonly unitsPerEm: number
  readonly styles: Readonly<Record<FontStyle, readonly (readonly number[])[]>>
}

export interface FontMetrics {
  /** Width of one code point in em. Characters the font lacks get the average of the fonts browsers fall back to. */
  widthOf(style: FontStyle, codePoint: number): number
}

/** Where the text's own style is not one of the five: italic exists in one weight. */
export function fontStyleOf(font: { weight: number; italic: boolean }): FontStyle {
  if (font.italic) return 'italic'
  if (font.weight >= 700) return 'bold'
  if (font.weight >= 600) return 'semibold'
  return font.weight >= 500 ? 'medium' : 'regular'
}

/** CJK, Hangul, full-width forms: one em by design of those fonts. */
const WIDE_EM = 1
/** Noto Color Emoji 1.17–1.27, Segoe UI Emoji 1.37, Apple Color Emoji 1.25: the middle. */
const EMOJI_EM = 1.3
/** Arabic, Hebrew, Devanagari, Thai and the rest lie between 0.4 and 0.75 em; a little wide is safer than a little narrow. */
const OTHER_EM = 0.65

/** Below this code point widths are looked up in an array: Latin, Greek and Cyrillic. */
const DENSE_END = 0x0530

class WidthTable implements FontMetrics {
  #dense: Record<FontStyle, Float64Array>
  #sparse: Record<FontStyle, Map<number, number>>

  constructor(data: FontMetricsData) {
    const dense = {} as Record<FontStyle, Float64Array>
    const sparse = {} as Record<FontStyle, Map<number, number>>
    for (const style of fontStyles) {
      const known = new Map<number, number>()
      for (const [first = 0, ...widths] of data.styles[style]) {
        widths.forEach((width, at) => known.set(first + at, width / data.unitsPerEm))
      }
      dense[style] = Float64Array.from({ length: DENSE_END }, (_, code) => widthIn(known, code))
      sparse[style] = known
    }
    this.#dense = dense
    this.#sparse = sparse
  }

  widthOf(style: FontStyle, codePoint: number): number {
    return this.#dense[style][codePoint] ?? widthIn(this.#sparse[style], codePoint)
  }
}

function widthIn(known: ReadonlyMap<number, number>, codePoint: number): number {
  if (isZeroWidth(codePoint)) return 0
  const width = known.get(codePoint)
  if (width !== undefined) return width
  if (isEmoji(codePoint)) return EMOJI_EM
  return isWide(codePoint) ? WIDE_EM : OTHER_EM
}

export function createFontMetrics(data: FontMetricsData): FontMetrics {
  return new WidthTable(data)
}
