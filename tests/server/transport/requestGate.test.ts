// One connection, or one address, that asks for more at once than others ever would.
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultConfig } from '../../../server/config.ts'
import { defaultLimits } from '../../../server/limits.ts'
import { RequestGate } from '../../../server/transport/RequestGate.ts'
import { TestServer } from '../../support/TestServer.ts'

let server: TestServer
beforeEach(async () => {
  const limits = { ...defaultLimits, maxPipelinedRequests: 16, maxRequestsPerAddress: 20 }
  // Whoever comes from here may say for whom: addresses for the test.
  server = await TestServer.start({ limits, trustProxy: ['127.0.0.1'] })
})
afterEach(() => server.stop())

function open(): Socket {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.on('error', () => {})
  return socket
}

function head(method: string, path: string, more = ''): string {
  return `${method} ${path} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n${more}\r\n`
}

/** Everything that came until the server let go. */
async function untilClosed(socket: Socket): Promise<string> {
  let got = ''
  socket.on('data', (bytes) => (got += String(bytes)))
  await new Promise((resolve) => socket.once('close', resolve))
  return got
}

const countOf = (text: string, part: string): number => text.split(part).length - 1
const metrics = async (): Promise<string> => String((await server.call('GET', '/metrics')).body['text'])

it('[HT13] thousands of requests on one connection: the first are answered in order, then it is closed', async () => {
  const socket = open()
  const answers = untilClosed(socket)
  socket.write(head('GET', '/health').repeat(5_000))
  // Somebody else at the same time.
  expect((await server.call('GET', '/health')).status).toBe(200)
  const text = await answers
  expect(countOf(text, 'HTTP/1.1 200')).toBe(16)
  expect(countOf(text, 'HTTP/1.1 429')).toBe(1)
  expect(text.indexOf('429')).toBeGreaterThan(text.lastIndexOf('HTTP/1.1 200'))
  expect(text).toContain('Too many requests')
  expect(await metrics()).toContain('reason="maxPipelinedRequests"} 1')
})

it('[HT13] who waits for answers may ask as often as they like over one connection', async () => {
  const socket = open()
  for (let asked = 0; asked < 50; asked++) {
    const answer = new Promise((resolve) => socket.once('data', (bytes) => resolve(String(bytes).slice(9, 12))))
    socket.write(head('GET', '/health'))
    expect(await answer).toBe('200')
  }
  socket.destroy()
})

it('[HT13] an address has a limit too; others, and the same one later, are answered', async () => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
  // Bodies that do not come keep their requests under way.
  const slow = Array.from({ length: 20 }, () => open())
  const late = 'X-Forwarded-For: 203.0.113.7\r\nContent-Type: application/json\r\nContent-Length: 100\r\n'
  for (const socket of slow) socket.write(head('POST', '/api/workshops', late))
  await expect.poll(async () => (await server.call('GET', '/health', from('203.0.113.7'))).status).toBe(429)
  expect((await server.call('GET', '/health', from('203.0.113.8'))).status).toBe(200)
  expect((await server.call('GET', '/health')).status).toBe(200)
  expect(await metrics()).toContain('reason="maxRequestsPerAddress"')
  for (const socket of slow) socket.destroy()
  await expect.poll(async () => (await server.call('GET', '/health', from('203.0.113.7'))).status).toBe(200)
})

it('[HT13] while the first answers take their time, nothing more is read of a connection that is over its limit', async () => {
  const held: ServerResponse[] = []
  let refuse = (): void => {}
  const refused = new Promise<void>((resolve) => (refuse = resolve))
  const gate = new RequestGate(defaultConfig, { refused: () => refuse() })
  const http = createServer(gate.guard((_request, response) => void held.push(response)))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const theirs = new Promise<Socket>((resolve) => http.once('connection', resolve))
  const socket = connect({ host: '127.0.0.1', port: (http.address() as AddressInfo).port })
  socket.on('error', () => {})
  const answers = untilClosed(socket)
  const flood = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(400_000))
  socket.write(flood)
  const server = await theirs
  await refused
  const before = server.bytesRead
  // Each turn would read more.
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(server.bytesRead - before).toBeLessThan(256 * 1024)
  expect(held).toHaveLength(16)
  for (const response of held) {
    response.end('ok')
    await new Promise((resolve) => setImmediate(resolve))
  }
  const text = await answers
  expect(countOf(text, 'HTTP/1.1 200')).toBe(16)
  expect(countOf(text, 'HTTP/1.1 429')).toBe(1)
  expect(server.bytesRead - before).toBeLessThan(1024 * 1024)
  expect(server.destroyed).toBe(true)
  http.close()
})
