// How far to the right the content of a board reaches: what comes to it lies beside.
import { type Board, isCellPlace } from '../journey/Board.ts'
import type { DrawingRecord } from '../journey/edit/editDrawings.ts'
import { stagesOf } from '../journey/readBoardParts.ts'
import { CARD_WIDTH, LANE_LABEL_WIDTH, stageWidth } from '../layout/mapMetrics.ts'

/** Between what is there and what is added, px. */
export const ADDED_GAP = 200

/** Px of the page; null: nothing is there. */
export function rightEdge(board: Board, drawings: readonly DrawingRecord[]): number | null {
  const rights = [
    ...[...board.journeys.values()].map(({ id, place }) => {
      const widths = stagesOf(board, id).map((stage) => stageWidth(stage.columns))
      return place.x + LANE_LABEL_WIDTH + widths.reduce((sum, width) => sum + width, 0)
    }),
    ...[...board.cards.values()].flatMap(({ place }) => (isCellPlace(place) ? [] : [place.x + 2 * CARD_WIDTH])),
    ...drawings.filter(isOnPage).map(({ x }) => Number(x)),
  ]
  return rights.length === 0 ? null : rights.reduce((a, b) => Math.max(a, b))
}

/** Whether a drawing has coordinates of the page; inside of a frame they are the frame's. */
export function isOnPage(drawing: DrawingRecord): boolean {
  const { parentId, x } = drawing
  return typeof parentId === 'string' && parentId.startsWith('page:') && typeof x === 'number'
}
