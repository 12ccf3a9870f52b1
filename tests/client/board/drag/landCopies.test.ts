// Copies lie beside their originals, whatever else is selected with them.
import { noHidden } from '../../../../client/board/drafts/hiddenNotes.ts'
import { describe, expect, it } from 'vitest'
import { landCopies } from '../../../../client/board/drag/landCopies.ts'
import { isCellPlace } from '../../../../shared/journey/Board.ts'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../../../shared/journey/ids.ts'
import { cardLayoutOf } from '../../../../shared/layout/JourneyLayout.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const metrics = { widthOf: () => 0.5 }

function drawn() {
  const journey = drawJourney(`
               | One     | Two
   touchpoints | A; B; C | D
   gains       | G       | H
  `)
  createCards(journey.target, [
    { id: 'P' as CardId, kind: 'note', place: { x: 5000, y: 10 }, fields: { text: 'P' } },
    { id: 'Q' as CardId, kind: 'note', place: { x: 5200, y: 10 }, fields: { text: 'Q' } },
  ])
  const cache = new LayoutCache(metrics)
  const board = journey.board()
  const layout = layoutBoard(board, cache)
  const view = { board, layout, cache, hidden: noHidden, version: 0 }
  /** As tldraw makes it: a card of the same content where the original is, off by what a paste rounds. */
  const copyOf = (words: string, off = 0) => {
    const id = words.length === 1 && 'PQ'.includes(words) ? (words as CardId) : journey.card(words)
    const at = cardLayoutOf(layout, id)
    const card = board.cards.get(id)
    if (!at || !card) throw new Error(`no ${words}`)
    const { w, h } = at
    const props = { w, h, kind: card.kind, fields: {}, lines: [], foot: '', homeless: false }
    return { id: `shape:${newId()}` as never, x: at.x + off, y: at.y - off, props }
  }
  return { journey, view, copyOf }
}

describe('copies of cards', () => {
  it('go into the cells of their originals, each right after it, also from two stages at once', () => {
    const { journey, view, copyOf } = drawn()
    const copies = { a2: copyOf('A', 0.3), c2: copyOf('C'), h2: copyOf('H', -0.3) }
    const landings = landCopies(view, Object.values(copies))
    const cards = Object.entries(copies).map(([id, copy]) => {
      const landing = landings.get(copy)
      if (!landing) throw new Error(`${id} has no place`)
      const title = copy.props.kind === 'note' ? 'text' : 'title'
      return { id: id as CardId, kind: copy.props.kind, place: landing.place, fields: { [title]: id } }
    })
    expect(createCards(journey.target, cards)).toHaveLength(3)
    expect(journey.cell('One', 'touchpoints')).toEqual(['A', 'a2', 'B', 'C', 'c2'])
    expect(journey.cell('Two', 'gains')).toEqual(['H', 'h2'])
  })

  it('of cards on the canvas keep their distances and cover none of them', () => {
    const { view, copyOf } = drawn()
    const copies = [copyOf('P'), copyOf('Q')]
    const places = copies.map((copy) => landCopies(view, copies).get(copy)?.place)
    const [p, q] = places
    if (!p || !q || isCellPlace(p) || isCellPlace(q)) throw new Error('not on the canvas')
    expect(q.x - p.x).toBe(200)
    expect(p.x).toBeGreaterThan(5200 + 100)
    expect([p.y, q.y]).toEqual([10, 10])
  })

  it('are only those that lie on a card of their kind', () => {
    const { view, copyOf } = drawn()
    const beside = { ...copyOf('A'), x: copyOf('A').x + 4 }
    const other = copyOf('A')
    const ofOtherKind = { ...other, props: { ...other.props, kind: 'note' as const } }
    expect(landCopies(view, [beside, ofOtherKind]).size).toBe(0)
  })
})
