// The one door through which new cards come, whatever made them: a key, a tool, a cell's "+", pasted rows, copies.
import { type CardKind, cardKindNames, type NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import type { NewCard } from '../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { noteTypes } from '../../../shared/workshop/agenda.ts'
import { type AnyCard, noteTypeOf } from '../../../shared/workshop/boardRule.ts'
import { showToast } from '../../ui/toasts.ts'
import type { CardTaker } from '../../connection/BoardRules.ts'
import type { BoardSession } from '../BoardSession.ts'

/** Where a new card like this goes now; null: nowhere, the phase, a freeze or the role forbids it. Reactive. */
export function whoTakesNewCards(session: Pick<BoardSession, 'rules'>, card: AnyCard): CardTaker | null {
  return session.rules.takerOf(card)
}

/** The types of note that may be added now, in their order. Reactive. */
export function addableNoteTypes(session: Pick<BoardSession, 'rules'>): NoteType[] {
  return noteTypes.filter((type) => whoTakesNewCards(session, { kind: 'note', fields: { type } }) !== null)
}

/** Whether cards of this kind may be added now; of notes, any type. Reactive. */
export function mayAddKind(session: Pick<BoardSession, 'rules'>, kind: CardKind): boolean {
  if (kind === 'note') return addableNoteTypes(session).length > 0
  return whoTakesNewCards(session, { kind, fields: {} }) !== null
}

export function mayAddAny(session: Pick<BoardSession, 'rules'>): boolean {
  return cardKindNames.some((kind) => mayAddKind(session, kind))
}

/** Adds those that are taken now, as one step of undo; says why if some are not. Returns the ids of the added ones. */
export function addCards(session: BoardSession, cards: readonly NewCard[]): readonly CardId[] {
  const taken = cards.filter((card) => whoTakesNewCards(session, asCard(card)) !== null)
  const left = cards.find((card) => !taken.includes(card))
  if (left) sayWhyNotAdded(session, asCard(left))
  return taken.length === 0 ? [] : session.undo.step(() => session.cards.create(taken))
}

/** Where it was tried. Nothing to say to who only looks on. */
export function sayWhyNotAdded({ rules }: Pick<BoardSession, 'rules'>, card: AnyCard): void {
  const why = rules.whyNot({ does: 'add', kind: card.kind })
  if (why !== null) showToast(why, { tone: 'warn' })
}

function asCard({ kind, fields = {} }: NewCard): AnyCard {
  return { kind, fields: kind === 'note' ? { type: noteTypeOf({ kind, fields }) } : fields }
}
