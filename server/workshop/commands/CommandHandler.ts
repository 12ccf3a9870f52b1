// What every command has: who may run it, what it is given, what it answers. One command, one entry in a table.
import type { Command, CommandAnswer, CommandType } from '../../../shared/protocol/api.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import type { Board } from '../../../shared/journey/Board.ts'
import type { Workshop } from '../Workshop.ts'
import type { ParticipantRecord } from '../workshopRecords.ts'

export interface CommandContext {
  readonly workshop: Workshop
  readonly actor: ParticipantRecord
  readonly nowMs: number
  /** Address of a link from its key. */
  readonly linkUrl: (key: string) => string
  /** The board as it is; read when asked for. */
  readonly readBoard: () => Board
  /** Not null: the board has no room for all hidden notes. */
  readonly shortOfRoom: () => { readonly room: number; readonly notes: number } | null
  /** Puts hidden notes of private phases on the board; answers how many, and the name of the change. */
  readonly reveal: () => { readonly revealed: number; readonly changeId: string }
  /** Takes a reveal back; false if there is none of that name. */
  readonly undoReveal: (changeId: string | null) => boolean
  /** Takes an import back. */
  readonly undoImport: (changeId: string) => CommandResult
}

export type CommandFailure = {
  readonly ok: false
  readonly status: 403 | 404 | 409 | 422
  readonly code: string
  readonly message: string
}
export type CommandResult = { readonly ok: true; readonly answer: Omit<CommandAnswer, 'version'> } | CommandFailure

export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>

export interface CommandHandler<C extends Command> {
  readonly roles: readonly Role[]
  readonly run: (context: CommandContext, command: C) => CommandResult
}
export type HandlersOf<Type extends CommandType> = { readonly [T in Type]: CommandHandler<CommandOf<T>> }

export const done: CommandResult = { ok: true, answer: {} }
export const fail = (status: CommandFailure['status'], code: string, message: string): CommandFailure => ({
  ok: false,
  status,
  code,
  message,
})
/** What a vote does not go together with. */
export const roundOpen = fail(409, 'roundOpen', 'A vote is open. End it first.')
/** A workshop that takes no votes and no ballots any more. */
export const workshopClosed = fail(409, 'closed', 'This workshop is closed.')
export const facilitatorOnly: readonly Role[] = ['facilitator']
export const everybodyHere: readonly Role[] = ['facilitator', 'participant']
