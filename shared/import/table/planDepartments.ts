// Departments as a table spells them → as the workshop does; those it does not know yet get a mark of their own.
import { departmentField } from '../rowWords.ts'
import type { PlannedCard } from './planCards.ts'

interface PlannedDepartments {
  readonly cards: readonly PlannedCard[]
  /** Not on the workshop's list, in the order of the rows. */
  readonly newDepartments: readonly string[]
}

/** "benefits" is "Benefits" of the list, and of the first row that says so. */
export function planDepartments(cards: readonly PlannedCard[], listed: readonly string[]): PlannedDepartments {
  const spelled = new Map(listed.map((name) => [name.toLowerCase(), name]))
  const newDepartments: string[] = []
  const spell = (words: string): string => {
    const known = spelled.get(words.toLowerCase())
    if (known !== undefined) return known
    spelled.set(words.toLowerCase(), words)
    newDepartments.push(words)
    return words
  }
  return {
    cards: cards.map((card) => {
      const name = departmentField(card.kind)?.name
      const words = name === undefined ? undefined : card.fields[name]
      if (name === undefined || typeof words !== 'string' || words === '') return card
      return { ...card, fields: { ...card.fields, [name]: spell(words) } }
    }),
    newDepartments,
  }
}
