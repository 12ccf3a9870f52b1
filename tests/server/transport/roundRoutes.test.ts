// When a ballot is answered: a voter who reads "stored" may close the page.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { HeldStorage } from '../../support/HeldStorage.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

let storage: HeldStorage
let server: TestServer
beforeEach(async () => {
  storage = new HeldStorage()
  server = await TestServer.start({}, { storage })
})
afterEach(() => server.stop())

it('[VO3] a ballot is answered once the disk has it', async () => {
  const workshop = await server.workshop()
  const [maya, anna] = [
    await server.join(workshop, 'facilitator', 'Maya'),
    await server.join(workshop, 'participant', 'Anna'),
  ]
  const [writer, reader] = [
    await server.stockClient(workshop, maya.token),
    await server.stockClient(workshop, anna.token),
  ]
  addNote(writer.doc, 'pain')
  await untilDoc(reader.doc, () => reader.doc.getMap('cards').has('pain'))
  const order = { type: 'round.open', question: 'Which?', kind: 'note' }
  const { body } = await server.command(workshop, maya.token, order)
  storage.hold()
  let isAnswered = false
  const vote = server
    .vote(workshop, anna.token, String(body['roundId']), { pain: 1 })
    .finally(() => (isAnswered = true))
  await expect.poll(() => storage.waitingCount).toBeGreaterThan(0)
  // Asked after the ballot, answered before it.
  expect((await server.call('GET', '/health')).status).toBe(200)
  expect(isAnswered).toBe(false)
  storage.letGo()
  expect(await vote).toMatchObject({ status: 200, body: { used: 1 } })
})
