// What lies in everybody's drafts and not on the board: which notes of whom, since which phase, and what may be told of
// their authors. Reads the documents of the drafts and changes none.
import type * as Y from 'yjs'
import { type Card, isCellPlace } from '../../shared/journey/Board.ts'
import { privatePhase, type RevealMode, revealModes } from '../../shared/workshop/agenda.ts'
import type { Clock } from '../rooms/Clock.ts'
import type { NoteToReveal } from './addRevealedNotes.ts'
import { DraftNotes } from './DraftNotes.ts'
import { GRACE_MS } from './Facilitation.ts'
import { type LateKind, lateKindOf } from './LateNotes.ts'
import { shuffle } from './shuffle.ts'
import type { Workshop } from './Workshop.ts'

export type WantedNote = (phaseId: string, mode: RevealMode) => boolean

export class HiddenNotes {
  private readonly workshop: Workshop
  private readonly clock: Clock
  private readonly notes = new Map<string, DraftNotes>()

  constructor(workshop: Workshop, clock: Clock) {
    this.workshop = workshop
    this.clock = clock
  }

  add(author: string, doc: Y.Doc): DraftNotes {
    const notes = new DraftNotes(doc)
    this.notes.set(author, notes)
    return notes
  }

  authors(): Iterable<string> {
    return this.notes.keys()
  }

  /** As it is written now, hidden or not. */
  draft(author: string, draftId: string): Card | undefined {
    return this.notes.get(author)?.cards.get(draftId)
  }

  /** Somebody's drafts changed. Returns those that hold words, by id: costs what changed, not who else writes. */
  take(author: string, notes: DraftNotes, isReturn: boolean): string[] {
    const { facilitation, reveals } = this.workshop
    const changed = [...notes.takeChanged()]
    const written = changed.filter((draftId) => notes.cards.has(draftId))
    const { agenda, lastPrivateId } = facilitation.state
    const phaseId = privatePhase(agenda)?.id ?? lastPrivateId
    if (phaseId !== null) {
      const mode = isReturn || this.isUnderWay() ? this.leastPromised() : null
      const exists = (draftId: string): boolean => notes.cards.has(draftId)
      reveals.notePhase(author, written, { phaseId, mode, exists })
    }
    for (const draftId of changed) this.note(author, draftId)
    return written
  }

  /** All of one author's: what was revealed, or taken back, is not known by its drafts. */
  readAll(author: string): void {
    for (const draftId of this.notes.get(author)?.cards.keys() ?? []) this.note(author, draftId)
  }

  /** In random order, so that nothing in it leads from a note to its writer. */
  toReveal(isWanted: WantedNote, isLate: boolean): NoteToReveal[] {
    const { reveals } = this.workshop
    const notes = [...this.authors()].flatMap((author) =>
      this.hiddenOf(author).flatMap(([draftId, card]) => {
        const phaseId = reveals.phaseOf(author, draftId) ?? ''
        const mode = this.modeOf(author, draftId)
        if (!isWanted(phaseId, mode)) return []
        return [{ author, draftId, card, phaseId, mode, isLate: isLate && mode !== 'anonymous' }]
      }),
    )
    return shuffle(notes)
  }

  /** Of one author's notes that are hidden although their phase was revealed. */
  lateKindsOf(author: string): ReadonlySet<LateKind> {
    const { facilitation, reveals } = this.workshop
    const { revealedPhaseIds } = facilitation.state.agenda
    const late = this.hiddenOf(author).filter(([draftId]) =>
      revealedPhaseIds.includes(reveals.phaseOf(author, draftId) ?? ''),
    )
    return new Set(late.map(([draftId]) => lateKindOf(this.modeOf(author, draftId))))
  }

  private hiddenOf(author: string): [draftId: string, card: Card][] {
    const cards = [...(this.notes.get(author)?.cards ?? [])]
    return cards.filter(([draftId]) => this.workshop.reveals.cardOfDraft(author, draftId) === null)
  }

  private note(author: string, draftId: string): void {
    const { facilitation, reveals } = this.workshop
    const card = this.draft(author, draftId)
    if (!card || reveals.cardOfDraft(author, draftId) !== null) return reveals.setHidden(author, draftId, null)
    const { place } = card
    reveals.setHidden(author, draftId, {
      cell: isCellPlace(place) ? { stageId: place.stageId, laneId: place.laneId } : null,
      hasPlaceholder: facilitation.state.promises[reveals.phaseOf(author, draftId) ?? '']?.placeholders ?? false,
    })
  }

  /** A moment after a phase began, what comes may have been written in the one before. */
  private isUnderWay(): boolean {
    const { phaseStartedAtMs } = this.workshop.facilitation.state.agenda
    return phaseStartedAtMs !== null && this.clock.nowMs() - phaseStartedAtMs < GRACE_MS
  }

  /** Nobody knows in which private phase it was written: of its author is told what every one of them promised. */
  private leastPromised(): RevealMode {
    const promised = new Set(Object.values(this.workshop.facilitation.state.promises).map(({ reveal }) => reveal))
    return revealModes.findLast((mode) => promised.has(mode)) ?? 'anonymous'
  }

  /** What is told of the author of a hidden note. */
  private modeOf(author: string, draftId: string): RevealMode {
    const { facilitation, reveals } = this.workshop
    // A phase nobody knows any more promised nothing: the safest of the three.
    const promised = facilitation.state.promises[reveals.phaseOf(author, draftId) ?? '']?.reveal
    return reveals.modeOf(author, draftId) ?? promised ?? 'anonymous'
  }
}
