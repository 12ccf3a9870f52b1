// Cards that the phase is not about go quiet, and stay readable.
import { useCallback } from 'react'
import { cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { noteTypes } from '../../../shared/workshop/agenda.ts'
import { type PhaseSubject, phaseSubject } from '../../../shared/workshop/phaseSubject.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { useStyleRules } from '../useStyleRules.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export function QuietCards() {
  const { connection } = useBoardSession()
  useStyleRules(
    'quiet cards',
    useCallback(() => quietCardRules(phaseSubject(connection.workshop.get())), [connection]),
  )
  return null
}

/** Border in the colour of lines, no paper, no shadow, words in the quietest ink that is still read (4.5:1). */
const quiet = 'background: transparent; border-color: var(--line); box-shadow: none; color: var(--ink-3);'

/** '' if nothing is quiet. Weaker than the rules for hovered cards and for the far view. */
export function quietCardRules(subject: PhaseSubject): string {
  const cards = quietCards(subject)
  if (cards === '') return ''
  return [
    `${cards} { ${quiet} }`,
    `${cards} > :is(.board-card__icon, .board-card__foot) { color: var(--ink-3); }`,
    `${cards} > .board-card__mark { opacity: 0.55; }`,
  ].join('\n')
}

/**
 * A selector; '' for nothing. Only within shapes: a card drawn large while it is read or written in keeps its look, and
 * so does one whose place is gone.
 */
function quietCards(subject: PhaseSubject): string {
  const card = '.board-card:not(:where(.board-card--homeless))'
  switch (subject.is) {
    case 'everything':
      return ''
    case 'cards': {
      const shapes = subject.cardIds.map((id) => `[data-shape-id=${JSON.stringify(shapeIdOf(id))}]`)
      return `.tl-shape${shapes.length === 0 ? '' : `:not(:where(${shapes.join(',')}))`} ${card}`
    }
    case 'kinds': {
      const { kinds, noteTypes: types } = subject
      const names: string[] = cardKindNames.filter((kind) => !kinds.includes(kind))
      if (kinds.includes('note') && types) names.push(...noteTypes.filter((type) => !types.includes(type)))
      return names.length === 0
        ? ''
        : `.tl-shape ${card}:where(${names.map((name) => `.board-card--${name}`).join(',')})`
    }
  }
}
