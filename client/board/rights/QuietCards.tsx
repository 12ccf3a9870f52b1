// Cards that the phase is not about go quiet, and stay readable. One style rule for all of them, as for cards that are not
// saved yet: none of up to 3,000 mounted cards subscribes to anything or is drawn again.
import { react } from '@tldraw/state'
import { useEffect } from 'react'
import { cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { noteTypes } from '../../../shared/workshop/agenda.ts'
import { type PhaseSubject, phaseSubject } from '../../../shared/workshop/phaseSubject.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export function QuietCards() {
  const { connection } = useBoardSession()
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
    let written = ''
    const stop = react('quiet cards', () => {
      // The state is pushed whole; the browser only hears of it when the rule is another one.
      const rules = quietCardRules(phaseSubject(connection.workshop.get()))
      if (rules === written) return
      written = rules
      sheet.replaceSync(rules)
    })
    return () => {
      stop()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [connection])
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
