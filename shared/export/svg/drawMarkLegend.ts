// What the signs on cards mean, in a line below the map: whoever was not in the room knows neither marks nor stars.
import type { Card } from '../../journey/Board.ts'
import type { Rect } from '../../layout/Rect.ts'
import { drawTruth } from './drawCard.ts'
import type { Pen, TextLook } from './Pen.ts'

/** Above the line, px. */
const GAP = 16
/** As in the text beside it. */
const SIGN = 14
const AFTER_SIGN = 6
const BETWEEN = 20
const words: TextLook = { weight: 400, italic: false, size: 13, line: 20, color: 'ink-2' }

interface Sign {
  readonly name: string
  readonly draw: (x: number, y: number) => string
}

/** Below `content` and as wide; null if no card bears a sign. */
export function drawMarkLegend(
  pen: Pen,
  cards: readonly Card[],
  departments: readonly string[],
  content: Rect,
): { readonly svg: string; readonly box: Rect } | null {
  const signs = signsOn(pen, cards, departments)
  if (signs.length === 0) return null
  let [x, y] = [content.x, content.y + content.h + GAP]
  let right = x
  const parts = signs.map(({ name, draw }) => {
    const w = SIGN + AFTER_SIGN + pen.widthOf(name, words)
    if (x > content.x && x + w > content.x + content.w) [x, y] = [content.x, y + words.line]
    const part = draw(x, y + (words.line - SIGN) / 2) + pen.line(name, x + SIGN + AFTER_SIGN, y, words)
    right = Math.max(right, x + w)
    x += w + BETWEEN
    return part
  })
  const top = content.y + content.h + GAP
  return { svg: parts.join(''), box: { x: content.x, y: top, w: right - content.x, h: y + words.line - top } }
}

/** As drawCard draws it: a process step shows no mark. */
function departmentOn(card: Card): string | null {
  const isMarked = card.kind === 'touchpoint' || card.kind === 'note' || card.kind === 'action'
  return isMarked ? card.fields.department : null
}

/** Departments in their order, then what else is no word. */
function signsOn(pen: Pen, cards: readonly Card[], departments: readonly string[]): Sign[] {
  const seen = new Set(cards.map(departmentOn))
  const marks = departments
    .filter((name) => seen.has(name) && pen.hasMark(name))
    .map((name): Sign => ({ name, draw: (x, y) => pen.mark(name, x, y, SIGN) }))
  const hasTruth = cards.some((card) => card.kind === 'touchpoint' && card.fields.momentOfTruth)
  // 18 px wide: in the middle of the place of a mark.
  const truth: Sign = { name: 'Moment of truth', draw: (x, y) => drawTruth(pen, x - 2, y - 2) }
  return hasTruth ? [...marks, truth] : marks
}
