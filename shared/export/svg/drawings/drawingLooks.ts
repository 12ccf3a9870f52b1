// Colours, strokes and words of drawings, near enough to how the canvas shows them: clean lines instead of sketched ones,
// the map's font instead of a handwritten one.
import { wrapText } from '../../../layout/wrapText.ts'
import { element, escapeXml } from '../element.ts'
import type { Pen } from '../Pen.ts'
import type { DrawingLook } from './readShapes.ts'

const colors: Readonly<Record<string, string>> = {
  grey: '#9aa0a8',
  'light-violet': '#dc86ef',
  violet: '#a93ec4',
  blue: '#4364e6',
  'light-blue': '#4b9fee',
  yellow: '#eeab49',
  orange: '#df6a1b',
  green: '#0d8f66',
  'light-green': '#4bae54',
  'light-red': '#f58188',
  red: '#dd3235',
  white: '#ffffff',
}
const widths = { s: 2, m: 3.5, l: 5, xl: 10 } as const
/** Size of words, px: alone on the canvas, and inside of another drawing. */
const textSizes = { s: 18, m: 24, l: 36, xl: 44 } as const
const labelSizes = { s: 18, m: 22, l: 26, xl: 32 } as const
const LINE_HEIGHT = 1.35
const MAX_LINES = 200
/** Deepest nesting of formatted words that is read. */
const MAX_DEPTH = 12

/** Black is the ink of the theme, and so is what nobody knows. */
export function drawingColor(pen: Pen, color: string): string {
  return (Object.hasOwn(colors, color) ? colors[color] : undefined) ?? pen.color('ink')
}

export function strokeWidth({ size, scale }: DrawingLook): number {
  return widths[size] * scale
}

export function strokeOf(pen: Pen, look: DrawingLook): Record<string, string | number | undefined> {
  const width = strokeWidth(look)
  const dash =
    look.dash === 'dashed' ? `${2 * width} ${2 * width}` : look.dash === 'dotted' ? `0 ${2 * width}` : undefined
  return {
    stroke: drawingColor(pen, look.color),
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash,
  }
}

export function fillOf(pen: Pen, { fill, color }: DrawingLook): Record<string, string | number | undefined> {
  if (fill === 'none') return { fill: 'none' }
  if (fill === 'semi') return { fill: pen.color('sheet') }
  return { fill: drawingColor(pen, color), 'fill-opacity': fill === 'fill' ? 1 : 0.2 }
}

/** The words of a drawing without their formatting; a line each paragraph. */
export function wordsOf({ richText, text }: DrawingLook): string {
  return richText === null ? text : paragraphs(richText, 0).trimEnd()
}

function paragraphs(node: unknown, depth: number): string {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return ''
  const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown }
  if (typeof text === 'string') return text
  const inside = Array.isArray(content) ? content.map((child) => paragraphs(child, depth + 1)).join('') : ''
  if (type === 'hardBreak') return '\n'
  return type === 'paragraph' || type === 'heading' ? `${inside}\n` : inside
}

export interface Words {
  readonly svg: string
  readonly w: number
  readonly h: number
}

interface WordsPlace {
  readonly kind: 'text' | 'label'
  /** Where the lines start, or their middle. */
  readonly x: number
  /** Upper edge of the first line, or the middle of all lines. */
  readonly y: number
  readonly maxWidth: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly isCentred: boolean
}

export function drawWords(pen: Pen, look: DrawingLook, place: WordsPlace): Words {
  const size = (place.kind === 'text' ? textSizes : labelSizes)[look.size] * look.scale
  const font = { weight: 400, italic: false, size }
  const lines = wrapText(wordsOf(look), font, Math.max(size, place.maxWidth), MAX_LINES, pen.metrics)
  const line = size * LINE_HEIGHT
  const h = lines.length * line
  const top = place.isCentred ? place.y - h / 2 : place.y
  const color = drawingColor(pen, place.kind === 'text' ? look.color : look.labelColor)
  const svg = lines.map((words, at) =>
    element(
      'text',
      // Inter's digits and capitals stand a good third of their size below the middle of the line.
      {
        x: place.x,
        y: top + at * line + line / 2 + size * 0.36,
        'font-size': size,
        'text-anchor': place.anchor,
        fill: color,
      },
      escapeXml(words),
    ),
  )
  const widest = Math.max(0, ...lines.map((words) => pen.widthOf(words, { ...font, line, color: 'ink' })))
  return { svg: svg.join(''), w: widest, h }
}
