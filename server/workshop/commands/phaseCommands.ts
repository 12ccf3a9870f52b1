// Agenda, phases and timer.
import { type Agenda, currentPhase, type Phase } from '../../../shared/workshop/agenda.ts'
import {
  goToPhase,
  type Move,
  nextPhase,
  previousPhase,
  setPhases,
  stopPhases,
} from '../../../shared/workshop/phases.ts'
import { extendTimer, pauseTimer, resumeTimer, startTimer, timerOff } from '../../../shared/workshop/timer.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import type { FacilitationState } from '../Facilitation.ts'
import type { Workshop } from '../Workshop.ts'
import { revealAll } from './revealAll.ts'
import {
  type CommandContext,
  type CommandFailure,
  type CommandOf,
  type CommandResult,
  done,
  facilitatorOnly,
  fail,
  type HandlersOf,
  roundOpen,
} from './CommandHandler.ts'

type PhaseCommand =
  | 'agenda.set'
  | 'phase.next'
  | 'phase.back'
  | 'phase.goto'
  | 'phase.stop'
  | 'phase.extend'
  | 'timer.pause'
  | 'timer.resume'

export const phaseCommands: HandlersOf<PhaseCommand> = {
  'agenda.set': { roles: facilitatorOnly, run: setAgenda },
  'phase.next': { roles: facilitatorOnly, run: move },
  'phase.back': { roles: facilitatorOnly, run: move },
  'phase.goto': { roles: facilitatorOnly, run: move },
  'phase.stop': { roles: facilitatorOnly, run: move },
  'phase.extend': { roles: facilitatorOnly, run: extend },
  'timer.pause': {
    roles: facilitatorOnly,
    run: ({ workshop, nowMs }) => changeTimer(workshop, (timer) => pauseTimer(timer, nowMs)),
  },
  'timer.resume': {
    roles: facilitatorOnly,
    run: ({ workshop, nowMs }) => changeTimer(workshop, (timer) => resumeTimer(timer, nowMs)),
  },
}

export type MoveCommand = CommandOf<'phase.next' | 'phase.back' | 'phase.goto' | 'phase.stop'>

export function isMove(command: Command): command is MoveCommand {
  const { type } = command
  return type === 'phase.next' || type === 'phase.back' || type === 'phase.goto' || type === 'phase.stop'
}

/** Where a command would lead, or why it cannot. Changes nothing. */
export function planMove(
  workshop: Workshop,
  command: MoveCommand,
  nowMs: number,
): { readonly ok: true; readonly agenda: Agenda } | CommandFailure {
  const { agenda } = workshop.facilitation.state
  const from = 'from' in command ? command.from : undefined
  const current = currentPhase(agenda)
  if (from !== undefined && from !== (current?.id ?? null))
    return fail(409, 'moved', 'Another facilitator changed the phase a moment ago.')
  const planned = plan(agenda, command, nowMs)
  if (!planned.ok) return fail(planned.code === 'unknownPhase' ? 404 : 409, planned.code, planned.message)
  const to = currentPhase(planned.agenda)
  if (to && !to.rights.vote && workshop.rounds.open()) return roundOpen
  return planned
}

function plan(agenda: Agenda, command: MoveCommand, nowMs: number): Move {
  switch (command.type) {
    case 'phase.next':
      return nextPhase(agenda, nowMs)
    case 'phase.back':
      return previousPhase(agenda, nowMs)
    case 'phase.goto':
      return goToPhase(agenda, command.phaseId, nowMs)
    case 'phase.stop':
      return { ok: true, agenda: stopPhases(agenda) }
  }
}

function move(context: CommandContext, command: MoveCommand): CommandResult {
  const { workshop, nowMs } = context
  const allowed = planMove(workshop, command, nowMs)
  if (!allowed.ok) return allowed
  const { facilitation } = workshop
  const { agenda } = facilitation.state
  // Stopping is going beyond the last phase. Going back keeps the notes hidden.
  const isForward = (allowed.agenda.currentIndex ?? Infinity) > (agenda.currentIndex ?? -1)
  const isWanted = command.type !== 'phase.back' && command.reveal !== false
  // While the phase is still on: who comes back with notes of it later is late.
  const revealed = currentPhase(agenda)?.private && isForward && isWanted ? revealAll(context) : null
  if (revealed && 'ok' in revealed) return revealed
  const planned = planMove(workshop, command, nowMs)
  if (!planned.ok) return planned
  const to = currentPhase(planned.agenda)
  facilitation.change({
    agenda: planned.agenda,
    timer: to ? startTimer(to.minutes, nowMs) : timerOff,
    ...beginPhase(facilitation.state, to),
  })
  facilitation.clearDone()
  workshop.change({})
  return { ok: true, answer: revealed ?? {} }
}

/** What a private phase says when it begins counts from then on. */
function beginPhase({ promises }: FacilitationState, phase: Phase | null): Partial<FacilitationState> {
  if (!phase?.private) return {}
  const { id, reveal, placeholders } = phase
  return {
    lastPrivateId: id,
    promises: Object.hasOwn(promises, id) ? promises : { ...promises, [id]: { reveal, placeholders } },
  }
}

function setAgenda({ workshop }: CommandContext, { phases }: CommandOf<'agenda.set'>): CommandResult {
  const { facilitation } = workshop
  const { agenda, promises } = facilitation.state
  const set = setPhases(agenda, phases, promises)
  if (!set.ok) return fail(set.code === 'duplicatePhase' ? 422 : 409, set.code, set.message)
  const current = currentPhase(set.agenda)
  if (current && !current.rights.vote && workshop.rounds.open()) return roundOpen
  facilitation.change({ agenda: set.agenda, ...beginPhase(facilitation.state, current) })
  workshop.change({})
  return done
}

function extend({ workshop, nowMs }: CommandContext, { minutes }: CommandOf<'phase.extend'>): CommandResult {
  const phase = currentPhase(workshop.facilitation.state.agenda)
  if (!phase) return fail(409, 'noPhase', 'No phase is on. Start the agenda first.')
  return changeTimer(workshop, (timer) => extendTimer(timer, minutes, nowMs))
}

function changeTimer(
  workshop: Workshop,
  change: (timer: FacilitationState['timer']) => FacilitationState['timer'],
): CommandResult {
  const { timer } = workshop.facilitation.state
  if (timer.state === 'off' && change(timer).state === 'off') return fail(409, 'noTimer', 'No timer is running.')
  const changed = change(timer)
  if (changed === timer) return done
  workshop.facilitation.change({ timer: changed })
  workshop.change({})
  return done
}
