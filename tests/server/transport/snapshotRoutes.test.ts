// A workshop's history over HTTP, as the page of a facilitator uses it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { restoredSchema, snapshotListSchema, type CreatedWorkshop } from '../../../shared/protocol/api.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { smallFile } from '../workshop/ImportRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function labels({ id }: CreatedWorkshop, token: string): Promise<string[]> {
  const { body } = await server.call('GET', `/api/workshops/${id}/snapshots`, { token })
  return snapshotListSchema.parse(body).snapshots.map(({ label }) => label)
}

it('[SN2] going back names the snapshot that takes it back, and a closed workshop stays as it is', async () => {
  const workshop = await server.workshop()
  const { token } = await server.join(workshop, 'facilitator', 'Anna')
  const { doc } = await server.stockClient(workshop, token)
  const path = `/api/workshops/${workshop.id}/snapshots`
  const { body: empty } = await server.call('POST', path, { body: { label: 'Empty' }, token })
  addNote(doc, 'late')
  const other = await server.stockClient(workshop, token)
  await untilDoc(other.doc, () => other.doc.getMap('cards').has('late'))

  const restore = async (sid: number) => server.call('POST', `${path}/${sid}/restore`, { token })
  const { before } = restoredSchema.parse((await restore(Number(empty['sid']))).body)
  await untilDoc(doc, () => !doc.getMap('cards').has('late'))
  expect(before).toMatchObject({ kind: 'before', label: 'Before restoring', cards: Number(empty['cards']) + 1 })

  expect((await restore(before.sid)).status).toBe(200)
  await untilDoc(doc, () => doc.getMap('cards').has('late'))

  const close = { type: 'workshop.close' }
  expect((await server.call('POST', `/api/workshops/${workshop.id}/commands`, { body: close, token })).status).toBe(200)
  expect(await restore(Number(empty['sid']))).toMatchObject({ status: 409, body: { error: { code: 'closed' } } })
  expect(doc.getMap('cards').has('late')).toBe(true)
  expect((await restore(999_999)).status).toBe(409)
})

it('[IM8] the list tells of imports that can be taken back, to facilitators only', async () => {
  const workshop = await server.workshop()
  const anna = await server.join(workshop, 'facilitator', 'Anna')
  const ben = await server.join(workshop, 'participant', 'Ben')
  const at = `/api/workshops/${workshop.id}`
  const listed = async () => {
    const { body } = await server.call('GET', `${at}/snapshots`, { token: anna.token })
    return snapshotListSchema.parse(body)
  }
  const { imports: none } = await listed()
  expect(none).toEqual([])
  const brought = await fetch(`${server.url}${at}/import/json?mode=replace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${anna.token}` },
    body: smallFile,
  })
  const { changeId } = (await brought.json()) as { changeId: string }
  const { imports, snapshots } = await listed()
  expect(imports).toMatchObject([{ changeId, by: anna.participantId, mode: 'replace', before: snapshots[0]?.sid }])
  expect((await server.call('GET', `${at}/snapshots`, { token: ben.token })).status).toBe(403)
  await server.call('POST', `${at}/commands`, { body: { type: 'change.undo', changeId }, token: anna.token })
  expect((await listed()).imports).toEqual([])
})

it('[SN3] a snapshot is handed out as it is stored, for facilitators only', async () => {
  const workshop = await server.workshop('Test', 'saas-onboarding')
  const [anna, ben] = [
    await server.join(workshop, 'facilitator', 'Anna'),
    await server.join(workshop, 'participant', 'Ben'),
  ]
  const path = `${server.url}/api/workshops/${workshop.id}/snapshots`
  const { body } = await server.call('POST', `/api/workshops/${workshop.id}/snapshots`, {
    body: { label: 'Start' },
    token: anna.token,
  })
  const read = (token: string, sid = Number(body['sid']), encoding = 'br') =>
    fetch(`${path}/${sid}/state`, { headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding } })
  for (const encoding of ['br', 'gzip', 'identity']) {
    const response = await read(anna.token, undefined, encoding)
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    expect(doc.getMap('stages').size).toBe(4)
  }
  expect((await read(ben.token)).status).toBe(403)
  expect((await read(anna.token, 999_999)).status).toBe(404)
})

it('[SN4] automatic snapshots say why they were taken', async () => {
  const workshop = await server.workshop()
  const { token } = await server.join(workshop, 'facilitator', 'Anna')
  const { doc } = await server.stockClient(workshop, token)
  addNote(doc, 'one')
  const other = await server.stockClient(workshop, token)
  await untilDoc(other.doc, () => other.doc.getMap('cards').has('one'))
  await server.restart()
  expect(await labels(workshop, token)).toEqual(['The server stopped'])

  const file = JSON.stringify((await server.call('GET', `/api/workshops/${workshop.id}/export/json`, { token })).body)
  await server.call('POST', `/api/workshops/${workshop.id}/import/json?mode=add`, { body: file, token })
  expect((await labels(workshop, token))[0]).toBe('Before an import')
})
