// The file around a drawing: its size, its ground, its name for screen readers.
import type { Rect } from '../../layout/Rect.ts'
import type { TokenName } from '../../layout/theme.ts'
import { element, escapeXml } from './element.ts'
import { fontFamily, type Pen } from './Pen.ts'

/** Around everything, px. */
const MARGIN = 32
/** Only what sits on the edges of cards; paper has margins of its own. */
const PRINT_MARGIN = 12
/** Of a board with nothing on it. */
const EMPTY: Rect = { x: 0, y: 0, w: 360, h: 120 }

/** The least rectangle around all; one of a usual size if there is none. */
export function boundsOf(boxes: readonly Rect[]): Rect {
  if (boxes.length === 0) return EMPTY
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

interface FrameOptions {
  readonly title: string
  /** Under everything; the desk if left out, nothing on paper. */
  readonly ground?: TokenName
}

export function drawFrame(
  pen: Pen,
  content: Rect,
  { title, ground = 'desk' }: FrameOptions,
  parts: readonly string[],
): string {
  const margin = pen.isPrint ? PRINT_MARGIN : MARGIN
  const x = Math.floor(content.x - margin)
  const y = Math.floor(content.y - margin)
  const width = Math.ceil(content.x + content.w + margin) - x
  const height = Math.ceil(content.y + content.h + margin) - y
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${x} ${y} ${width} ${height}`,
      role: 'img',
      'font-family': fontFamily,
      'xml:space': 'preserve',
    },
    element('title', {}, escapeXml(title)),
    pen.isPrint ? '' : element('rect', { x, y, width, height, fill: pen.color(ground) }),
    ...parts,
  )
}
