// A room into which files are brought: Maya facilitates, Ben writes, and there is a note from before.
import { importIntoWorkshop } from '../../../server/workshop/importIntoWorkshop.ts'
import type { ImportFormat } from '../../../server/workshop/imports/parseImport.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import type { ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import type { Board, Journey } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle, journeysOf } from '../../../shared/journey/readBoardParts.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { addNote, TestRoom, type TestRoomOptions } from '../../support/room/TestRoom.ts'

const drawn = drawJourney(`
              | Find | Buy
  touchpoints | Shop | Till
  pains       | Slow | Queue
  emotion     | anna -1 |
`)
const workshop = { title: 'From a file', departments: ['Sales'], participants: [] }
export const small = { board: drawn.board(), drawings: [], workshop, nowMs: 0 }
export const smallFile = jsonFormat.render(small) as string
export const maximalFile = jsonFormat.render(maximalWorkshop().input) as string

export class ImportRoom {
  readonly test: TestRoom
  readonly maya: TestPeer
  readonly ben: TestPeer

  private constructor(test: TestRoom) {
    this.test = test
    this.maya = test.person('facilitator', 'Maya').connect()
    this.ben = test.person('participant', 'Ben').connect()
  }

  static async create(options: TestRoomOptions = {}): Promise<ImportRoom> {
    const room = new ImportRoom(await TestRoom.create(options))
    await room.test.settle()
    addNote(room.ben.doc, 'before', 'There before')
    await room.test.settle()
    return room
  }

  async bringIn(text: string, mode: ImportMode = 'add', format: ImportFormat = 'json') {
    const order = { format, bytes: new TextEncoder().encode(text), mode, by: this.maya.participant.id }
    const { storage, limits, clock } = this.test
    const outcome = await importIntoWorkshop(this.test, { storage, limits, nowMs: clock.nowMs() }, order)
    await this.test.settle()
    return outcome
  }

  /** The name of the change. */
  async brought(text: string, mode: ImportMode = 'add', format: ImportFormat = 'json'): Promise<string> {
    const outcome = await this.bringIn(text, mode, format)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    return outcome.changeId
  }

  async run(command: Command, peer = this.maya) {
    const { result } = await this.test.commands.run(peer.participant, command, (key) => key)
    await this.test.settle()
    return result
  }

  takeBack(changeId: string, peer = this.maya) {
    return this.run({ type: 'change.undo', changeId }, peer)
  }

  /** For edits of Ben. */
  get bens(): EditTarget {
    return { doc: this.ben.doc, origin: 'ben' }
  }

  get board(): Board {
    return readBoard(this.test.room.board.doc)
  }

  /** Everything that people see of the board. */
  shown(doc = this.test.room.board.doc): string {
    const input = { board: readBoard(doc), drawings: readDrawings(doc), workshop, nowMs: 0 }
    return jsonFormat.render(input) as string
  }

  card(title: string): CardId {
    const found = [...this.board.cards.values()].find((card) => cardTitle(card) === title)
    if (!found) throw new Error(`no card ${title}`)
    return found.id
  }

  /** The map that came last. */
  get journey(): Journey {
    const journey = journeysOf(this.board).at(-1)
    if (!journey) throw new Error('no map')
    return journey
  }

  get titles(): string[] {
    return [...this.board.cards.values()].map((card) => cardTitle(card)).toSorted()
  }
}
