import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { endBrokenRequest } from '../../../server/transport/endBrokenRequest.ts'

const broken = (code: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = new PassThrough()
    let sent = ''
    socket.on('data', (bytes) => (sent += String(bytes)))
    socket.on('close', () => resolve(sent))
    endBrokenRequest(Object.assign(new Error('broken'), { code }), socket)
  })

it('[WS11] a connection on which nobody has asked in time is closed without an answer to nothing', async () => {
  expect(await broken('ERR_HTTP_REQUEST_TIMEOUT')).toBe('')
})

it('[WS11] what is no request is told so', async () => {
  expect(await broken('HPE_INVALID_METHOD')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n/)
})
