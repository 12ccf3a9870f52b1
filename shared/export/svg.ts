// The map as a picture: clean standalone SVG drawn from the layout, without a browser. Real text, no style sheet, no
// script, nothing loaded from anywhere. What people drew freely on the canvas is in it as clean lines.
import type { Board } from '../journey/Board.ts'
import type { DrawingRecord } from '../journey/edit/editDrawings.ts'
import type { CardId, JourneyId } from '../journey/ids.ts'
import { journeysOf } from '../journey/readBoardParts.ts'
import { assignMarks } from '../layout/departmentMarks.ts'
import type { FontMetrics } from '../layout/FontMetrics.ts'
import { type BoardLayout, type CardLayout, cardLayoutOf } from '../layout/JourneyLayout.ts'
import type { Rect } from '../layout/Rect.ts'
import type { ThemeName } from '../layout/theme.ts'
import type { RoundResult } from '../workshop/results.ts'
import { drawCards } from './svg/drawCards.ts'
import { drawDrawings } from './svg/drawDrawings.ts'
import { drawEmotion } from './svg/drawEmotion.ts'
import { boundsOf, drawFrame } from './svg/drawFrame.ts'
import { drawGroups } from './svg/drawGroups.ts'
import { drawSheet, TITLE_HEIGHT } from './svg/drawSheet.ts'
import { drawVoteLegend, drawVotePills } from './svg/drawVotes.ts'
import { Pen } from './svg/Pen.ts'

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
  return drawFrame(pen, boundsOf(boxes), { title: options.title }, [
    ...sheets,
    ...drawn.below,
    ...parts,
    ...pills,
    ...drawn.above,
  ])
}
