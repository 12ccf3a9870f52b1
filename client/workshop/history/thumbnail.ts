// A board as a picture of a few hundred plain blocks: sheet, headers, cards in the colour of their kind. Text would be
// noise at this size, and blocks on a bitmap cost a list of forty snapshots nothing.
import type { Board, Card } from '../../../shared/journey/Board.ts'
import type { BoardLayout } from '../../../shared/layout/JourneyLayout.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { colorOf, type ThemeName, type TokenName } from '../../../shared/layout/theme.ts'

/** Pixels of the picture in the list. */
export const THUMBNAIL = { w: 104, h: 64 } as const
/** Around the map, px of the picture. */
const MARGIN = 4
/** A card is never thinner than this, px of the picture. */
const LEAST = 1
/** A block of less than this width is a board of one stage blown up; px of the board. */
const LEAST_BOARD_WIDTH = 1_200

export interface Block extends Rect {
  readonly color: TokenName
}

const noteColors: Readonly<Record<string, TokenName>> = {
  pain: 'pain-ink',
  gain: 'gain-ink',
  idea: 'idea-ink',
  question: 'question-ink',
  quote: 'quote-ink',
}
const cardColors: Readonly<Partial<Record<Card['kind'], TokenName>>> = {
  'customer-action': 'line-2',
  thought: 'line-2',
  opportunity: 'gain-ink',
  action: 'primary',
  persona: 'primary',
}

/** In px of the picture, from back to front; nothing for an empty board. */
export function thumbnailBlocks(board: Board, layout: BoardLayout): Block[] {
  const blocks: Block[] = []
  for (const journey of layout.journeys.values()) {
    blocks.push({ ...rectOf(journey), color: 'sheet' })
    for (const { header } of journey.stages) blocks.push({ ...rectOf(header), color: 'line' })
    for (const { rect } of journey.emotion) blocks.push({ ...rectOf(rect), color: 'sunken' })
    for (const card of journey.cards.values()) blocks.push(blockOf(board, card))
  }
  for (const card of layout.free.values()) blocks.push(blockOf(board, card))
  return fit(blocks)
}

export function drawThumbnail(canvas: HTMLCanvasElement, blocks: readonly Block[], theme: ThemeName): void {
  const scale = Math.min(2, Math.max(1, devicePixelRatio))
  canvas.width = THUMBNAIL.w * scale
  canvas.height = THUMBNAIL.h * scale
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(scale, scale)
  context.fillStyle = colorOf(theme, 'desk')
  context.fillRect(0, 0, THUMBNAIL.w, THUMBNAIL.h)
  for (const { x, y, w, h, color } of blocks) {
    context.fillStyle = colorOf(theme, color)
    context.fillRect(x, y, w, h)
  }
}

function blockOf(board: Board, place: Rect & { readonly id: Card['id'] }): Block {
  const card = board.cards.get(place.id)
  const color = card?.kind === 'note' ? noteColors[card.fields.type] : card && cardColors[card.kind]
  return { ...rectOf(place), color: color ?? 'control' }
}

function rectOf({ x, y, w, h }: Rect): Rect {
  return { x, y, w, h }
}

function fit(blocks: readonly Block[]): Block[] {
  if (blocks.length === 0) return []
  const left = Math.min(...blocks.map(({ x }) => x))
  const top = Math.min(...blocks.map(({ y }) => y))
  const width = Math.max(LEAST_BOARD_WIDTH, Math.max(...blocks.map(({ x, w }) => x + w)) - left)
  const height = Math.max(...blocks.map(({ y, h }) => y + h)) - top
  const scale = Math.min((THUMBNAIL.w - 2 * MARGIN) / width, (THUMBNAIL.h - 2 * MARGIN) / Math.max(1, height))
  const x0 = (THUMBNAIL.w - width * scale) / 2
  const y0 = (THUMBNAIL.h - height * scale) / 2
  return blocks.map(({ x, y, w, h, color }) => ({
    x: x0 + (x - left) * scale,
    y: y0 + (y - top) * scale,
    w: Math.max(LEAST, w * scale),
    h: Math.max(LEAST, h * scale),
    color,
  }))
}
