// The order in which a cell shows its cards: members of a group lie together, where the first of them lies; everything
// else stays in the order of its keys.
import type { ClusterId } from '../journey/clusters.ts'

/** Cards that are laid out together: a group, or a run of cards without one (`groupId` null). */
export interface CellBlock<Item> {
  readonly groupId: ClusterId | null
  readonly items: readonly Item[]
}

/** `items`: in the order of their keys. Nothing is lost or shown twice. */
export function arrangeCell<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => ClusterId | null,
): CellBlock<Item>[] {
  const blocks: { groupId: ClusterId | null; items: Item[] }[] = []
  const groups = new Map<ClusterId, Item[]>()
  for (const item of items) {
    const groupId = groupOf(item)
    const known = groupId === null ? lastRun(blocks) : groups.get(groupId)
    if (known) {
      known.push(item)
      continue
    }
    const block = { groupId, items: [item] }
    blocks.push(block)
    if (groupId !== null) groups.set(groupId, block.items)
  }
  return blocks
}

function lastRun<Item>(
  blocks: readonly { readonly groupId: ClusterId | null; readonly items: Item[] }[],
): Item[] | undefined {
  const last = blocks.at(-1)
  return last?.groupId === null ? last.items : undefined
}
