// Candidates with own dots are outlined. One style sheet for all, so that none of up to 3,000 mounted cards subscribes to
// anything or is drawn again. What is not voted on goes quiet like everything outside a phase (rights/QuietCards.tsx).
import { react } from '@tldraw/state'
import { useEffect } from 'react'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export function VoteStyles() {
  const { voting } = useBoardSession()
  useEffect(() => {
    const voted = new CSSStyleSheet()
    document.adoptedStyleSheets.push(voted)
    let written = ''
    const stop = react('cards with own dots', () => {
      const rules = votedRules(Object.keys(voting.ballot.allocation.get()))
      if (rules === written) return
      written = rules
      voted.replaceSync(rules)
    })
    return () => {
      stop()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== voted)
    }
  }, [voting])
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
