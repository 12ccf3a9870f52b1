// When hidden notes of phases that were revealed already come onto the board: their writers were away. Keeps who has
// some, and the timers; which notes those are is HiddenNotes' to say.
import type { RevealMode } from '../../shared/workshop/agenda.ts'
import type { Cancel, Clock } from '../rooms/Clock.ts'

/** Notes of somebody who was away come onto the board this long after they came. */
const LATE_MS = 1_000
/** Anonymous ones wait for company: alone, whoever came back just now would be their writer. */
const LATE_ANONYMOUS_MS = 120_000
const ENOUGH_AUTHORS = 3

const lateKinds = ['told', 'anonymous'] as const
/** Whether the phase promised to tell anything of its authors. */
export type LateKind = (typeof lateKinds)[number]
export const lateKindOf = (mode: RevealMode): LateKind => (mode === 'anonymous' ? 'anonymous' : 'told')

export interface LateNotesParts {
  readonly clock: Clock
  /** Of one author's notes that are hidden although their phase was revealed. */
  readonly kindsOf: (participantId: string) => ReadonlySet<LateKind>
  readonly authors: () => Iterable<string>
  readonly onDue: (kind: LateKind) => void
}

export class LateNotes {
  private readonly parts: LateNotesParts
  private readonly timers = new Map<LateKind, Cancel>()
  /** Whoever has late notes, as of `revealedPhaseIds`: a change of those, and only that, can make anybody's late. */
  private readonly waiting: Readonly<Record<LateKind, Set<string>>> = { told: new Set(), anonymous: new Set() }
  private revealedPhaseIds: readonly string[] | null = null

  constructor(parts: LateNotesParts) {
    this.parts = parts
  }

  /** Somebody's hidden notes changed: looks at those of one author, unless the phases changed too. */
  note(participantId: string, revealedPhaseIds: readonly string[]): void {
    const isAsBefore = this.revealedPhaseIds === revealedPhaseIds
    this.revealedPhaseIds = revealedPhaseIds
    for (const author of isAsBefore ? [participantId] : this.parts.authors()) {
      const kinds = this.parts.kindsOf(author)
      for (const kind of lateKinds) {
        if (kinds.has(kind)) this.waiting[kind].add(author)
        else this.waiting[kind].delete(author)
      }
    }
  }

  /** Sees to it that all that wait come in time. */
  schedule(): void {
    for (const kind of lateKinds) {
      const { size } = this.waiting[kind]
      const isCompany = size >= ENOUGH_AUTHORS
      if (size === 0 || (this.timers.has(kind) && !isCompany)) continue
      this.timers.get(kind)?.()
      const waitMs = kind === 'anonymous' && !isCompany ? LATE_ANONYMOUS_MS : LATE_MS
      const due = (): void => {
        this.timers.delete(kind)
        this.parts.onDue(kind)
      }
      this.timers.set(kind, this.parts.clock.after(waitMs, due))
    }
  }

  stop(): void {
    for (const cancel of this.timers.values()) cancel()
    this.timers.clear()
  }
}
