// How the workshop is run at the moment: agenda, timer, locks, spotlight, hands, who is done. Plain memory of one
// workshop, kept as one record; decides nothing by itself (see commands/). No clock, no network.
import { z } from 'zod/mini'
import { agendaSchema, noAgenda, revealModeSchema, rightsNow } from '../../shared/workshop/agenda.ts'
import type { HeldRights } from '../../shared/workshop/boardRule.ts'
import { timerOff, timerSchema } from '../../shared/workshop/timer.ts'
import { spotlightSchema } from '../../shared/workshop/workshopActivity.ts'

/** Edits already under way when rights change are still taken for so long. */
export const GRACE_MS = 5_000
export const FACILITATION_KEY = 'facilitation'

const facilitationSchema = z.object({
  agenda: agendaSchema,
  timer: timerSchema,
  frozen: z.boolean(),
  /** Left out in records of earlier versions. */
  frozenBy: z.nullish(z.string()),
  locks: z.record(z.string(), z.string()),
  spotlight: z.nullable(spotlightSchema),
  hands: z.array(z.string()),
  /** Who said "I'm done" in this phase or round. Only counts of it leave the server. */
  done: z.array(z.string()),
  /** What private phases said when they began; does not change any more. */
  promises: z.record(z.string(), z.object({ reveal: revealModeSchema, placeholders: z.boolean() })),
  /** The private phase that was on last: notes that come after it count as its. */
  lastPrivateId: z.nullable(z.string()),
})
export type FacilitationState = Readonly<z.infer<typeof facilitationSchema>>

/** Keeps a record for the disk; null removes it. */
export type Note = (key: string, value: unknown) => void

export class Facilitation {
  private readonly note: Note
  private current: FacilitationState = {
    agenda: noAgenda,
    timer: timerOff,
    frozen: false,
    frozenBy: null,
    locks: {},
    spotlight: null,
    hands: [],
    done: [],
    promises: {},
    lastPrivateId: null,
  }
  /** Rises with every change. */
  revision = 0
  private grace: readonly HeldRights[] = []
  private changedOwn = new Set<string>()
  private mapped: { readonly locks: FacilitationState['locks'] | null; readonly map: ReadonlyMap<string, string> } = {
    locks: null,
    map: new Map(),
  }

  constructor(note: Note) {
    this.note = note
  }

  get state(): FacilitationState {
    return this.current
  }

  /** False: the record cannot be read. */
  read(value: unknown): boolean {
    const parsed = facilitationSchema.safeParse(value)
    if (parsed.success) this.current = parsed.data
    return parsed.success
  }

  change(fields: Partial<FacilitationState>): void {
    this.revision++
    this.current = { ...this.current, ...fields }
    this.note(FACILITATION_KEY, this.current)
  }

  rights(structureLocked: boolean): HeldRights {
    const { agenda, frozen, locks } = this.current
    return {
      structureLocked,
      frozen,
      locks: this.lockMap(locks),
      phase: rightsNow(agenda),
    }
  }

  /** Made once per change of the locks: the gate asks for every message. */
  private lockMap(locks: FacilitationState['locks']): ReadonlyMap<string, string> {
    if (this.mapped.locks !== locks) this.mapped = { locks, map: new Map(Object.entries(locks)) }
    return this.mapped.map
  }

  /** Rights of a moment ago that still count for edits already under way. */
  get graceRights(): readonly HeldRights[] {
    return this.grace
  }

  /** Returns the way to end this grace. */
  beginGrace(before: HeldRights): () => void {
    this.grace = [...this.grace, before]
    return () => {
      this.grace = this.grace.filter((held) => held !== before)
    }
  }

  setDone(participantId: string, done: boolean): void {
    if (this.current.done.includes(participantId) === done) return
    const others = this.current.done.filter((id) => id !== participantId)
    this.change({ done: done ? [...others, participantId] : others })
    this.changedOwn.add(participantId)
  }

  clearDone(): void {
    if (this.current.done.length === 0) return
    for (const id of this.current.done) this.changedOwn.add(id)
    this.change({ done: [] })
  }

  isDone(participantId: string): boolean {
    return this.current.done.includes(participantId)
  }

  /** Something of this person's own state changed; they are told at the next tick. */
  noteOwn(participantId: string): void {
    this.changedOwn.add(participantId)
  }

  takeOwnChanges(): string[] {
    if (this.changedOwn.size === 0) return []
    const changed = [...this.changedOwn]
    this.changedOwn = new Set()
    return changed
  }
}
