// What every part of the drawing shares: colours of one theme, the font, and the marks of the departments.
import type { FontMetrics } from '../../layout/FontMetrics.ts'
import { type Mark, letterPlace, markPaths } from '../../layout/departmentMarks.ts'
import { type IconName, iconPaths } from '../../layout/icons.ts'
import type { Rect } from '../../layout/Rect.ts'
import { colorOf, lyingShadow, markOutline, type ThemeName, type TokenName } from '../../layout/theme.ts'
import { measureText, type TextFont } from '../../layout/wrapText.ts'
import { element, escapeXml } from './element.ts'

/** The shipped font first; where it is not installed the reader's own, a little wider or narrower. */
export const fontFamily = "Inter, 'Inter Variable', system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

/** Inter's ascent less its descent, halved, in em: how far the baseline lies below the middle of a line. */
const BASELINE_BELOW_MIDDLE = (1984 - 494) / 2048 / 2

/** How a line of words looks; the same numbers as in the style sheet. */
export interface TextLook extends TextFont {
  /** Height of the line, px. */
  readonly line: number
  readonly color: TokenName
  readonly anchor?: 'middle' | 'end'
  /** em */
  readonly spacing?: number
}

/** Made once for a drawing. Every method returns SVG and remembers nothing. */
export class Pen {
  readonly theme: ThemeName
  readonly metrics: FontMetrics
  /** On paper nothing casts a shadow. */
  readonly isPrint: boolean
  readonly #marks: ReadonlyMap<string, Mark>

  constructor(theme: ThemeName, metrics: FontMetrics, marks: ReadonlyMap<string, Mark>, isPrint = false) {
    this.theme = theme
    this.isPrint = isPrint
    this.metrics = metrics
    this.#marks = marks
  }

  color(token: TokenName): string {
    return colorOf(this.theme, token)
  }

  /** Width of one line, px. Letter spacing is taken as its share of an average letter. */
  widthOf(words: string, look: TextLook): number {
    return measureText(words, look, this.metrics) * (1 + (look.spacing ?? 0))
  }

  /** One line of words in a line box whose upper edge is at `top`. Nothing for no words. */
  line(words: string, x: number, top: number, look: TextLook): string {
    return this.words(words, x, top + look.line / 2 + BASELINE_BELOW_MIDDLE * look.size, look)
  }

  /** One line of words on a baseline. */
  words(words: string, x: number, y: number, look: TextLook): string {
    if (words.trim() === '') return ''
    const attributes = {
      x,
      y,
      'font-size': look.size,
      'font-weight': look.weight === 400 ? undefined : look.weight,
      'font-style': look.italic ? 'italic' : undefined,
      'text-anchor': look.anchor,
      'letter-spacing': look.spacing === undefined ? undefined : look.spacing * look.size,
      fill: this.color(look.color),
    }
    return element('text', attributes, escapeXml(words))
  }

  rect(
    box: Rect,
    look: { fill?: TokenName; stroke?: TokenName; width?: number; corner?: number; dash?: string },
  ): string {
    // A stroke lies on the edge; moved in by half of it, it lies inside like the border of a card.
    const inset = look.stroke ? (look.width ?? 1) / 2 : 0
    return element('rect', {
      x: box.x + inset,
      y: box.y + inset,
      width: box.w - 2 * inset,
      height: box.h - 2 * inset,
      rx: look.corner ? look.corner - inset : undefined,
      fill: look.fill ? this.color(look.fill) : 'none',
      stroke: look.stroke && this.color(look.stroke),
      'stroke-width': look.stroke && look.width !== 1 ? look.width : undefined,
      'stroke-dasharray': look.dash,
    })
  }

  /** The faint shadow of a card that lies on the sheet. */
  shadow(box: Rect, corner: number): string {
    if (this.isPrint) return ''
    const { color, opacity } = lyingShadow[this.theme]
    const at = { x: box.x, y: box.y + 1.5, width: box.w, height: box.h, rx: corner }
    return element('rect', { ...at, fill: color, 'fill-opacity': opacity })
  }

  /** A rule of 1 px whose upper or left edge is at the given place, as the canvas draws it. */
  rule(x: number, y: number, w: number, h: number, token: TokenName): string {
    return element('rect', { x, y, width: w, height: h, fill: this.color(token) })
  }

  /** An icon with its upper left corner at the place; the stroke scales with it. */
  icon(name: IconName, x: number, y: number, size: number, token: TokenName): string {
    const scale = size / 16
    return element('path', {
      d: iconPaths[name],
      transform: `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${scale})`}`,
      fill: 'none',
      stroke: this.color(token),
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  }

  /** Whether the workshop knows the department. */
  hasMark(department: string): boolean {
    return this.#marks.has(department)
  }

  /** Mark of a department, `size` px wide; nothing for a department the workshop does not know. */
  mark(department: string, x: number, y: number, size: number): string {
    const mark = this.#marks.get(department)
    if (!mark) return ''
    const outline = markOutline[this.theme]
    const letter = { ...letterPlace(mark.slot), 'font-size': 11, 'font-weight': 700, 'text-anchor': 'middle' }
    return element(
      'g',
      { transform: `translate(${round(x)} ${round(y)}) scale(${size / 20})` },
      element('title', {}, escapeXml(department)),
      element('path', {
        d: markPaths[mark.slot],
        fill: this.color(`dept-${mark.slot}`),
        stroke: outline.color,
        'stroke-opacity': outline.opacity,
      }),
      element('text', { ...letter, fill: this.color(`dept-${mark.slot}-on`) }, escapeXml(mark.letter)),
    )
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
