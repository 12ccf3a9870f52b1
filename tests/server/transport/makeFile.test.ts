// Files over HTTP while many are asked for: the threads are replaced, a file is ready when the test says so.
import { afterEach, expect, it } from 'vitest'
import { ExportQueue, MAX_UNREAD_BYTES } from '../../../server/export/ExportQueue.ts'
import { type ExportedFile, ExportError } from '../../../server/export/ExportOrder.ts'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import { TestServer } from '../../support/TestServer.ts'

class Files {
  readonly begun: string[] = []
  private readonly ends = new Map<string, (content: Uint8Array<ArrayBuffer>) => void>()
  private look: () => void = () => {}
  readonly queue = new ExportQueue(({ job }, signal) => {
    const name = job.kind === 'recap' ? 'recap' : job.format
    this.begun.push(name)
    this.look()
    return new Promise<ExportedFile>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new ExportError('gone', name)))
      this.ends.set(name, (content) => resolve({ name, content, extension: 'x', contentType: 'x/x' }))
    })
  })

  end(name: string, bytes = 1): void {
    this.ends.get(name)?.(new Uint8Array(bytes))
  }

  until(name: string): Promise<void> {
    return new Promise((resolve) => {
      this.look = () => this.begun.includes(name) && resolve()
      this.look()
    })
  }
}

let server: TestServer | null = null
afterEach(() => server?.stop())

async function start() {
  const files = new Files()
  server = await TestServer.start({}, { exports: files.queue })
  const workshop = await server.workshop()
  const { token, participantId } = await server.join(workshop, 'participant', 'Maya')
  return { files, server, workshop, token, participantId }
}

function ask(of: TestServer, { id }: CreatedWorkshop, token: string, format: string) {
  const leaving = new AbortController()
  const answer = fetch(`${of.url}/api/workshops/${id}/export/${format}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  })
  return { answer, leave: () => leaving.abort(), status: answer.then(({ status }) => status).catch(() => 'gone') }
}

it('[HT15] who closes the connection frees the place and is not served', async () => {
  const { files, server: of, workshop, token } = await start()
  const first = ask(of, workshop, token, 'md')
  await files.until('md')
  const second = ask(of, workshop, token, 'xes')
  await files.until('xes')
  const third = ask(of, workshop, token, 'csv')
  const fourth = ask(of, workshop, token, 'cjml')
  // Answers to what is asked behind them: the server has read the two.
  for (let at = 0; at < 3; at++) await of.call('GET', '/health')
  third.leave()
  expect(await third.status).toBe('gone')
  for (let at = 0; at < 3; at++) await of.call('GET', '/health')
  first.leave()
  expect(await first.status).toBe('gone')
  await files.until('cjml')
  files.end('xes')
  files.end('cjml')
  expect(await Promise.all([second.status, fourth.status])).toEqual([200, 200])
  expect(files.begun).toEqual(['md', 'xes', 'cjml'])
})

it('[HT15] a file that nobody reads holds up the next one of its workshop until its reader has gone', async () => {
  const { files, server: of, workshop, token } = await start()
  const large = ask(of, workshop, token, 'md')
  await files.until('md')
  files.end('md', MAX_UNREAD_BYTES + 1)
  const { body } = await large.answer
  const other = await of.workshop('Other')
  const { token: otherToken } = await of.join(other, 'participant', 'Ben')
  const next = ask(of, workshop, token, 'csv')
  const ofOthers = ask(of, other, otherToken, 'xes')
  await files.until('xes')
  expect(files.begun).toEqual(['md', 'xes'])
  files.end('xes')
  expect(await ofOthers.status).toBe(200)
  await body?.cancel()
  await files.until('csv')
  files.end('csv')
  expect(await next.status).toBe(200)
})

it('[EX4] the ticket of somebody who was shown out opens nothing', async () => {
  const { files, server: of, workshop, token, participantId } = await start()
  const base = `/api/workshops/${workshop.id}`
  const facilitator = await of.join(workshop, 'facilitator', 'Ruth')
  const { body } = await of.call('POST', `${base}/export-ticket`, { body: { format: 'md' }, token })
  const command = { type: 'participant.remove', participantId }
  expect((await of.call('POST', `${base}/commands`, { body: command, token: facilitator.token })).status).toBe(200)
  expect((await of.call('GET', String(body['url']))).status).toBe(401)
  expect(files.begun).toEqual([])
})

it('a server that stops tells those who wait', async () => {
  const { files, server: of, workshop, token } = await start()
  const first = ask(of, workshop, token, 'md')
  await files.until('md')
  files.queue.stop()
  expect(await first.status).toBe(503)
})
