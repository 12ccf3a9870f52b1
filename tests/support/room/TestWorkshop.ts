// A workshop in memory with people who do things by name: commands, ballots, drafts. Built on TestRoom; time moves by hand.
import * as Y from 'yjs'
import type { BallotAnswer, Command, CommandAnswer } from '../../../shared/protocol/api.ts'
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import type { Allocation } from '../../../shared/workshop/rounds.ts'
import { authorOf } from '../../../server/rooms/authorOf.ts'
import type { Room } from '../../../server/rooms/Room.ts'
import { castBallot } from '../../../server/workshop/castBallot.ts'
import { TestPeer } from './TestPeer.ts'
import { TestRoom, type TestRoomOptions } from './TestRoom.ts'

export type CommandOutcome =
  | { readonly ok: true; readonly answer: Omit<CommandAnswer, 'version'> }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly status: number }

export class TestWorkshop {
  readonly test: TestRoom
  private constructor(test: TestRoom) {
    this.test = test
  }

  static async create(options: TestRoomOptions = {}): Promise<TestWorkshop> {
    return new TestWorkshop(await TestRoom.create(options))
  }

  get state(): WorkshopState {
    return this.test.room.workshop.state()
  }

  /** Joins and connects to the board. */
  person(name: string, role: Role = 'participant', department = ''): TestPeer {
    const peer = this.test.person(role, name, new Y.Doc(), department)
    return peer.connect()
  }

  async does(peer: TestPeer, command: Command): Promise<CommandOutcome> {
    const { workshop } = this.test.room
    const actor = workshop.participant(peer.participant.id)
    if (!actor) throw new Error('Nobody')
    const running = this.test.commands.run(actor, command, (key) => key)
    await this.test.settle()
    const { result, saved } = await running
    await this.test.settle()
    await saved
    return result
  }

  /** As `does`, and it must work. */
  async do(peer: TestPeer, command: Command): Promise<Omit<CommandAnswer, 'version'>> {
    const result = await this.does(peer, command)
    if (!result.ok) throw new Error(`${command.type}: ${result.message}`)
    return result.answer
  }

  votes(peer: TestPeer, roundId: string, allocation: Allocation): BallotAnswer | string {
    const { workshop, board } = this.test.room
    const voter = workshop.participant(peer.participant.id)
    if (!voter) throw new Error('Nobody')
    const result = castBallot(
      { workshop, voter, roundId, authorOf: (cardId) => authorOf(board.doc, workshop, cardId) },
      allocation,
      this.test.clock.nowMs(),
    )
    void this.test.room.commitRecords()
    return result.ok ? result.answer : result.code
  }

  /** Somebody's drafts: a second document on a second connection. */
  drafts(peer: TestPeer, doc = new Y.Doc()): TestPeer {
    const target = this.test.drafts.of(peer.participant.id) as unknown as Room
    const drafts = new TestPeer(target, peer.participant, this.test.clock, this.test.limits, doc)
    this.test.peers.push(drafts)
    return drafts.connect()
  }

  /** Of a round that has ended. */
  resultOf(roundId: string): RoundResult {
    const result = this.test.commands.result(roundId)
    if (!result) throw new Error('no result')
    return result
  }

  settle(): Promise<void> {
    return this.test.settle()
  }
}

/** The ready-made hour: Welcome, Build the map, Pains, Group, Vote, Act. */
export function hour(): Phase[] {
  return readyAgenda(60)
}

export function phaseIdOf(name: string): string {
  return hour().find((phase) => phase.name === name)?.id ?? ''
}
