// Places in a cell that shows groups. What is dropped between two cards of a group it does not belong to comes after the
// group; a card of a group stays with its group, wherever in the cell it is dropped. Pure: reads orders, writes nothing.
import { type Card, isCellPlace } from '../journey/Board.ts'
import type { ClusterId } from '../journey/clusters.ts'
import { compareOrder, orderKeys } from '../journey/order.ts'
import { arrangeCell } from './arrangeCell.ts'
import { layoutBlocks } from './layoutBlocks.ts'
import type { CardMeasure } from './measureCard.ts'
import type { Rect } from './Rect.ts'

/** A card in the hand, as far as its place counts. */
export interface Arriving<Held> {
  readonly card: Held
  /** Null: a card that does not exist yet. */
  readonly id: string | null
  readonly groupId: ClusterId | null
  readonly measure: CardMeasure
}

export interface CellWithGroups {
  /** Without what is in the hand, in the order of their keys. */
  readonly staying: readonly Card[]
  readonly groupOf: (card: Card) => ClusterId | null
  readonly measure: (card: Card) => CardMeasure
  readonly columns: number
}

export interface GroupLanding<Held> {
  readonly card: Held
  readonly order: string
  /** Where it will lie, relative to the corner of the cell's content. */
  readonly slot: Rect
  /** Among all cards of the cell as they will show. */
  readonly index: number
}

/** Id of a new card as far as it is known: of equal keys those that are there come first. Ids are letters and digits. */
const UNKNOWN = '~'

/** `at`: how many of the staying cards, as they show now, come before the pointer. */
export function landAmongGroups<Held>(
  cell: CellWithGroups,
  at: number,
  arriving: readonly Arriving<Held>[],
): GroupLanding<Held>[] {
  const [before, after] = neighboursAt(cell, at, arriving[0]?.groupId ?? null)
  const orders = orderKeys(arriving.length, before, after !== null && before !== null && before >= after ? null : after)
  const coming = arriving.map(({ id, groupId, measure }, index) => {
    return { id: id ?? UNKNOWN, groupId, measure, order: orders[index] ?? '' }
  })
  const staying = cell.staying.map((card) => {
    return { id: card.id, groupId: cell.groupOf(card), measure: cell.measure(card), order: orderOf(card) }
  })
  const all = [...coming, ...staying].toSorted(compareOrder)
  const blocks = arrangeCell(all, ({ groupId }) => groupId)
  const shown = blocks.flatMap(({ items }) => items)
  const measured = blocks.map(({ groupId, items }) => ({ groupId, items: items.map(({ measure }) => measure) }))
  const { slots } = layoutBlocks(measured, cell.columns)
  return arriving.map(({ card }, place) => {
    const index = shown.findIndex((item) => item === coming[place])
    return { card, order: orders[place] ?? '', index, slot: slots[index] ?? { x: 0, y: 0, w: 0, h: 0 } }
  })
}

/** The keys between which the new ones go; null means the open end. */
function neighboursAt(
  { staying, groupOf }: CellWithGroups,
  at: number,
  own: ClusterId | null,
): readonly [before: string | null, after: string | null] {
  const blocks = arrangeCell(staying, groupOf)
  const shown = blocks.flatMap(({ items }) => items)
  const [previous, next] = [shown[at - 1], shown[at]]
  const around = previous && next && groupOf(previous) === groupOf(next) ? groupOf(previous) : null
  // Within the own group, or right behind it.
  if (previous && own !== null && groupOf(previous) === own)
    return [orderOf(previous), next && orderOf(next) > orderOf(previous) ? orderOf(next) : null]
  // A group is where its first card is: what comes after the group comes after that card, and before the next block.
  const block = blocks.findIndex(({ items }) => items.some((item) => item === previous))
  const lead = previous && groupOf(previous) !== null ? blocks[block]?.items[0] : previous
  const follower = around === null ? next : blocks[block + 1]?.items[0]
  return [lead ? orderOf(lead) : null, follower ? orderOf(follower) : null]
}

function orderOf({ place }: Card): string {
  return isCellPlace(place) ? place.order : ''
}
