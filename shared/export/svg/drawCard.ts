// One card of any kind, as the canvas shows it at rest.
import type { Card } from '../../journey/Board.ts'
import { cardDefinition } from '../../journey/cards/cardKinds.ts'
import { cardTitle } from '../../journey/readBoardParts.ts'
import { channelOf } from '../../layout/channels.ts'
import { portraitPaths, truthPaths } from '../../layout/icons.ts'
import type { CardLayout } from '../../layout/JourneyLayout.ts'
import { titleFont } from '../../layout/measureCard.ts'
import type { Rect } from '../../layout/Rect.ts'
import type { TokenName } from '../../layout/theme.ts'
import { element, escapeXml } from './element.ts'
import type { Pen, TextLook } from './Pen.ts'

const smallPrint: TextLook = { weight: 500, italic: false, size: 11, line: 14, color: 'ink-2' }
const kpiValue: TextLook = { ...smallPrint, weight: 600, color: 'ink' }
const personaNeeds: TextLook = { weight: 400, italic: false, size: 13, line: 17, color: 'ink-2' }
const flagWords: TextLook = { weight: 600, italic: false, size: 11, line: 14, color: 'ink-2' }

/** One group for each card, so that a drawing program moves it as one thing. */
export function drawCard(pen: Pen, card: Card, place: CardLayout): string {
  return element(
    'g',
    {},
    // The whole text: what the card cut off shows when the pointer rests on it, and is read aloud.
    element('title', {}, escapeXml(`${cardDefinition(card.kind).label}: ${cardTitle(card)}`)),
    place.homeless
      ? pen.rect(place, { fill: 'warn-soft', stroke: 'warn', corner: 6, dash: '3 3' })
      : drawBox(pen, card, place),
    drawTitle(pen, card, place),
    drawParts(pen, card, place),
  )
}

/** Fill, border and shadow. Notes are paper: sharp corners, an edge in their own colour. */
function drawBox(pen: Pen, card: Card, box: Rect): string {
  const { corner } = cardDefinition(card.kind).look
  switch (card.kind) {
    case 'touchpoint':
    case 'action':
    case 'persona':
      return pen.shadow(box, corner) + pen.rect(box, { fill: 'raised', stroke: 'line-2', corner })
    case 'note': {
      const type = card.fields.type ?? 'pain'
      return pen.shadow(box, corner) + pen.rect(box, { fill: type, stroke: `${type}-edge`, corner })
    }
    case 'customer-action':
      return pen.rect(box, { fill: 'sunken', corner })
    case 'thought':
      return ''
    case 'process-step':
      return card.fields.flag === 'bottleneck'
        ? pen.rect(box, { stroke: 'warn', width: 1.5 })
        : pen.rect(box, { stroke: 'line-2' })
    case 'kpi':
      return pen.rect(box, { fill: 'sheet', stroke: 'line', corner })
    case 'opportunity':
      return pen.rect(box, { fill: 'raised', stroke: 'gain-ink', width: 1.5, corner })
  }
}

/** The very lines the layout broke and measured; nothing wraps here. */
function drawTitle(pen: Pen, card: Card, place: CardLayout): string {
  const { look } = cardDefinition(card.kind)
  const font = titleFont(card)
  const border = look.isBare ? 0 : 1
  const isOver = card.kind === 'action' && (card.fields.status === 'done' || card.fields.status === 'dropped')
  const color: TokenName = isOver ? 'ink-3' : card.kind === 'thought' ? 'ink-2' : 'ink'
  const words: TextLook = { ...font, line: font.lineHeight, color }
  const x = place.x + border + look.padding.left
  const top = place.y + border + look.padding.top
  return place.lines.map((line, at) => pen.line(line, x, top + at * font.lineHeight, words)).join('')
}

