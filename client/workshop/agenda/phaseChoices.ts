// What participants may do in a phase, as a person chooses it: one choice per kind of card and per type of note, and a
// few for the rest. Pure; to and from the rights of the agenda, and in one line for reading.
import { cardDefinition, type CardKind, cardKindNames, type NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import { noteTypes, type Phase, type PhaseRights } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'

const words = agendaWords.rights

/** A kind of card, or a type of note. */
export type CardChoice = Exclude<CardKind, 'note'> | `note:${NoteType}`
export const cardChoices: readonly CardChoice[] = cardKindNames.flatMap((kind): CardChoice[] =>
  kind === 'note' ? noteTypes.map((type) => `note:${type}` as const) : [kind],
)
/** A private phase is for notes: other cards are made together. */
export const noteChoices = cardChoices.filter((choice) => choice.startsWith('note:'))

export const rightNames = ['editOthers', 'structure', 'emotion', 'draw', 'vote'] as const

export function chosenCards({ add, noteTypes: types }: PhaseRights): ReadonlySet<CardChoice> {
  const chosen = cardChoices.filter((choice) => {
    const type = noteTypes.find((one) => choice === `note:${one}`)
    if (type === undefined) return add === 'all' || add.some((kind) => kind === choice)
    return (add === 'all' || add.includes('note')) && (types === null || types.includes(type))
  })
  return new Set(chosen)
}

export function chooseCards(rights: PhaseRights, chosen: ReadonlySet<CardChoice>): PhaseRights {
  if (cardChoices.every((choice) => chosen.has(choice))) return { ...rights, add: 'all', noteTypes: null }
  const types = noteTypes.filter((type) => chosen.has(`note:${type}`))
  const kinds = cardKindNames.filter((kind) => (kind === 'note' ? types.length > 0 : chosen.has(kind)))
  const isEveryType = types.length === noteTypes.length
  return { ...rights, add: kinds, noteTypes: isEveryType || types.length === 0 ? null : types }
}

/** Private writing on or off. Notes only then; of those that were chosen, or all of them if none was. */
export function withPrivacy(phase: Phase, isPrivate: boolean): Phase {
  if (!isPrivate) return { ...phase, private: false }
  const chosen = chosenCards(phase.rights)
  const kept = noteChoices.filter((choice) => chosen.has(choice))
  const rights = chooseCards(phase.rights, new Set(kept.length > 0 ? kept : noteChoices))
  return { ...phase, private: true, rights }
}

export function choiceLabel(choice: CardChoice): string {
  const type = noteTypes.find((one) => choice === `note:${one}`)
  return type === undefined ? cardDefinition(choice as CardKind).plural : words.noteTypes[type]
}

/** "Add touchpoints and pains, vote" in one line. */
export function rightsLine({ rights, private: isPrivate }: Phase): string {
  const chosen = [...chosenCards(rights)]
  const others = rightNames.filter((name) => rights[name]).map((name) => words.short[name])
  const parts = [...(chosen.length > 0 ? [addLine(chosen, isPrivate)] : []), ...others]
  const line = parts.join(', ')
  return line === '' ? words.watch : line.charAt(0).toUpperCase() + line.slice(1)
}

/** "Pains" becomes "pains", "KPIs" stays. */
function withinSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.toLowerCase()
}

/** Longer lists are a number: nobody reads nine kinds in a row. */
const LISTED_LABELS = 4

function addLine(chosen: readonly CardChoice[], isPrivate: boolean): string {
  const hasAllNotes = noteChoices.every((choice) => chosen.includes(choice))
  const listed = hasAllNotes ? chosen.filter((choice) => !noteChoices.includes(choice)) : chosen
  const labels = [
    ...(hasAllNotes ? [words.allNotes] : []),
    ...listed.map((choice) => withinSentence(choiceLabel(choice))),
  ]
  const few = labels.length > LISTED_LABELS ? words.someKinds(labels.length) : labels.join(', ')
  const what = chosen.length === cardChoices.length ? words.allCards : few
  return isPrivate ? words.writeAlone(what) : words.add(what)
}
