// `change.undo` of an import: its cards go off the board, what it replaced comes back, and beside the board everything that
// nobody has changed since is as it was. What others have written in stays.
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { ADDED_GAP, rightEdge } from '../../../shared/import/rightEdge.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { noAgenda } from '../../../shared/workshop/agenda.ts'
import type { Room } from '../../rooms/Room.ts'
import type { Snapshots } from '../../rooms/Snapshots.ts'
import { type CommandResult, fail } from '../commands/CommandHandler.ts'
import type { Workshop } from '../Workshop.ts'
import type { ImportRecord } from './Imports.ts'
import { putBack, takeBackImport } from './takeBackImport.ts'

export class ImportUndo {
  private readonly room: Room
  private readonly snapshots: Snapshots

  constructor(room: Room, snapshots: Snapshots) {
    this.room = room
    this.snapshots = snapshots
  }

  /** The board that the import came in the place of; null if it came beside, or the snapshot is no longer kept. */
  async boardBefore(changeId: string): Promise<Y.Doc | null> {
    const record = this.room.workshop.imports.find(changeId)
    const then = record?.mode === 'replace' ? await this.snapshots.read(record.before) : null
    if (then && record && record.since !== '') Y.applyUpdate(then, fromBase64(record.since))
    return then
  }

  /** Changes board and workshop in memory, or nothing; the caller commits. `then`: from `boardBefore`. */
  run(changeId: string, by: string, then: Y.Doc | null): CommandResult {
    const { workshop } = this.room
    const record = workshop.imports.find(changeId)
    if (!record) return fail(409, 'nothingToUndo', 'There is nothing to undo.')
    if (workshop.info.closed) return fail(409, 'closed', 'This workshop is closed.')
    if (record.mode === 'replace' && !then)
      return fail(409, 'notKept', 'The board as it was before is no longer kept. The import stays.')
    const taken = this.room.edit((doc) => takeOff(doc, record, then))
    // With `replace` the old board is back in any case.
    if (taken.removed === 0 && taken.kept > 0 && record.mode === 'add')
      return fail(409, 'othersWrote', 'Others have written in everything that was imported. It stays.')
    giveBackWorkshop(workshop, record)
    for (const roundId of record.roundIds) workshop.rounds.forgetRestored(roundId)
    workshop.imports.forget(changeId)
    workshop.fileAuthors.forget(changeId)
    workshop.notices.tell({ kind: 'importUndone', by })
    workshop.change({})
    return { ok: true, answer: { kept: taken.kept } }
  }
}

function takeOff(doc: Y.Doc, { written }: ImportRecord, then: Y.Doc | null) {
  const taken = takeBackImport(doc, written)
  if (!then) return taken
  // Imported maps that stay would lie where the old ones come back.
  const right = rightEdge(readBoard(then), readDrawings(then))
  putBack(doc, then)
  let x = (right ?? 0) + ADDED_GAP
  const board = readBoard(doc)
  for (const journey of board.journeys.values()) {
    if (right === null || !taken.journeyIds.includes(journey.id)) continue
    const record = doc.getMap('journeys').get(journey.id)
    if (record instanceof Y.Map) record.set('place', { x, y: journey.place.y })
    x += widthOf(board, journey.id) + ADDED_GAP
  }
  return taken
}

function widthOf(board: ReturnType<typeof readBoard>, journeyId: string): number {
  const own = new Map([...board.journeys].filter(([id]) => id === journeyId))
  const [journey] = own.values()
  const edge = rightEdge({ ...board, journeys: own, cards: new Map() }, [])
  return (edge ?? 0) - (journey?.place.x ?? 0)
}

/** Title, departments, review and agenda, each unless somebody has changed it since. */
function giveBackWorkshop(workshop: Workshop, { info, phaseIds }: ImportRecord): void {
  const { agenda } = workshop.facilitation.state
  const isSame = agenda.phases.length === phaseIds.length && agenda.phases.every(({ id }, at) => id === phaseIds[at])
  if (phaseIds.length > 0 && isSame && agenda.currentIndex === null) workshop.facilitation.change({ agenda: noAgenda })
  if (!info) return
  const { before, after } = info
  const { title, departments, reviewDate } = workshop.info
  workshop.change({
    title: title === after.title ? before.title : title,
    departments: departments.join('\n') === after.departments.join('\n') ? before.departments : departments,
    reviewDate: reviewDate === after.reviewDate ? before.reviewDate : reviewDate,
  })
}
