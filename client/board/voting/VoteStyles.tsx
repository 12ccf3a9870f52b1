// Candidates with own dots are outlined. What is not voted on goes quiet like everything outside a phase
// (rights/QuietCards.tsx).
import { useCallback } from 'react'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { useStyleRules } from '../useStyleRules.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export function VoteStyles() {
  const { voting } = useBoardSession()
  useStyleRules(
    'cards with own dots',
    useCallback(() => votedRules(Object.keys(voting.ballot.allocation.get())), [voting]),
  )
  return null
}

const outlined = `outline: 2px solid var(--primary); outline-offset: -1px;`

/** Style rules for cards that have own dots; '' for none. */
export function votedRules(cardIds: readonly string[]): string {
  return cardIds.length === 0 ? '' : `${shapesOf(cardIds.toSorted())} .board-card { ${outlined} }`
}

function shapesOf(ids: readonly string[]): string {
  return `:is(${ids.map((id) => `[data-shape-id=${JSON.stringify(shapeIdOf(id))}]`).join(',')})`
}
