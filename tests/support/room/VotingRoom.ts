// A room with a facilitator, two participants and the cards they vote on.
import type { RoundResult } from '../../../shared/workshop/results.ts'
import type { TestPeer } from './TestPeer.ts'
import { addNote } from './TestRoom.ts'
import { TestWorkshop } from './TestWorkshop.ts'

export class VotingRoom {
  readonly room: TestWorkshop
  readonly maya: TestPeer
  readonly anna: TestPeer
  readonly ben: TestPeer

  private constructor(room: TestWorkshop) {
    this.room = room
    this.maya = room.person('Maya', 'facilitator', 'Ops')
    this.anna = room.person('Anna', 'participant', 'Sales')
    this.ben = room.person('Ben', 'participant', 'Support')
  }

  static async create(): Promise<VotingRoom> {
    const voting = new VotingRoom(await TestWorkshop.create())
    const { room, anna, ben } = voting
    await room.settle()
    for (const id of ['late', 'login', 'paper']) addNote(anna.doc, id, id)
    addNote(ben.doc, 'bens', 'bens')
    await room.settle()
    return voting
  }

  /** Answers the round's id. */
  async open(terms: object = {}): Promise<string> {
    const order = { type: 'round.open', question: 'Which first?', kind: 'note', ...terms } as const
    return (await this.room.do(this.maya, order)).roundId ?? ''
  }

  async close(): Promise<RoundResult> {
    const roundId = this.room.state.rounds.at(-1)?.id ?? ''
    await this.room.do(this.maya, { type: 'round.close' })
    return this.room.resultOf(roundId)
  }
}
