// What an open round does to cards: candidates with own dots are outlined, all that is not voted on goes quiet. One
// style sheet for all, so that none of up to 3,000 mounted cards subscribes to anything or is drawn again.
import { react } from '@tldraw/state'
import { useEffect } from 'react'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export function VoteStyles({ round }: { round: Round }) {
  const { voting } = useBoardSession()
  const key = round.candidateIds.join(' ')
  useEffect(() => {
    // Apart: the first is long and stays, the second changes with every dot.
    const quiet = new CSSStyleSheet()
    const voted = new CSSStyleSheet()
    document.adoptedStyleSheets.push(quiet, voted)
    quiet.replaceSync(quietRules(key.split(' ')))
    let written = ''
    const stop = react('cards with own dots', () => {
      const rules = votedRules(Object.keys(voting.ballot.allocation.get()))
      if (rules === written) return
      written = rules
      voted.replaceSync(rules)
    })
    return () => {
      stop()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== quiet && sheet !== voted)
    }
  }, [voting, key])
  return null
}

/** Ink, line and no shadow: still readable, 5.7 : 1. */
const quiet = `color: var(--ink-3); background: var(--sheet); border-color: var(--line); box-shadow: none; filter: none;`
const dimmed = `opacity: 0.55;`
const outlined = `outline: 2px solid var(--primary); outline-offset: -1px;`

/** Style rules that quieten every card but these. Ids that are no cards match nothing. */
export function quietRules(candidateIds: readonly string[]): string {
  const others = `.tl-shape[data-shape-type="card"]:not(${shapesOf(candidateIds)}) .board-card`
  const marks = [`${others} .department-mark`, `${others} .board-card__icon`].join(', ')
  return `${others} { ${quiet} } ${marks} { ${dimmed} }`
}

/** Style rules for cards that have own dots; '' for none. */
export function votedRules(cardIds: readonly string[]): string {
  return cardIds.length === 0 ? '' : `${shapesOf(cardIds.toSorted())} .board-card { ${outlined} }`
}

function shapesOf(ids: readonly string[]): string {
  return `:is(${ids.map((id) => `[data-shape-id=${JSON.stringify(shapeIdOf(id))}]`).join(',')})`
}
