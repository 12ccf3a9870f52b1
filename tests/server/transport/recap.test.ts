// The recap over HTTP, as its page asks for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recapAnswerSchema } from '../../../shared/protocol/recapAnswer.ts'
import { TestServer } from '../../support/TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

it('[HT12] the recap is for every role, and for nobody without a token', async () => {
  const workshop = await server.workshop('Leaving <b>', 'customer-lifecycle')
  const { token } = await server.join(workshop, 'facilitator', 'Maya')
  const viewer = await server.join(workshop, 'viewer')
  const path = `/api/workshops/${workshop.id}/recap`
  expect((await server.call('GET', path)).status).toBe(401)

  const command = { type: 'workshop.review', date: '2027-03-01' }
  const commands = `/api/workshops/${workshop.id}/commands`
  expect((await server.call('POST', commands, { body: command, token: viewer.token })).status).toBe(403)
  expect((await server.call('POST', commands, { body: { ...command, date: 'soon' }, token })).status).toBe(422)
  expect((await server.call('POST', commands, { body: command, token })).status).toBe(200)

  const answer = await server.call('GET', path, { token: viewer.token })
  const { recap, maps } = recapAnswerSchema.parse(answer.body)
  expect(recap).toMatchObject({
    title: 'Leaving <b>',
    people: 1,
    facilitators: ['Maya'],
    reviewDate: '2027-03-01',
    rounds: [],
  })
  expect(recap.journeys[0]?.stages.length).toBeGreaterThan(3)
  expect(maps.map(({ journeyId }) => journeyId)).toEqual(recap.journeys.map(({ id }) => id))
  expect(maps[0]?.svg).toContain('Leaving &lt;b&gt;')
})

it('[HT12] the page of a recap is served like every page, and keeps the review date over a restart', async () => {
  const workshop = await server.workshop()
  const { token } = await server.join(workshop, 'facilitator', 'Maya')
  const commands = `/api/workshops/${workshop.id}/commands`
  await server.call('POST', commands, { body: { type: 'workshop.review', date: '2027-03-01' }, token })
  await server.restart()
  const { body } = await server.call('GET', `/api/workshops/${workshop.id}/recap`, { token })
  expect(recapAnswerSchema.parse(body).recap.reviewDate).toBe('2027-03-01')
})
