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
import { drawCards } from './svg/drawCards.ts'
import { drawDrawings } from './svg/drawDrawings.ts'
import { drawEmotion } from './svg/drawEmotion.ts'
import { boundsOf, drawFrame } from './svg/drawFrame.ts'
import { drawGroups } from './svg/drawGroups.ts'
import { drawMarkLegend } from './svg/drawMarkLegend.ts'
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
  /** What the marks mean, below the map: a file goes to people who were not there. */
  readonly hasLegend?: boolean
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
  const layers: Layers = { parts: [], over: [], boxes: [...drawn.boxes], cards: [] }
  for (const journey of journeys) {
    const map = layout.journeys.get(journey.id)
    if (!map) continue
    sheets.push(drawSheet(pen, board, journey, map), drawEmotion(pen, board, journey, map))
    layers.parts.push(drawGroups(pen, board, map))
    const title = journey.title.trim() === '' ? 0 : TITLE_HEIGHT
    layers.boxes.push({ ...map, y: map.y - title, h: map.h + title })
    addCards(layers, pen, board, map.cards, options)
  }
  if (journeyId === undefined) addCards(layers, pen, board, layout.free, options)
  addLegends(layers, pen, options)
  return drawFrame(pen, boundsOf(layers.boxes), { title: options.title }, [
    ...sheets,
    ...drawn.below,
    ...layers.parts,
    ...layers.over,
    ...drawn.above,
  ])
}

/** What is drawn so far, from the ground up, and the room it takes. */
interface Layers {
  readonly parts: string[]
  readonly over: string[]
  readonly boxes: Rect[]
  readonly cards: Card[]
}

function addCards(
  layers: Layers,
  pen: Pen,
  board: Board,
  cards: ReadonlyMap<CardId, CardLayout>,
  { votes }: SvgOptions,
): void {
  const places = [...cards.values()]
  layers.boxes.push(...places)
  layers.parts.push(...drawCards(pen, board, places))
  layers.cards.push(...places.flatMap(({ id }) => board.cards.get(id) ?? []))
  if (votes) layers.over.push(...drawVotePills(pen, votes, places))
}

/** Below everything, each under the one before. */
function addLegends({ over, boxes, cards }: Layers, pen: Pen, { votes, hasLegend, departments }: SvgOptions): void {
  const add = (legend: { readonly svg: string; readonly box: Rect } | null) => {
    if (!legend) return
    over.push(legend.svg)
    boxes.push(legend.box)
  }
  if (votes && over.length > 0) add(drawVoteLegend(pen, votes, boundsOf(boxes)))
  if (hasLegend) add(drawMarkLegend(pen, cards, departments, boundsOf(boxes)))
}
