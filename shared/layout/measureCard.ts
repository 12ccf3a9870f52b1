// How big a card is and which lines it shows, from its declaration and its words. Nothing about where it lies.
import type { Card } from '../journey/Board.ts'
import type { CardLook } from '../journey/cards/CardDefinition.ts'
import { type CardKind, cardDefinition } from '../journey/cards/cardKinds.ts'
import { cardTitle } from '../journey/readBoardParts.ts'
import { cardFoot } from './cardFoot.ts'
import type { FontMetrics } from './FontMetrics.ts'
import { fitText, type TextFont, wrapText } from './wrapText.ts'

export interface CardMeasure {
  readonly isWide: boolean
  /** Height the card asks for; in a row it may get more. */
  readonly h: number
  /** Its own words as shown, the last line ending in "…" if some were cut. */
  readonly lines: readonly string[]
  /** Small print as shown, already cut to fit; empty: none. */
  readonly foot: string
}

/** Border on each side; it lies inside the card. */
const BORDER = 1
const footFont: TextFont = { weight: 500, italic: false, size: 11 }
const kpiValueFont: TextFont = { weight: 600, italic: false, size: 11 }
const personaNeedsFont: TextFont = { weight: 400, italic: false, size: 13 }
/** Icon of a channel or KPI with its gap, and the department's mark with its gap. */
const FOOT_ICON_WIDTH = 13 + 5
const MARK_WIDTH = 14 + 5

/** Font of the card's own words; a quote is set in italics. */
export function titleFont(card: Card): TextFont & { readonly lineHeight: number } {
  const { font } = cardDefinition(card.kind).look
  return card.kind === 'note' && card.fields.type === 'quote' ? { ...font, italic: true } : font
}

/** Width left for words in a card `width` px wide. */
function textWidth(look: CardLook, width: number): number {
  const border = look.isBare ? 0 : BORDER
  return width - look.padding.left - look.padding.right - 2 * border
}

/** What a card's small print is made of beside its own fields. */
export interface FootFacts {
  /** The card it names (see `footReference`). */
  readonly reference: Card | null
  /** Merged notes it shows for. */
  readonly parts: number
}

/** The card at a given width. */
export function measureCard(card: Card, width: number, facts: FootFacts, metrics: FontMetrics): CardMeasure {
  const { look } = cardDefinition(card.kind)
  const inner = textWidth(look, width)
  const lines = wrapText(cardTitle(card), titleFont(card), inner, look.maxLines, metrics)
  const foot = fitFoot(card, cardFoot(card, facts.reference, facts.parts), inner, metrics)
  return { isWide: look.width === 'wide', h: cardHeight(look, lines.length, foot !== ''), lines, foot }
}

/** Height of an empty card of a kind: what a new one will take. */
export function emptyCardMeasure(kind: CardKind): CardMeasure {
  const { look } = cardDefinition(kind)
  return { isWide: look.width === 'wide', h: cardHeight(look, 0, false), lines: [], foot: '' }
}

function cardHeight(look: CardLook, lineCount: number, hasFoot: boolean): number {
  const border = look.isBare ? 0 : 2 * BORDER
  const foot = look.foot === 'always' || (look.foot === 'value' && hasFoot) ? look.footHeight : 0
  const words = Math.max(look.minLines, lineCount) * look.font.lineHeight
  return Math.max(look.minHeight, border + look.padding.top + look.padding.bottom + words + foot)
}

function fitFoot(card: Card, text: string, inner: number, metrics: FontMetrics): string {
  if (text === '') return ''
  const hasMark = 'department' in card.fields && card.fields.department !== null
  const room =
    inner -
    (hasMark ? MARK_WIDTH : 0) -
    (card.kind === 'touchpoint' || card.kind === 'opportunity' ? FOOT_ICON_WIDTH : 0)
  const font = card.kind === 'kpi' ? kpiValueFont : card.kind === 'persona' ? personaNeedsFont : footFont
  return fitText(text, font, room, metrics)
}
