// Font files → table of widths. Takes fonts already opened, so that the build of the client and the server read the
// same files in the same way; opening them is theirs.
import { type FontMetricsData, type FontStyle, fontStyles } from './FontMetrics.ts'

/** What is needed of an opened font; fontkit's `Font` is one. */
export interface OpenFont {
  readonly unitsPerEm: number
  readonly characterSet: readonly number[]
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
}

/** The file of each style within the folder of Inter's whole-font files. Their widths equal those of the subset files that browsers get. */
export const fontFileNames: Readonly<Record<FontStyle, string>> = {
  regular: 'Inter-Regular.woff2',
  italic: 'Inter-Italic.woff2',
  medium: 'Inter-Medium.woff2',
  semibold: 'Inter-SemiBold.woff2',
  bold: 'Inter-Bold.woff2',
}

/** Widths of every character of every style, as runs of neighbouring code points. */
export function readFontMetrics(open: (style: FontStyle) => OpenFont): FontMetricsData {
  const styles = {} as Record<FontStyle, number[][]>
  let unitsPerEm = 0
  for (const style of fontStyles) {
    const font = open(style)
    unitsPerEm = font.unitsPerEm
    styles[style] = readRuns(font)
  }
  return { unitsPerEm, styles }
}

function readRuns(font: OpenFont): number[][] {
  const runs: number[][] = []
  let previous = -2
  for (const code of font.characterSet.toSorted((a, b) => a - b)) {
    const width = Math.round(font.glyphForCodePoint(code).advanceWidth)
    if (code === previous + 1) runs.at(-1)?.push(width)
    else if (code !== previous) runs.push([code, width])
    previous = code
  }
  return runs
}