/** Icon, small print, mark and what sits on the card's edge. Offsets are those of the style sheet plus the border of 1 px. */
function drawParts(pen: Pen, card: Card, place: CardLayout): string {
  const { x, y, w, h } = place
  // Inside the border of 1 px, 6 above the lower edge.
  const footTop = y + h - 1 - 6 - 14
  switch (card.kind) {
    case 'touchpoint':
      return (
        (place.foot === '' ? '' : pen.icon(channelOf(card.fields.channel), x + 9, footTop + 0.5, 13, 'ink-2')) +
        pen.line(place.foot, x + 27, footTop, smallPrint) +
        drawMark(pen, card.fields.department, x + w - 22, footTop) +
        (card.fields.momentOfTruth ? drawTruth(pen, x + w - 10, y - 7) : '')
      )
    case 'note': {
      const type = card.fields.type ?? 'pain'
      return (
        pen.icon(type, x + 9, y + 9, 16, `${type}-ink`) +
        pen.line(place.foot, x + 31, footTop, smallPrint) +
        drawMark(pen, card.fields.department, x + 9, y + h - 23)
      )
    }
    case 'customer-action':
      return pen.icon('customer-action', x + 11, y + 9, 16, 'ink-3')
    case 'thought':
      return pen.icon('thought', x, y + 2, 16, 'ink-3')
    case 'process-step':
      return drawFlag(pen, card.fields.flag, place)
    case 'kpi':
      return pen.icon('kpi', x + 9, y + 8, 16, 'ink-3') + pen.line(place.foot, x + 31, footTop, kpiValue)
    case 'opportunity': {
      const kpi = place.foot === '' ? '' : pen.icon('kpi', x + 31, footTop + 0.5, 13, 'ink-2')
      return (
        pen.icon('opportunity', x + 9, y + 8, 16, 'gain-ink') + kpi + pen.line(place.foot, x + 49, footTop, smallPrint)
      )
    }
    case 'action':
      return (
        pen.icon('action', x + 9, y + 8, 16, 'primary') +
        (card.fields.status === 'done' ? pen.icon('check', x + 9, y + 8, 16, 'primary') : '') +
        pen.line(place.foot, x + 31, footTop, smallPrint) +
        drawMark(pen, card.fields.department, x + w - 22, footTop)
      )
    case 'persona':
      return drawPortrait(pen, x + 12, y + 13) + pen.line(place.foot, x + 65, y + h - 1 - 12 - 17, personaNeeds)
  }
}

/** 14 px as on the canvas; a department that left the list has no mark any more. */
function drawMark(pen: Pen, department: string | null, x: number, y: number): string {
  return department ? pen.mark(department, x, y, 14) : ''
}

/** 40 px wide. */
export function drawPortrait(pen: Pen, x: number, y: number): string {
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('path', { d: portraitPaths.disc, fill: pen.color('primary-soft') }),
    element('path', { d: portraitPaths.figure, fill: pen.color('primary') }),
  )
}

/** On the upper right corner, 18 px. */
export function drawTruth(pen: Pen, x: number, y: number): string {
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('title', {}, 'Moment of truth'),
    element('path', { d: truthPaths.disc, fill: pen.color('primary'), stroke: pen.color('sheet') }),
    element('path', { d: truthPaths.star, fill: pen.color('on-primary') }),
  )
}

/** The flag straddles the card's upper edge at the right. */
function drawFlag(pen: Pen, flag: string | null, box: Rect): string {
  const field = cardDefinition('process-step').fields['flag']
  const option = field?.type === 'choice' ? field.options.find(({ value }) => value === flag) : undefined
  if (!option) return ''
  const isBottleneck = flag === 'bottleneck'
  const look: TextLook = { ...flagWords, color: isBottleneck ? 'warn' : 'ink-2' }
  const words = option.label.toLowerCase()
  const w = pen.widthOf(words, look) + 14
  const label = { x: box.x + box.w - w, y: box.y - 11, w, h: 16 }
  const colors = isBottleneck ? { fill: 'warn-soft', stroke: 'warn' } : { fill: 'sheet', stroke: 'line-2' }
  return (
    pen.rect(label, { ...(colors as { fill: TokenName; stroke: TokenName }), corner: 3 }) +
    pen.line(words, label.x + 7, label.y + 1, look)
  )
}
