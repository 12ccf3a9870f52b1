// What was chosen on a board as a picture of its own: drawn where it lies, cropped to it, and nothing else. Light, on the
// colour of the sheet, so that it can be put on a slide.
import type { Board } from '../journey/Board.ts'
import type { CardId } from '../journey/ids.ts'
import { assignMarks } from '../layout/departmentMarks.ts'
import { type BoardLayout, cardLayoutOf } from '../layout/JourneyLayout.ts'
import type { Rect } from '../layout/Rect.ts'
import type { SvgOptions } from './svg.ts'
import { drawCards } from './svg/drawCards.ts'
import { drawDrawings } from './svg/drawDrawings.ts'
import { drawEmotion } from './svg/drawEmotion.ts'
import { boundsOf, drawFrame } from './svg/drawFrame.ts'
import { drawGroups } from './svg/drawGroups.ts'
import { drawLaneName, drawPart, drawSheet, drawStageName, TITLE_HEIGHT } from './svg/drawSheet.ts'
import { drawVoteLegend, drawVotePills } from './svg/drawVotes.ts'
import { isEmptySelection, readSelection, type Selection } from './svg/readSelection.ts'
import { Pen } from './svg/Pen.ts'

/** What was to be drawn is gone: somebody deleted it after it was chosen. */
export class EmptySelectionError extends Error {
  override readonly name = 'EmptySelectionError'
}

/** `ids`: see readSelection.ts. Null: nothing of it is on the board (any more). The same selection gives the same bytes. */
export function renderSelection(
  board: Board,
  layout: BoardLayout,
  ids: readonly string[],
  options: Omit<SvgOptions, 'journeyId' | 'isPrint'>,
): string | null {
  const { theme = 'light', drawings = [], votes } = options
  const selection = readSelection(board, layout, drawings, ids)
  if (isEmptySelection(selection)) return null
  const pen = new Pen(theme, options.metrics, assignMarks(options.departments))
  const drawn = drawDrawings(pen, {
    records: drawings,
    cardRect: (id) => cardLayoutOf(layout, id as CardId),
    pictureUrl: options.pictureUrl ?? (() => null),
    only: selection.drawingIds,
  })
  const grounds = drawGrounds(pen, board, layout, selection)
  const cards = [...selection.cards.values()]
  const groups = [selection, ...selection.maps, ...selection.parts].flatMap((some) => some.groups)
  const boxes: Rect[] = [...drawn.boxes, ...grounds.map(({ box }) => box), ...groups, ...cards]
  const pills = votes ? drawVotePills(pen, votes, cards) : []
  if (votes && pills.length > 0) {
    const { svg, box } = drawVoteLegend(pen, votes, boundsOf(boxes))
    pills.push(svg)
    boxes.push(box)
  }
  return drawFrame(pen, boundsOf(boxes), { title: options.title, ground: 'sheet' }, [
    ...grounds.map(({ svg }) => svg),
    ...drawn.below,
    drawGroups(pen, board, { groups }),
    ...drawCards(pen, board, cards),
    ...pills,
    ...drawn.above,
  ])
}

/** What cards lie on, from the ground up: whole maps, pieces of maps, single names. */
function drawGrounds(pen: Pen, board: Board, layout: BoardLayout, selection: Selection): Drawn[] {
  const whole = selection.maps.flatMap((map): Drawn[] => {
    const journey = board.journeys.get(map.journeyId)
    if (!journey) return []
    const title = journey.title.trim() === '' ? 0 : TITLE_HEIGHT
    const svg = drawSheet(pen, board, journey, map) + drawEmotion(pen, board, journey, map)
    return [{ svg, box: { x: map.x, y: map.y - title, w: map.w, h: map.h + title } }]
  })
  const pieces = selection.parts.flatMap((part): Drawn[] => {
    const journey = board.journeys.get(part.journeyId)
    return journey ? [{ svg: drawPart(pen, board, part) + drawEmotion(pen, board, journey, part), box: part }] : []
  })
  const names = [...layout.journeys.values()].flatMap(({ stages, lanes }): Drawn[] => [
    ...stages
      .filter(({ id }) => selection.stageNames.has(id))
      .map(({ id, header }) => ({ svg: drawStageName(pen, board.stages.get(id), header), box: header })),
    ...lanes
      .filter(({ id }) => selection.laneNames.has(id))
      .map((lane) => ({ svg: drawLaneName(pen, board, lane), box: lane.label })),
  ])
  return [...whole, ...pieces, ...names]
}

interface Drawn {
  readonly svg: string
  readonly box: Rect
}
