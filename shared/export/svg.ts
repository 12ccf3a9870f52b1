// The map as a picture: clean standalone SVG drawn from the layout, without a browser. Real text, no style sheet, no
// script, nothing loaded from anywhere. What people drew freely on the canvas is in it as clean lines.
import type { Board, Card } from '../journey/Board.ts'
import type { DrawingRecord } from '../journey/edit/editDrawings.ts'
import type { CardId, JourneyId } from '../journey/ids.ts'
import { journeysOf } from '../journey/readBoardParts.ts'
import { assignMarks } from '../layout/departmentMarks.ts'
import type { FontMetrics } from '../layout/FontMetrics.ts'
import { type BoardLayout, type CardLayout, cardLayoutOf } from '../layout/JourneyLayout.ts'
import type { Rect } from '../layout/Rect.ts'
import type { ThemeName } from '../layout/theme.ts'
import type { RoundResult } from '../workshop/results.ts'
import { drawCard } from './svg/drawCard.ts'
import { drawDrawings } from './svg/drawDrawings.ts'
import { drawEmotion } from './svg/drawEmotion.ts'
import { drawGroups } from './svg/drawGroups.ts'
import { drawSheet, TITLE_HEIGHT } from './svg/drawSheet.ts'
import { drawVoteLegend, drawVotePills } from './svg/drawVotes.ts'
import { element, escapeXml } from './svg/element.ts'
import { fontFamily, Pen } from './svg/Pen.ts'

export interface SvgOptions {
  readonly metrics: FontMetrics
  /** The workshop's departments in order: their place picks mark and colour. */
  readonly departments: readonly string[]
  /** Title of the workshop; the picture's name for screen readers. */
  readonly title: string
  /** Light if left out, as on paper. */
  readonly theme?: ThemeName
  /** On paper: no desk around the sheets, no shadows. */
  readonly isPrint?: boolean
  /** One map only, without what lies beside it and without drawings. */
  readonly journeyId?: JourneyId
  /** As `readDrawings` gives them; none if left out. */
  readonly drawings?: readonly DrawingRecord[]
  /** Content of a kept picture as a `data:` address; null, or left out, for a frame in its place. */
  readonly pictureUrl?: (sha256: string) => string | null
  /** The vote whose totals stand on the cards; none if left out. */
  readonly votes?: RoundResult
}

/** Around everything, px. */
const MARGIN = 32
/** Only what sits on the edges of cards; paper has margins of its own. */
const PRINT_MARGIN = 12
/** Of a board with nothing on it. */
const EMPTY: Rect = { x: 0, y: 0, w: 360, h: 120 }

/** A board, or one of its journeys, as the text of an SVG file. Deterministic: the same board gives the same bytes. */
export function renderSvg(board: Board, layout: BoardLayout, options: SvgOptions): string {
  const { theme = 'light', journeyId, isPrint = false } = options
  const pen = new Pen(theme, options.metrics, assignMarks(options.departments), isPrint)
  const journeys = journeysOf(board).filter((journey) => journeyId === undefined || journey.id === journeyId)
  const drawn = drawDrawings(pen, {
    records: journeyId === undefined ? (options.drawings ?? []) : [],
    cardRect: (id) => cardLayoutOf(layout, id as CardId),
    pictureUrl: options.pictureUrl ?? (() => null),
  })
  const sheets: string[] = []
  const parts: string[] = []
  const boxes: Rect[] = [...drawn.boxes]
  const pills: string[] = []
  const drawPills = (places: Iterable<CardLayout>) => {
    if (options.votes) pills.push(...drawVotePills(pen, options.votes, [...places]))
  }
  for (const journey of journeys) {
    const map = layout.journeys.get(journey.id)
    if (!map) continue
    sheets.push(drawSheet(pen, board, journey, map), drawEmotion(pen, board, journey, map))
    parts.push(drawGroups(pen, board, map))
    parts.push(...drawCards(pen, board, map.cards.values()))
    drawPills(map.cards.values())
    const title = journey.title.trim() === '' ? 0 : TITLE_HEIGHT
    boxes.push({ ...map, y: map.y - title, h: map.h + title }, ...map.cards.values())
  }
  if (journeyId === undefined) {
    parts.push(...drawCards(pen, board, layout.free.values()))
    drawPills(layout.free.values())
    boxes.push(...layout.free.values())
  }
  if (options.votes && pills.length > 0) {
    const { svg, box } = drawVoteLegend(pen, options.votes, boundsOf(boxes))
    pills.push(svg)
    boxes.push(box)
  }
  return frame(pen, boundsOf(boxes), options.title, [...sheets, ...drawn.below, ...parts, ...pills, ...drawn.above])
}

/** Sorted by id where two could overlap, so that the order in which a machine learned of them does not show. */
function drawCards(pen: Pen, board: Board, places: Iterable<CardLayout>): string[] {
  return [...places]
    .toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
    .flatMap((place) => {
      const card: Card | undefined = board.cards.get(place.id)
      return card ? [drawCard(pen, card, place)] : []
    })
}

function boundsOf(boxes: readonly Rect[]): Rect {
  if (boxes.length === 0) return EMPTY
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  return { x, y, w, h: Math.max(...boxes.map((box) => box.y + box.h)) - y }
}

function frame(pen: Pen, content: Rect, title: string, parts: readonly string[]): string {
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
    pen.isPrint ? '' : element('rect', { x, y, width, height, fill: pen.color('desk') }),
    ...parts,
  )
}
