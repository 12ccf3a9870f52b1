// What participants may do in a phase, as a person chooses it: one choice per kind of card and per type of note, and a
// few for the rest. Pure; to and from the rights of the agenda, and in one line for reading.
import { cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { type CardSort, cardSorts, sortPlural, withinSentence } from '../../../shared/journey/cards/cardSorts.ts'
import { noteTypes, type Phase, type PhaseRights } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'

const words = agendaWords.rights

/** A private phase is for notes: other cards are made together. */
export const noteSorts = cardSorts.filter((sort) => sort.startsWith('note:'))

export const rightNames = ['editOthers', 'structure', 'emotion', 'draw', 'vote'] as const

export function chosenCards({ add, noteTypes: types }: PhaseRights): ReadonlySet<CardSort> {
  const chosen = cardSorts.filter((choice) => {
    const type = noteTypes.find((one) => choice === `note:${one}`)
    if (type === undefined) return add === 'all' || add.some((kind) => kind === choice)
    return (add === 'all' || add.includes('note')) && (types === null || types.includes(type))
  })
  return new Set(chosen)
}

export function chooseCards(rights: PhaseRights, chosen: ReadonlySet<CardSort>): PhaseRights {
  if (cardSorts.every((choice) => chosen.has(choice))) return { ...rights, add: 'all', noteTypes: null }
  const types = noteTypes.filter((type) => chosen.has(`note:${type}`))
  const kinds = cardKindNames.filter((kind) => (kind === 'note' ? types.length > 0 : chosen.has(kind)))
  const isEveryType = types.length === noteTypes.length
  return { ...rights, add: kinds, noteTypes: isEveryType || types.length === 0 ? null : types }
}

/** Private writing on or off. Notes only then; of those that were chosen, or all of them if none was. */
export function withPrivacy(phase: Phase, isPrivate: boolean): Phase {
  if (!isPrivate) return { ...phase, private: false }
  const chosen = chosenCards(phase.rights)
  const kept = noteSorts.filter((choice) => chosen.has(choice))
  const rights = chooseCards(phase.rights, new Set(kept.length > 0 ? kept : noteSorts))
  return { ...phase, private: true, rights }
}

/** "Add touchpoints and pains, vote" in one line. */
export function rightsLine({ rights, private: isPrivate }: Phase): string {
  const chosen = [...chosenCards(rights)]
  const others = rightNames.filter((name) => rights[name]).map((name) => words.short[name])
  const parts = [...(chosen.length > 0 ? [addLine(chosen, isPrivate)] : []), ...others]
  const line = parts.join(', ')
  return line === '' ? words.watch : line.charAt(0).toUpperCase() + line.slice(1)
}

/** Longer lists are a number: nobody reads nine kinds in a row. */
const LISTED_LABELS = 4

function addLine(chosen: readonly CardSort[], isPrivate: boolean): string {
  const hasAllNotes = noteSorts.every((choice) => chosen.includes(choice))
  const listed = hasAllNotes ? chosen.filter((choice) => !noteSorts.includes(choice)) : chosen
  const labels = [
    ...(hasAllNotes ? [words.allNotes] : []),
    ...listed.map((choice) => withinSentence(sortPlural(choice))),
  ]
  const few = labels.length > LISTED_LABELS ? words.someKinds(labels.length) : labels.join(', ')
  const what = chosen.length === cardSorts.length ? words.allCards : few
  return isPrivate ? words.writeAlone(what) : words.add(what)
}
