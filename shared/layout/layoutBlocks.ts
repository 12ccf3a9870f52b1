// A cell with groups: block under block, a group in a frame with its name above its cards. Relative to the cell's upper
// left corner, like `layoutCell`, which lays out each block.
import type { ClusterId } from '../journey/clusters.ts'
import type { CellBlock } from './arrangeCell.ts'
import { type CellContent, layoutCell } from './layoutCell.ts'
import { CELL_GAP, CELL_PAD_X, GROUP_HEAD, GROUP_PAD } from './mapMetrics.ts'
import type { CardMeasure } from './measureCard.ts'
import type { Rect } from './Rect.ts'

export interface GroupFrame {
  readonly groupId: ClusterId
  readonly rect: Rect
}

export interface BlocksContent extends CellContent {
  readonly frames: readonly GroupFrame[]
}

/** `slots` are those of all blocks one after the other. */
export function layoutBlocks(blocks: readonly CellBlock<CardMeasure>[], columns: number): BlocksContent {
  const slots: Rect[] = []
  const frames: GroupFrame[] = []
  let y = 0
  let next: CellContent['next'] = { x: CELL_PAD_X, y: 0, isNewRow: true }
  for (const { groupId, items } of blocks) {
    if (slots.length > 0) y += CELL_GAP
    const top = groupId === null ? y : y + GROUP_HEAD
    const content = layoutCell(items, columns)
    const placed = content.slots.map((slot) => ({ ...slot, y: slot.y + top }))
    slots.push(...placed)
    if (groupId === null) {
      next = { ...content.next, y: content.next.y + top }
      y = top + content.height
    } else {
      const bottom = top + content.height + GROUP_PAD
      frames.push({ groupId, rect: frameAround(placed, y, bottom) })
      y = bottom
      next = { x: CELL_PAD_X, y: y + CELL_GAP, isNewRow: true }
    }
  }
  return { slots, height: y, next, frames }
}

/** As wide as its widest row, and a little more on both sides. */
function frameAround(cards: readonly Rect[], top: number, bottom: number): Rect {
  const right = Math.max(...cards.map(({ x, w }) => x + w))
  return { x: CELL_PAD_X - GROUP_PAD, y: top, w: right - CELL_PAD_X + 2 * GROUP_PAD, h: bottom - top }
}
