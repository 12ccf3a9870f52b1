// Text → lines that fit a width. Deterministic: widths from the font files, break places from fixed rules. The canvas
// and the SVG draw exactly these lines and never wrap by themselves.
import { isClosing, isEmoji, isWide } from './characterClasses.ts'
import { type FontMetrics, type FontStyle, fontStyleOf } from './FontMetrics.ts'
import { splitGraphemes } from './splitGraphemes.ts'

export interface TextFont {
  readonly weight: number
  readonly italic: boolean
  /** px */
  readonly size: number
}

const ELLIPSIS = '…'
/** A picture followed by this is drawn in colour even if the font has a plain one. */
const EMOJI_PRESENTATION = '\uFE0F'
/** Widths are sums of fractions: a line may be this much over, px, before it counts as too long. */
const TOLERANCE = 0.01

/** Width of a single line in px, without kerning. */
export function measureText(text: string, font: TextFont, metrics: FontMetrics): number {
  const style = fontStyleOf(font)
  let em = 0
  for (const piece of splitGraphemes(text)) em += widthOfPiece(piece, style, metrics)
  return em * font.size
}

/** A cluster is as wide as its first character, except that joined pictures are one picture. In em. */
function widthOfPiece(piece: string, style: FontStyle, metrics: FontMetrics): number {
  const first = piece.codePointAt(0) ?? 0
  if (piece.length === 1) return metrics.widthOf(style, first)
  if (isEmoji(first))
    return piece.includes(EMOJI_PRESENTATION) ? metrics.widthOf(style, 0x1f600) : metrics.widthOf(style, first)
  let em = 0
  for (const character of piece) em += metrics.widthOf(style, character.codePointAt(0) ?? 0)
  return em
}

/**
 * Lines of the text, each at most `maxWidth` px, at most `maxLines` of them; the last ends in "…" if something was left
 * out. Line breaks of the text are kept, spaces at a break are dropped, a word longer than a line is broken. Empty text
 * has no lines. A single character wider than the line still gets a line of its own.
 */
export function wrapText(
  text: string,
  font: TextFont,
  maxWidth: number,
  maxLines: number,
  metrics: FontMetrics,
): string[] {
  const plain = tidyText(text)
  if (plain === '' || maxLines < 1) return []
  const wrapper = new LineWrapper(font, maxWidth, metrics)
  const lines: string[] = []
  for (const paragraph of plain.split('\n')) {
    // One line more than shown is enough to know that something is left out.
    lines.push(...wrapper.wrap(paragraph, maxLines + 1 - lines.length))
    if (lines.length > maxLines) break
  }
  if (lines.length <= maxLines) return lines
  const shown = lines.slice(0, maxLines)
  shown[maxLines - 1] = wrapper.cut(shown[maxLines - 1] ?? '', true)
  return shown
}

/** One line, ending in "…" if it had to be cut. Line breaks become spaces. */
export function fitText(text: string, font: TextFont, maxWidth: number, metrics: FontMetrics): string {
  return new LineWrapper(font, maxWidth, metrics).cut(tidyText(text).replaceAll('\n', ' '), false)
}

/** Controls out, every kind of line break to one, no space at the end. */
function tidyText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .trimEnd()
}

/** Breaks lines of one font and width. Greedy, as browsers do: each line takes the words that fit. */
class LineWrapper {
  #style: FontStyle
  #metrics: FontMetrics
  #maxEm: number
  #ellipsisEm: number

  constructor(font: TextFont, maxWidth: number, metrics: FontMetrics) {
    this.#style = fontStyleOf(font)
    this.#metrics = metrics
    this.#maxEm = (maxWidth + TOLERANCE) / font.size
    this.#ellipsisEm = metrics.widthOf(this.#style, 0x2026)
  }

