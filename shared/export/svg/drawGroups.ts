// Frames of groups, with their names: under the cards, over the sheet.
import type { Board } from '../../journey/Board.ts'
import type { JourneyLayout } from '../../layout/JourneyLayout.ts'
import { GROUP_PAD } from '../../layout/mapMetrics.ts'
import { fitText } from '../../layout/wrapText.ts'
import type { Pen, TextLook } from './Pen.ts'

const groupName: TextLook = { weight: 600, italic: false, size: 12, line: 16, color: 'ink-2' }
/** Above the name. */
const NAME_TOP = 3

export function drawGroups(pen: Pen, board: Board, { groups }: Pick<JourneyLayout, 'groups'>): string {
  return groups
    .map(({ id, ...frame }) => {
      const name = board.clusters.get(id)?.name ?? ''
      const room = frame.w - 2 * (GROUP_PAD + 1)
      return (
        pen.rect(frame, { fill: 'sunken', stroke: 'line-2', corner: 6 }) +
        pen.line(fitText(name, groupName, room, pen.metrics), frame.x + GROUP_PAD + 1, frame.y + NAME_TOP, groupName)
      )
    })
    .join('')
}
