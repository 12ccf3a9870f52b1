// Commands of one room with everything around them: the snapshot before a change of phase, the grace for edits under
// way, the end of rounds by the clock, what the log of the disk must forget. Rules are in commands/.
import type * as Y from 'yjs'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { currentPhase, privatePhase } from '../../shared/workshop/agenda.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import type { Command } from '../../shared/protocol/api.ts'
import type { Cancel, Clock } from '../rooms/Clock.ts'
import type { Room, RoomLog } from '../rooms/Room.ts'
import type { Snapshots } from '../rooms/Snapshots.ts'
import type { Storage } from '../storage/Storage.ts'
import { type CommandContext, type CommandResult, fail } from './commands/CommandHandler.ts'
import { isMove, planMove } from './commands/phaseCommands.ts'
import { ImportUndo } from './imports/ImportUndo.ts'
import { closeRound } from './closeRound.ts'
import { GRACE_MS } from './Facilitation.ts'
import type { DraftRooms } from './DraftRooms.ts'
import { LogCutter } from './LogCutter.ts'
import { RoundResults } from './RoundResults.ts'
import { runCommand } from './runCommand.ts'
import { SpotlightWatch } from './SpotlightWatch.ts'
import type { ParticipantRecord } from './workshopRecords.ts'

/** Timers of the platform run over beyond 2^31 ms; a long round is looked at again. */
const MAX_WAIT_MS = 60 * 60_000

const isOut = fail(403, 'notAllowed', 'You are no longer in this workshop.')

export interface RoomCommandParts {
  readonly room: Room
  readonly snapshots: Snapshots
  readonly drafts: DraftRooms
  readonly storage: Storage
  readonly clock: Clock
  readonly log: RoomLog
}

export class RoomCommands {
  private readonly parts: RoomCommandParts
  private readonly graceTimers = new Set<Cancel>()
  private roundTimer: Cancel | null = null
  private watchedRound: string | null = null
  private readonly spotlight: SpotlightWatch
  private readonly importUndo: ImportUndo
  private readonly results: RoundResults
  private readonly logCutter: LogCutter

  constructor(parts: RoomCommandParts) {
    this.parts = parts
    this.results = new RoundResults(parts.room.workshop.rounds, parts.room.board.doc)
    this.spotlight = new SpotlightWatch(parts.room, parts.clock)
    this.importUndo = new ImportUndo(parts.room, parts.snapshots)
    this.logCutter = new LogCutter({ ...parts, workshopId: parts.room.id })
    // A server that ended before the log was cut has left that to this one.
    if (parts.room.workshop.rounds.list().some(({ state }) => state === 'closed')) void this.logCutter.cut()
    this.watchRound()
  }

  /** The command's outcome and when it is on disk. */
  async run(
    actor: ParticipantRecord,
    command: Command,
    linkUrl: (key: string) => string,
  ): Promise<{ readonly result: CommandResult; readonly saved: Promise<void> }> {
    const { room, drafts } = this.parts
    const { workshop } = room
    const isFacilitator = actor.role === 'facilitator'
    if (isFacilitator) await this.keepSnapshot(command)
    const isUndo = isFacilitator && command.type === 'change.undo'
    const then = isUndo ? await this.importUndo.boardBefore(command.changeId ?? '') : null
    // While the disk was asked somebody may have been let out, or lead no longer.
    const actorNow = workshop.isWelcome(actor.id) ? workshop.participant(actor.id) : null
    const before = workshop.facilitation.rights(workshop.info.structureLocked)
    const isWriting = () => privatePhase(workshop.facilitation.state.agenda) !== null
    const wasWriting = isWriting()
    const closedBefore = this.openRoundId()
    const result = actorNow ? runCommand(this.context(actorNow, linkUrl, then), command) : isOut
    then?.destroy()
    if (!result.ok) return { result, saved: Promise.resolve() }
    if (changesRights(command)) this.startGrace(before)
    if (wasWriting && !isWriting()) drafts.beginGrace(GRACE_MS)
    const saved = room.commitWorkshop()
    drafts.dropRemoved((participantId) => workshop.isWelcome(participantId))
    this.watchRound()
    this.spotlight.look()
    if (closedBefore !== null && closedBefore !== this.openRoundId()) return { result, saved: this.forgetLog(saved) }
    return { result, saved }
  }

