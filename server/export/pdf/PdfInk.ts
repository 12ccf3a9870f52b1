// Words on a page of a PDF, in the shipped font: each piece in the file that has its letters. A letter that no file has
// (Chinese, Arabic, emoji …) shows as a box as wide as the layout takes it.
import type { FontMetrics, FontStyle } from '../../../shared/layout/FontMetrics.ts'
import { splitGraphemes } from '../../../shared/layout/splitGraphemes.ts'
import { measureText } from '../../../shared/layout/wrapText.ts'
import type { PdfFontFiles } from './loadPdfFonts.ts'

export interface InkLook {
  readonly style: FontStyle
  /** In units of the page as it is transformed now. */
  readonly size: number
  /** "#17454f" */
  readonly color: string
  readonly opacity?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Between letters, in the same units. */
  readonly spacing?: number
}

interface Piece {
  /** Null: letters that no file has. */
  readonly font: string | null
  readonly words: string
}

const fontOfStyle = {
  regular: { weight: 400, italic: false },
  italic: { weight: 400, italic: true },
  medium: { weight: 500, italic: false },
  semibold: { weight: 600, italic: false },
  bold: { weight: 700, italic: false },
} as const

/** Height of a box for a missing letter, and its gap to the next, em. */
const BOX_HEIGHT = 0.72
const BOX_GAP = 0.06

export class PdfInk {
  readonly #doc: PDFKit.PDFDocument
  readonly #files: PdfFontFiles
  readonly #metrics: FontMetrics
  /** By style and code point. */
  readonly #fontOf = new Map<string, string | null>()

  constructor(doc: PDFKit.PDFDocument, files: PdfFontFiles, metrics: FontMetrics) {
    this.#doc = doc
    this.#metrics = metrics
    this.#files = files
    for (const list of Object.values(files)) for (const { name, bytes } of list) doc.registerFont(name, bytes)
  }

  /** One line whose baseline is at `y`. */
  write(words: string, x: number, y: number, look: InkLook): void {
    const pieces = this.#split(words, look.style)
    if (pieces.length === 0) return
    const doc = this.#doc
    const { size, color, opacity = 1, anchor = 'start', spacing = 0 } = look
    const options = { lineBreak: false, baseline: 'alphabetic' as const, characterSpacing: spacing }
    const widths = pieces.map(({ font, words: piece }) =>
      font === null ? this.#widthOfBoxes(piece, look) : doc.font(font, size).widthOfString(piece, options),
    )
    const total = widths.reduce((sum, width) => sum + width, 0)
    let left = anchor === 'start' ? x : anchor === 'middle' ? x - total / 2 : x - total
    pieces.forEach(({ font, words: piece }, at) => {
      if (font === null) this.#drawBoxes(piece, left, y, look)
      else doc.font(font, size).fillColor(color, opacity).text(piece, left, y, options)
      left += widths[at] ?? 0
    })
  }

  /** As the layout measures: joined emoji are one. */
  #widthOfBoxes(letters: string, { style, size }: InkLook): number {
    return measureText(letters, { ...fontOfStyle[style], size }, this.#metrics)
  }

  #drawBoxes(letters: string, x: number, y: number, look: InkLook): void {
    const { size, color, opacity = 1 } = look
    this.#doc.lineWidth(size / 20).strokeColor(color, opacity * 0.5)
    const gap = BOX_GAP * size
    let left = x
    for (const letter of splitGraphemes(letters)) {
      const width = this.#widthOfBoxes(letter, look)
      if (width > 2 * gap)
        this.#doc.rect(left + gap, y - BOX_HEIGHT * size, width - 2 * gap, BOX_HEIGHT * size).stroke()
      left += width
    }
  }

  #split(words: string, style: FontStyle): Piece[] {
    const pieces: { font: string | null; words: string }[] = []
    for (const letter of words.normalize('NFC')) {
      const font = this.#fontFor(letter.codePointAt(0) ?? 0, style)
      const last = pieces.at(-1)
      // A space has the same width in every file: it does not end a piece.
      if (last && (last.font === font || (letter === ' ' && last.font !== null))) last.words += letter
      else pieces.push({ font, words: letter })
    }
    return pieces
  }

  #fontFor(code: number, style: FontStyle): string | null {
    const key = `${style}${code}`
    const known = this.#fontOf.get(key)
    if (known !== undefined) return known
    const font = this.#files[style].find(({ covers }) => covers.has(code))?.name ?? null
    this.#fontOf.set(key, font)
    return font
  }
}