  /** Stops after `maxLines`: a pasted page costs no more than the lines that show. An empty paragraph is one empty line. */
  wrap(paragraph: string, maxLines: number): string[] {
    const lines: string[] = []
    let line = ''
    let lineEm = 0
    for (const chunk of splitChunks(paragraph)) {
      const chunkEm = this.#measure(chunk.word)
      if (line !== '' && lineEm + chunkEm > this.#maxEm) {
        lines.push(line.trimEnd())
        if (lines.length >= maxLines) return lines
        line = ''
        lineEm = 0
      }
      // Its first part starts a line of its own, its rest goes on like any word.
      if (chunkEm > this.#maxEm) {
        const pieces = this.#breakWord(chunk.word, maxLines - lines.length)
        lines.push(...pieces.slice(0, -1))
        line = pieces.at(-1) ?? ''
        lineEm = this.#measure(line)
        if (lines.length >= maxLines) return lines
      } else {
        line += chunk.word
        lineEm += chunkEm
      }
      line += chunk.space
      lineEm += this.#measure(chunk.space)
    }
    lines.push(line.trimEnd())
    return lines
  }

  /** The line with "…" at its end, shortened until both fit. `isCut`: even if the line alone would fit. */
  cut(line: string, isCut: boolean): string {
    if (!isCut && this.#measure(line) <= this.#maxEm) return line
    let kept = ''
    let em = this.#ellipsisEm
    for (const piece of splitGraphemes(line)) {
      em += widthOfPiece(piece, this.#style, this.#metrics)
      if (em > this.#maxEm) break
      kept += piece
    }
    return `${kept.trimEnd()}${ELLIPSIS}`
  }

  /** A word longer than a line, as full lines and a rest; at least one line is made even if nothing fits. */
  #breakWord(word: string, maxPieces: number): string[] {
    const pieces: string[] = []
    let piece = ''
    let em = 0
    for (const grapheme of splitGraphemes(word)) {
      const width = widthOfPiece(grapheme, this.#style, this.#metrics)
      if (piece !== '' && em + width > this.#maxEm) {
        pieces.push(piece)
        if (pieces.length > maxPieces) return pieces
        piece = ''
        em = 0
      }
      piece += grapheme
      em += width
    }
    pieces.push(piece)
    return pieces
  }

  #measure(text: string): number {
    let em = 0
    for (const piece of splitGraphemes(text)) em += widthOfPiece(piece, this.#style, this.#metrics)
    return em
  }
}

interface Chunk {
  readonly word: string
  /** Spaces after the word; they hang over the line's end. */
  readonly space: string
}

/** After these a line may end although no space follows: "so-called", "marriage/child". */
const breakAfter = new Set('-‐–—/')

/** Text as words with the spaces that follow them; hyphenated words and ideographs come in several chunks. */
function splitChunks(paragraph: string): Chunk[] {
  const chunks: Chunk[] = []
  for (const match of paragraph.matchAll(/([^ \u3000]*)([ \u3000]*)/g)) {
    const [all, word = '', space = ''] = match
    if (all === '') continue
    const parts = splitWord(word)
    parts.forEach((part, at) => chunks.push({ word: part, space: at === parts.length - 1 ? space : '' }))
  }
  return chunks
}

/** Places inside a word where a line may end: after a hyphen, a dash or a slash, and around ideographs. */
function splitWord(word: string): string[] {
  const parts: string[] = []
  let part = ''
  const graphemes = splitGraphemes(word)
  graphemes.forEach((grapheme, at) => {
    part += grapheme
    const next = graphemes[at + 1]
    if (next === undefined) return
    const code = grapheme.codePointAt(0) ?? 0
    const nextCode = next.codePointAt(0) ?? 0
    const isHyphen = breakAfter.has(grapheme) && part.length > 1 && !isDigit(nextCode)
    const isIdeograph = (isWide(code) || isWide(nextCode)) && !isClosing(next)
    if (!isHyphen && !isIdeograph) return
    parts.push(part)
    part = ''
  })
  if (part !== '' || parts.length === 0) parts.push(part)
  return parts
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
