// The workshop file of a room with people in it, back into that room and into another: whose feelings are whose then.
import { beforeEach, describe, expect, it } from 'vitest'
import { sealWith } from '../../../server/auth/feelingSeal.ts'
import { workshopFacts } from '../../../server/workshop/exportOrder.ts'
import { Workshop } from '../../../server/workshop/Workshop.ts'
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import { emotionConsensus } from '../../../shared/insight/emotionConsensus.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { deleteJourney } from '../../../shared/journey/edit/editStructure.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import type { ParticipantId } from '../../../shared/journey/ids.ts'
import { journeysOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { ImportRoom } from './ImportRoom.ts'

let room: ImportRoom
let everybody: readonly TestPeer[]
beforeEach(async () => {
  room = await ImportRoom.create({ template: 'service-blueprint' })
  everybody = [room.maya, room.ben, room.test.person('participant', 'Cem').connect()]
  await room.test.settle()
})

const idOf = ({ participant }: TestPeer) => participant.id as ParticipantId

/** In the map at this place, from the left. */
async function feels(peer: TestPeer, value: number, at = 0, doc = peer.doc): Promise<void> {
  const board = readBoard(doc)
  const journey = journeysOf(board)[at]
  const stage = journey && stagesOf(board, journey.id)[0]
  if (!journey || !stage) throw new Error('no map')
  const place = { journeyId: journey.id, personaId: null, participantId: idOf(peer), about: stage.id }
  setReading({ doc, origin: 'me' }, place, { value, reason: '' })
  await room.test.settle()
}

/** Values by person; those of people who are not here under "somebody". */
function felt(of = room, at = 0): Record<string, number[]> {
  const journey = journeysOf(of.board)[at]
  const names = new Map(everybody.map((peer) => [idOf(peer), peer.participant.name]))
  const entries = [...of.board.emotions.values()].filter(({ journeyId }) => journeyId === journey?.id)
  const values: Record<string, number[]> = {}
  for (const { participantId, readings } of entries)
    (values[names.get(participantId) ?? 'somebody'] ??= []).push(...[...readings.values()].map(({ value }) => value))
  return values
}

function fileOf({ test, board }: ImportRoom): string {
  const { workshop } = test.room
  const { sealKey = '', ...facts } = workshopFacts(workshop, () => null)
  return jsonFormat.render({ ...facts, seal: sealWith(sealKey), board, drawings: [], nowMs: 0 }) as string
}

function countedIn(of: ImportRoom, at = 0): number {
  const journey = journeysOf(of.board)[at]
  return journey ? emotionConsensus(of.board, journey.id, null).people : 0
}

describe('[EX7] feelings in the workshop they come from', () => {
  let file = ''
  beforeEach(async () => {
    for (const [at, peer] of everybody.entries()) await feels(peer, at)
    file = fileOf(room)
  })

  it('are everybody’s own again as they were, whatever was said since, and count once', async () => {
    await feels(room.ben, -2)
    await room.bringIn(file, 'replace')
    expect(felt()).toEqual({ Maya: [0], Ben: [1], Cem: [2] })
    expect(countedIn(room)).toBe(3)
    expect(fileOf(room)).toBe(file)
    await feels(room.ben, -1)
    expect(felt()).toEqual({ Maya: [0], Ben: [-1], Cem: [2] })
    expect(countedIn(room)).toBe(3)
  })

  it('are so too when the map had been deleted', async () => {
    const [journey] = journeysOf(room.board)
    if (journey) deleteJourney(room.bens, journey.id)
    await room.test.settle()
    expect(countedIn(room)).toBe(0)
    await room.bringIn(file, 'replace')
    expect(felt()).toEqual({ Maya: [0], Ben: [1], Cem: [2] })
  })

  it('are so in the second map, where each can change them, and in the first nothing changes', async () => {
    await room.bringIn(file, 'add')
    expect(felt(room, 1)).toEqual({ Maya: [0], Ben: [1], Cem: [2] })
    await feels(room.ben, -1, 1)
    expect(felt(room, 1)).toEqual({ Maya: [0], Ben: [-1], Cem: [2] })
    expect([countedIn(room, 0), countedIn(room, 1)]).toEqual([3, 3])
    expect(felt()).toEqual({ Maya: [0], Ben: [1], Cem: [2] })
  })

  it('are as before when the import is taken back', async () => {
    await feels(room.ben, -2)
    await room.takeBack(await room.brought(file, 'replace'))
    expect(felt()).toEqual({ Maya: [0], Ben: [-2], Cem: [2] })
  })

  it('of somebody who was let out are somebody’s', async () => {
    await room.run({ type: 'participant.remove', participantId: room.ben.participant.id })
    await room.bringIn(file, 'replace')
    expect(felt()).toEqual({ Maya: [0], somebody: [1], Cem: [2] })
  })

  it('are the same after the server was killed', async () => {
    await room.test.crash()
    expect(fileOf(room)).toBe(file)
  })
})

describe('[EX7] feelings in another workshop', () => {
  it('are of people who are not there: nobody can change them, everybody can add their own', async () => {
    for (const [at, peer] of everybody.entries()) await feels(peer, at)
    const other = await ImportRoom.create()
    await other.bringIn(fileOf(room), 'replace')
    expect(felt(other)).toEqual({ somebody: [0, 1, 2] })
    const [entry] = other.board.emotions.values()
    const [about] = entry?.readings.keys() ?? []
    if (!entry || !about) throw new Error('no feelings')
    setReading({ doc: other.ben.doc, origin: 'me' }, { ...entry, about }, { value: -2, reason: 'not mine' })
    await other.test.settle()
    expect(other.test.refusals).toContain('notYours')
    expect(felt(other)).toEqual({ somebody: [0, 1, 2] })
  })
})

describe('[EX7] two files laid beside each other', () => {
  const departments = ['Sales', 'Sales', 'Sales', 'Sales', 'Ops', 'Ops', 'Ops']
  let people: TestPeer[] = []
  beforeEach(async () => {
    people = departments.map((department, at) =>
      room.test.person('participant', `P${at}`, undefined, department).connect(),
    )
    await room.test.settle()
    for (const [at, peer] of people.entries()) await feels(peer, at / 10)
  })
  const feelingsIn = (text: string) => (JSON.parse(text) as JourneyFile).journeys.map(({ emotions }) => emotions)
  const first = () => room.test.room.workshop.participant(people[0]?.participant.id ?? '')

  it.each<[string, () => Command]>([
    ['was let out', () => ({ type: 'participant.remove', participantId: first()?.id ?? '' })],
    ['only looks on', () => ({ type: 'participant.promote', participantId: first()?.id ?? '', role: 'viewer' })],
    [
      'was given another department',
      () => ({ type: 'participant.rename', participantId: first()?.id ?? '', department: 'Ops' }),
    ],
  ])('do not tell whose are the feelings of somebody who %s between them', async (_, command) => {
    const before = feelingsIn(fileOf(room))
    expect(before.flat().filter(({ department }) => department === 'Sales').length).toBe(4)
    expect(await room.run(command())).toMatchObject({ ok: true })
    expect(feelingsIn(fileOf(room))).toEqual(before)
  })

  it('the first department counts that somebody had at all', async () => {
    const late = room.test.person('participant', 'Late').connect()
    await room.test.settle()
    for (const department of ['Sales', 'Ops'])
      await room.run({ type: 'participant.rename', participantId: late.participant.id, department })
    expect(room.test.room.workshop.firstDepartments()[late.participant.id]).toBe('Sales')
    await room.test.crash()
    expect(room.test.room.workshop.firstDepartments()[late.participant.id]).toBe('Sales')
  })
})

it('[EX7] a workshop from before there were seals gets its key when a server opens it, and keeps it', async () => {
  const { storage, id } = room.test
  const stored = await storage.load(id)
  if (!stored.ok) throw new Error('no workshop')
  const record = JSON.parse(stored.workshop.records.get('workshop') ?? '') as Record<string, unknown>
  delete record['sealKey']
  await storage.append(id, { updates: [], records: [{ key: 'workshop', value: JSON.stringify(record) }] })
  expect(Workshop.read(id, new Map([['workshop', JSON.stringify(record)]]))?.workshop.info.sealKey).toBe('')
  await room.test.crash()
  const key = room.test.room.workshop.info.sealKey
  expect(key).not.toBe('')
  await room.test.settle()
  await room.test.crash()
  expect(room.test.room.workshop.info.sealKey).toBe(key)
})
