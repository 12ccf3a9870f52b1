// A workshop in memory where people write privately: a map with a cell for pains, the ready-made hour, three people.
import type * as Y from 'yjs'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import type { TestPeer } from './TestPeer.ts'
import type { TestRoomOptions } from './TestRoom.ts'
import { hour, TestWorkshop } from './TestWorkshop.ts'

export const painsId = hour().find(({ name }) => name === 'Pains')?.id ?? ''

export interface PrivateRoom {
  readonly room: TestWorkshop
  readonly maya: TestPeer
  readonly anna: TestPeer
  readonly ben: TestPeer
  /** Where pains lie, in the first stage. */
  readonly cell: { journeyId: string; stageId: string; laneId: string; order: string }
  /** Starts the private phase of the hour, with what is given changed. */
  readonly writePrivately: (change?: Partial<Phase>) => Promise<void>
  /** Cards of the board with these words, by id. */
  readonly onBoard: (text: string) => [id: string, card: Record<string, unknown>][]
}

export async function privateRoom(options: TestRoomOptions = {}): Promise<PrivateRoom> {
  const room = await TestWorkshop.create({ template: 'service-blueprint', ...options })
  const maya = room.person('Maya', 'facilitator', 'Ops')
  const anna = room.person('Anna', 'participant', 'Sales')
  const ben = room.person('Ben', 'participant', 'Support')
  await room.settle()
  const { doc } = room.test.room.board
  const [stageId = ''] = doc.getMap('stages').keys()
  const lane = [...doc.getMap('lanes').entries()].find(([, map]) => (map as Y.Map<unknown>).get('kind') === 'pains')
  const [journeyId = ''] = doc.getMap('journeys').keys()
  return {
    room,
    maya,
    anna,
    ben,
    cell: { journeyId, stageId, laneId: lane?.[0] ?? '', order: 'a0' },
    async writePrivately(change = {}) {
      const phases = hour().map((phase) => (phase.id === painsId ? { ...phase, ...change } : phase))
      await room.do(maya, { type: 'agenda.set', phases })
      await room.do(maya, { type: 'phase.goto', phaseId: painsId })
    },
    onBoard(text) {
      const cards = room.test.room.board.doc.getMap('cards').toJSON() as Record<string, Record<string, unknown>>
      return Object.entries(cards).filter(([, card]) => card['text'] === text)
    },
  }
}