  /** Of a closed round; counted with the notes that were merged since. */
  result(roundId: string): RoundResult | null {
    return this.results.of(roundId)
  }

  stop(): void {
    this.spotlight.stop()
    this.logCutter.stop()
    this.roundTimer?.()
    for (const cancel of this.graceTimers) cancel()
  }

  private context(actor: ParticipantRecord, linkUrl: (key: string) => string, then: Y.Doc | null): CommandContext {
    const { room, clock, drafts } = this.parts
    const { workshop, board } = room
    return {
      workshop,
      actor,
      nowMs: clock.nowMs(),
      linkUrl,
      readBoard: () => readBoard(board.doc),
      shortOfRoom: () => drafts.shortOfRoom(),
      reveal: () => drafts.reveal(),
      undoReveal: (changeId) => drafts.undo(changeId),
      undoImport: (changeId) => this.importUndo.run(changeId, actor.id, then),
    }
  }

  /** Before a change of phase and before a reveal, if they are possible. */
  private async keepSnapshot(command: Command): Promise<void> {
    const { workshop } = this.parts.room
    if (command.type === 'drafts.reveal' && workshop.reveals.hasHidden()) await this.tryToKeep('Before the reveal')
    if (!isMove(command)) return
    const planned = planMove(workshop, command, this.parts.clock.nowMs())
    if (!planned.ok) return
    const to = currentPhase(planned.agenda)
    await this.tryToKeep(to ? `Before ${to.name}` : 'After the last phase')
  }

  /** A failing disk does not stop the workshop: the log has everything, only the way back is longer. */
  private async tryToKeep(label: string): Promise<void> {
    const { room, snapshots, log } = this.parts
    try {
      await snapshots.take('before', label)
    } catch (error) {
      log.error('snapshot failed', { room: room.id, reason: String(error) })
    }
  }

  private startGrace(before: Parameters<Room['workshop']['facilitation']['beginGrace']>[0]): void {
    const end = this.parts.room.workshop.facilitation.beginGrace(before)
    const cancel = this.parts.clock.after(GRACE_MS, () => {
      this.graceTimers.delete(cancel)
      end()
    })
    this.graceTimers.add(cancel)
  }

  private openRoundId(): string | null {
    return this.parts.room.workshop.rounds.open()?.round.id ?? null
  }

  /** Ends the open round when its time is over, also one whose time passed while nobody had the workshop loaded. */
  private watchRound(): void {
    const { room, clock } = this.parts
    const open = room.workshop.rounds.open()
    if (open && open.round.id === this.watchedRound && this.roundTimer) return
    this.roundTimer?.()
    this.roundTimer = null
    this.watchedRound = open?.round.id ?? null
    const endsAtMs = open?.round.endsAtMs ?? null
    if (endsAtMs === null) return
    const waitMs = Math.min(MAX_WAIT_MS, Math.max(0, endsAtMs - clock.nowMs()))
    this.roundTimer = clock.after(waitMs, () => {
      this.roundTimer = null
      this.endRound()
    })
  }

  private endRound(): void {
    const { room, clock, log } = this.parts
    const open = room.workshop.rounds.open()
    // The wall clock decides, and it may have been set back.
    const endsAtMs = open?.round.endsAtMs ?? null
    if (open && endsAtMs !== null && clock.nowMs() >= endsAtMs) {
      closeRound(room.workshop, open, readBoard(room.board.doc), clock.nowMs())
      this.forgetLog(room.commitWorkshop()).catch((error: unknown) =>
        log.error('log was not cut', { room: room.id, reason: String(error) }),
      )
    }
    this.watchRound()
  }

  /** Ballots with their voters are deleted from the file; this takes them out of its log too. */
  private async forgetLog(saved: Promise<void>): Promise<void> {
    await saved
    await this.logCutter.cut()
  }
}

function changesRights({ type }: Command): boolean {
  return type.startsWith('phase.') || type === 'agenda.set' || type === 'lock.set' || type === 'drafts.reveal'
}
