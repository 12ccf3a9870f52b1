// What a person is told when the server has trouble: a disk that takes nothing, a memory that is full, no place left.
import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { Connection } from '../../../client/connection/Connection.ts'
import { endedFailure } from '../../../client/connection/endedFailure.ts'
import { defaultLimits, type Limits } from '../../../server/limits.ts'
import { type RunningServer, startServer } from '../../../server/startServer.ts'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import { createdWorkshopSchema } from '../../../shared/protocol/api.ts'
import { joinedSchema } from '../../../shared/protocol/entry.ts'
import { addsNote, hasCard, until, untilDocument } from './WorkshopHarness.ts'

const open: Connection[] = []
let server: RunningServer
let storage: MemoryStorage

afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.destroy()))
  storage.failure = null
  await server.stop()
})

/** A tab in a workshop of a server of its own. */
async function opensTabs(limits: Partial<Limits>, names: readonly string[]): Promise<Connection[]> {
  storage = new MemoryStorage()
  const settings = { host: '127.0.0.1', port: 0, logLevel: 'silent' as const, limits: { ...defaultLimits, ...limits } }
  server = await startServer(settings, { storage })
  const { id, keys } = createdWorkshopSchema.parse(await post('/api/workshops', { title: 'First order' }))
  for (const name of names) {
    const joined = await post(`/api/workshops/${id}/join`, { key: keys.participant, name })
    const { participantId, token } = joinedSchema.parse(joined)
    const place = { workshopId: id, participantId, token, role: 'participant', title: 'First order' } as const
    const connection = new Connection(place, {
      origin: server.url,
      WebSocket,
      fetch,
      random: () => 0,
      requestFrame: (callback) => setImmediate(callback),
      page: null,
    })
    open.push(connection)
    await until(connection.status, ({ kind }) => kind === 'saved' || kind === 'ended')
  }
  return [...open]
}

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return await response.json()
}

const writes = ({ document }: Connection, id: string, text: string) =>
  addsNote({ doc: document.get(), origin: 'me' }, id, text)

it('everybody is told since when nothing is saved, and when it is again', async () => {
  const [anna, ben] = await opensTabs({}, ['Anna', 'Ben'])
  if (!anna || !ben) throw new Error('two tabs')
  storage.failure = { code: 'diskFull' }
  writes(anna, 'one', 'Goes on')
  const told = await until(ben.status, ({ kind }) => kind === 'unsaved')
  expect(told).toMatchObject({ waiting: 0 })
  expect(await until(anna.status, ({ kind }) => kind === 'unsaved')).toMatchObject({ waiting: 1 })
  storage.failure = null
  await Promise.all([anna, ben].map(({ status }) => until(status, ({ kind }) => kind === 'saved')))
  expect(anna.unsavedCount.get()).toBe(0)
})

it('a server that takes nothing at all is not called offline, and the change waits here', async () => {
  // One change over the limit: what comes after it is refused while the disk takes none.
  const [anna, ben] = await opensTabs({ maxUnsavedBytes: 1 }, ['Anna', 'Ben'])
  if (!anna || !ben) throw new Error('two tabs')
  storage.failure = { code: 'diskFull' }
  writes(anna, 'one', 'Fills the memory')
  await untilDocument(ben.document.get(), hasCard('one'))
  writes(anna, 'two', 'Has to wait')
  const held = await until(anna.status, ({ kind }) => kind === 'held')
  expect(held).toMatchObject({ waiting: 2 })
  expect(anna.document.get().getMap('cards').has('two')).toBe(true)
  expect(anna.keptAside.get()).toEqual([])
})

it('who is not let in for want of room has never been live', async () => {
  const [anna, ben] = await opensTabs({ maxPeoplePerRoom: 1 }, ['Anna', 'Ben'])
  expect(anna?.wasLive.get()).toBe(true)
  expect(ben?.wasLive.get()).toBe(false)
  const status = ben?.status.get()
  if (status?.kind !== 'ended') throw new Error('Ben is not turned away')
  expect(endedFailure(status.code, status.sentence).kind).toBe('full')
})

it.each([
  ['damagedRoom', 'damaged'],
  ['tooOld', 'outdated'],
  ['unknownRoom', 'link'],
  ['notAllowed', 'link'],
  ['badMessage', 'failed'],
] as const)('%s is told as %s', (reason, kind) => {
  const { code, meaning } = closeCodes[reason]
  expect(endedFailure(code, meaning)).toEqual({ kind, sentence: meaning })
})
