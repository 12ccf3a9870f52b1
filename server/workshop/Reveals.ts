// What the server keeps about hidden notes: in which phase each was written, which were revealed, and whose they were.
// Of that, only what the phase promised leaves the server. The notes themselves are in the drafts documents.
import { z } from 'zod/mini'
import { type RevealMode, revealModeSchema } from '../../shared/workshop/agenda.ts'
import type { Activity, Origins } from '../../shared/workshop/workshopActivity.ts'
import type { Note } from './Facilitation.ts'
import { HiddenCounts, type HiddenNote } from './HiddenCounts.ts'

const revealedSchema = z.object({
  author: z.string(),
  draftId: z.string(),
  /** Whether people are told who wrote it. */
  named: z.boolean(),
  late: z.boolean(),
  /** The reveal it came with; what `change.undo` takes back. */
  changeId: z.string(),
})
export type RevealedNote = Readonly<z.infer<typeof revealedSchema>>

/** Which private phase a draft counts for; `mode`: what is told of its author, where that is less than the phase promised. */
const writtenSchema = z.union([z.string(), z.object({ phase: z.string(), mode: revealModeSchema })])
/** By draft's card id. */
const draftingSchema = z.record(z.string(), writtenSchema)
type Written = z.infer<typeof writtenSchema>

/** Drafts of one person, deleted ones included; far above what a limit lets them have at once. */
const MAX_REMEMBERED = 2_000

export class Reveals {
  private readonly note: Note
  private readonly revealed = new Map<string, RevealedNote>()
  private readonly byDraft = new Map<string, Map<string, string>>()
  private readonly phases = new Map<string, Readonly<Record<string, Written>>>()
  private readonly hidden = new HiddenCounts()
  /** Rises with every change. */
  revision = 0
  /** Rises when `origins` changes. */
  originsRevision = 0

  constructor(note: Note) {
    this.note = note
  }

  /** Takes a record from disk: `revealed.<cardId>` or `drafting.<participantId>`. False: cannot be read. */
  read(key: string, value: unknown): boolean {
    const [kind, id = ''] = key.split('.')
    if (kind === 'drafting') {
      const drafting = draftingSchema.safeParse(value)
      if (drafting.success) this.phases.set(id, drafting.data)
      return drafting.success
    }
    const note = revealedSchema.safeParse(value)
    if (note.success) this.keep(id, note.data)
    return note.success
  }

  authorOf(cardId: string): string | null {
    return this.revealed.get(cardId)?.author ?? null
  }

  /** A person's revealed drafts: draft id → card id on the board. */
  revealedOf(participantId: string): Record<string, string> {
    return Object.fromEntries(this.byDraft.get(participantId) ?? [])
  }

  cardOfDraft(participantId: string, draftId: string): string | null {
    return this.byDraft.get(participantId)?.get(draftId) ?? null
  }

  put(cardId: string, note: RevealedNote): void {
    this.keep(cardId, note)
    this.note(`revealed.${cardId}`, note)
  }

  /** Name of the last reveal that was not taken back; of notes of this phase, if one is named. Names rise with time. */
  lastChangeId(phaseId: string | null = null): string | null {
    const isAsked = ({ author, draftId }: RevealedNote) => phaseId === null || this.phaseOf(author, draftId) === phaseId
    return [...this.revealed.values()].reduce<string | null>(
      (last, note) => (isAsked(note) && (last === null || note.changeId > last) ? note.changeId : last),
      null,
    )
  }

  /** Takes a reveal back, as far as `isWanted`; answers what was taken. */
  takeBack(
    changeId: string,
    isWanted: (cardId: string, author: string, draftId: string) => boolean,
  ): { readonly cardId: string; readonly author: string; readonly draftId: string }[] {
    const taken = [...this.revealed].filter(
      ([cardId, note]) => note.changeId === changeId && isWanted(cardId, note.author, note.draftId),
    )
    for (const [cardId, note] of taken) {
      this.revealed.delete(cardId)
      this.byDraft.get(note.author)?.delete(note.draftId)
      this.note(`revealed.${cardId}`, null)
    }
    this.revision++
    this.originsRevision++
    return taken.map(([cardId, { author, draftId }]) => ({ cardId, author, draftId }))
  }

  /** The private phase a draft was written in; null: it was not seen yet. */
  phaseOf(participantId: string, draftId: string): string | null {
    const written = this.written(participantId, draftId)
    return typeof written === 'object' ? (written?.phase ?? null) : written
  }

  /** What may be told of its author, where that is less than its phase promised; null: what that promised. */
  modeOf(participantId: string, draftId: string): RevealMode | null {
    const written = this.written(participantId, draftId)
    return typeof written === 'object' ? (written?.mode ?? null) : null
  }

  /**
   * Remembers the phase of drafts seen for the first time. `mode`: tells no more than that of their author. `exists`:
   * those that do not are forgotten when there are too many; until then a deletion that is undone changes nothing.
   */
  notePhase(
    participantId: string,
    draftIds: readonly string[],
    { phaseId, mode, exists }: { phaseId: string; mode: RevealMode | null; exists: (draftId: string) => boolean },
  ): void {
    const before = this.phases.get(participantId) ?? {}
    const fresh = draftIds.filter((draftId) => !Object.hasOwn(before, draftId))
    if (fresh.length === 0) return
    const isLong = Object.keys(before).length + fresh.length > MAX_REMEMBERED
    const isKept = ([id]: [string, Written]) => exists(id) || this.cardOfDraft(participantId, id) !== null
    const known = isLong ? Object.fromEntries(Object.entries(before).filter(isKept)) : before
    const written: Written = mode === null ? phaseId : { phase: phaseId, mode }
    const phases = { ...known, ...Object.fromEntries(fresh.map((draftId) => [draftId, written])) }
    this.phases.set(participantId, phases)
    this.note(`drafting.${participantId}`, phases)
  }

  /** Called by whoever reads the drafts documents, for each note that changed; null: it is not hidden (any more). */
  setHidden(participantId: string, draftId: string, note: HiddenNote | null): void {
    if (this.hidden.set(participantId, draftId, note)) this.revision++
  }

  hasHidden(): boolean {
    return this.hidden.counts() !== null
  }

  draftCounts(): Activity['drafts'] {
    return this.hidden.counts()
  }

  /** Of revealed notes, what the phase promised to tell. Anonymous ones are not in it at all. */
  origins(): Origins {
    const told = [...this.revealed].filter(([, { named, late }]) => named || late)
    return Object.fromEntries(
      told.map(([cardId, { author, named, late }]) => [cardId, { by: named ? author : null, late }]),
    )
  }

  private written(participantId: string, draftId: string): Written | null {
    const drafts = this.phases.get(participantId) ?? {}
    return Object.hasOwn(drafts, draftId) ? (drafts[draftId] ?? null) : null
  }

  private keep(cardId: string, note: RevealedNote): void {
    this.revision++
    this.originsRevision++
    this.revealed.set(cardId, note)
    const own = this.byDraft.get(note.author)
    if (own) own.set(note.draftId, cardId)
    else this.byDraft.set(note.author, new Map([[note.draftId, cardId]]))
  }
}
