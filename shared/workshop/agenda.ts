// The agenda of a workshop: phases in order, what people may do in each, and which one is on. Schemas here, because
// agendas come from outside (a facilitator edits them) and from disk.
import { z } from 'zod/mini'
import { type CardKind, cardKindNames, type NoteType } from '../journey/cards/cardKinds.ts'
import { note } from '../journey/cards/note.ts'

export const MAX_PHASES = 40
export const MAX_PHASE_MINUTES = 600
export const PHASE_NAME_MAX_LENGTH = 40
export const INSTRUCTION_MAX_LENGTH = 200

export const noteTypes: readonly NoteType[] = note.fields.type.options.map(({ value }) => value)

/** What participants may do. Facilitators may always do everything, viewers never anything. */
const phaseRightsSchema = z.object({
  /** Kinds of card that may be added. Own cards may be changed and deleted as long as their kind may be added. */
  add: z.union([z.literal('all'), z.array(z.enum(cardKindNames)).check(z.maxLength(cardKindNames.length))]),
  /** Of notes, only these types; null: all. */
  noteTypes: z.nullable(z.array(z.enum(noteTypes)).check(z.maxLength(noteTypes.length))),
  /** Change, move, group, merge and delete cards of everybody. */
  editOthers: z.boolean(),
  /** Journeys, stages and lanes. */
  structure: z.boolean(),
  /** Everything drawn freely on the canvas. */
  draw: z.boolean(),
  /** Rounds may be opened and ballots cast. */
  vote: z.boolean(),
  /** Set one's own readings of the emotion curve. */
  emotion: z.boolean(),
})
export type PhaseRights = z.infer<typeof phaseRightsSchema>

/** What a revealed note says about its author. */
export const revealModes = ['names', 'departments', 'anonymous'] as const
export const revealModeSchema = z.enum(revealModes)
export type RevealMode = z.infer<typeof revealModeSchema>

export const phaseSchema = z.object({
  /** Letters and digits; stays the same when the agenda is edited. */
  id: z.string().check(z.regex(/^[0-9A-Za-z]{1,32}$/)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(PHASE_NAME_MAX_LENGTH)),
  minutes: z.number().check(z.gte(0), z.lte(MAX_PHASE_MINUTES)),
  /** One line: what to do now. */
  instruction: z.string().check(z.trim(), z.maxLength(INSTRUCTION_MAX_LENGTH)),
  rights: phaseRightsSchema,
  /** Cards are written as drafts that only their author sees, until the reveal. */
  private: z.boolean(),
  /** Counts in private phases. Fixed once the phase has begun. */
  reveal: revealModeSchema,
  /** Private phases: others see a grey block in the cell of each hidden note. Fixed once the phase has begun. */
  placeholders: z.boolean(),
})
export type Phase = z.infer<typeof phaseSchema>

export const agendaSchema = z.object({
  phases: z.array(phaseSchema).check(z.maxLength(MAX_PHASES)),
  /** Place of the phase that is on; null: not started or ended, and everything is allowed. */
  currentIndex: z.nullable(z.number()),
  /** Server's clock. */
  phaseStartedAtMs: z.nullable(z.number()),
  /** Private phases whose notes have been revealed. */
  revealedPhaseIds: z.array(z.string()),
})
export type Agenda = z.infer<typeof agendaSchema>

export const noAgenda: Agenda = { phases: [], currentIndex: null, phaseStartedAtMs: null, revealedPhaseIds: [] }

export const everythingAllowed: PhaseRights = {
  add: 'all',
  noteTypes: null,
  editOthers: true,
  structure: true,
  draw: true,
  vote: true,
  emotion: true,
}

export const nothingAllowed: PhaseRights = {
  add: [],
  noteTypes: null,
  editOthers: false,
  structure: false,
  draw: false,
  vote: false,
  emotion: false,
}

export function currentPhase(agenda: Agenda): Phase | null {
  return agenda.currentIndex === null ? null : (agenda.phases[agenda.currentIndex] ?? null)
}

/** The phase that is on, if notes are written as drafts in it: private and not revealed yet. Else null. */
export function privatePhase(agenda: Agenda): Phase | null {
  const phase = currentPhase(agenda)
  return phase?.private && !agenda.revealedPhaseIds.includes(phase.id) ? phase : null
}

/** What participants may do now, on the board. In a private phase nothing is added there before the reveal: notes are drafts. */
export function rightsNow(agenda: Agenda): PhaseRights {
  const phase = currentPhase(agenda)
  if (!phase) return everythingAllowed
  return privatePhase(agenda) ? { ...phase.rights, add: [] } : phase.rights
}

/** Whether a card may be added under these rights; of any kind at all, if `kind` is null. `noteType` counts for notes only. */
export function mayAdd(rights: PhaseRights, kind: CardKind | null, noteType: NoteType | null): boolean {
  if (kind === null) return rights.add === 'all' || rights.add.length > 0
  if (rights.add !== 'all' && !rights.add.includes(kind)) return false
  return kind !== 'note' || rights.noteTypes === null || noteType === null || rights.noteTypes.includes(noteType)
}
