// Where cards land that were dragged, duplicated or pasted. The preview and the drop ask the same function, so a card
// lands where the dashed slot was.
import type { Point } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { type CardLanding, findLanding, journeyAt, laneAt, stageAt } from '../../../shared/layout/findLanding.ts'
import { landTogether } from '../../../shared/layout/landTogether.ts'
import type { CardShape } from '../shapes/journeyShapes.ts'
import { entityIdOf } from '../shapes/journeyShapes.ts'
import type { BoardView } from '../binding/BoardView.ts'
import { originalAt } from './landCopies.ts'

/** A card in the hand or on its way in, as it lies on the canvas now. */
export type LooseCard = Pick<CardShape, 'id' | 'x' | 'y' | 'props'>

/** In reading order, so that several keep it. */
function inReadingOrder(cards: readonly LooseCard[]): LooseCard[] {
  return cards.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
}

/** What holds the cards of a drag. */
export interface Hand {
  /** The pointer now, and where it was pressed, canvas px. */
  readonly point: Point
  readonly start: Point
}

/**
 * Cards held by the pointer go to the cell under it, several in their arrangement. `isNew`: copies, which the board does
 * not know yet; each started where its original lies.
 */
export function landInHand(
  view: BoardView,
  cards: readonly LooseCard[],
  { point, start }: Hand,
  isNew: (card: LooseCard) => boolean,
): Map<LooseCard, CardLanding> {
  const ordered = inReadingOrder(cards)
  const by = { x: point.x - start.x, y: point.y - start.y }
  const held = ordered.map((card) => {
    const at = { x: card.x, y: card.y }
    const { kind } = card.props
    const id = isNew(card) ? null : (entityIdOf(card.id) as CardId)
    const from = id ?? originalAt(view, { x: at.x - by.x, y: at.y - by.y }, kind)?.card.id ?? null
    return { id, from, kind, at }
  })
  return byCard(
    ordered,
    landTogether({ board: view.board, layout: view.layout, cache: view.cache, point, cards: held }),
  )
}

/** Copies that all go to the cell at a point. */
function landAtPoint(view: BoardView, cards: readonly LooseCard[], point: Point): Map<LooseCard, CardLanding> {
  const ordered = inReadingOrder(cards)
  const copies = ordered.map(({ x, y, props }) => ({ id: null, kind: props.kind, at: { x, y } }))
  return byCard(
    ordered,
    findLanding({ board: view.board, layout: view.layout, cache: view.cache, point, cards: copies }),
  )
}

function byCard(cards: readonly LooseCard[], landings: readonly CardLanding[]): Map<LooseCard, CardLanding> {
  return new Map(cards.flatMap((card, at): [LooseCard, CardLanding][] => (landings[at] ? [[card, landings[at]]] : [])))
}

/** Pasted and duplicated cards: each belongs to the cell its middle lies in; those of one cell keep their order. */
export function landWhereTheyLie(view: BoardView, cards: readonly LooseCard[]): Map<LooseCard, CardLanding> {
  const groups = new Map<string, LooseCard[]>()
  for (const card of inReadingOrder(cards)) {
    const key = cellAt(view, middleOf(card), card)
    groups.set(key, [...(groups.get(key) ?? []), card])
  }
  const landings = new Map<LooseCard, CardLanding>()
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    for (const [card, landing] of landAtPoint(view, group, middleOf(first))) landings.set(card, landing)
  }
  return landings
}

function middleOf(card: LooseCard): Point {
  return { x: card.x + card.props.w / 2, y: card.y + card.props.h / 2 }
}

function cellAt(view: BoardView, point: Point, card: LooseCard): string {
  const journey = journeyAt(view.layout, point)
  if (!journey) return 'canvas'
  return `${stageAt(journey, point.x)?.id}/${laneAt(journey, point.y, card.props.kind)?.id}`
}
