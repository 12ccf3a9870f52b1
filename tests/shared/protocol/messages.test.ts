// What crosses the wire is frozen: pages that are open during an update talk to the new server.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import {
  clientMessageSchema,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_ROOM,
  MESSAGE_SYNC,
  presenceSchema,
  PROTOCOL_VERSION,
  serverMessageSchema,
} from '../../../shared/protocol/messages.ts'

/**
 * When this fails: a field that may be absent, or a new message that older pages ignore, needs only the new fingerprint
 * here. A field that is gone, renamed, or means something else needs a new PROTOCOL_VERSION as well; older pages are
 * then closed with `tooOld` and load themselves again.
 */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'bd2a19e8b39f9b53',
}

it('[FR1] the messages of this protocol version have not changed', () => {
  const wire = {
    types: [MESSAGE_SYNC, MESSAGE_AWARENESS, MESSAGE_QUERY_AWARENESS, MESSAGE_ROOM],
    client: z.toJSONSchema(clientMessageSchema),
    server: z.toJSONSchema(serverMessageSchema),
    presence: z.toJSONSchema(presenceSchema),
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16)
  expect(fingerprints[PROTOCOL_VERSION]).toBe(fingerprint)
})

it('[FR2] close codes keep their numbers, and 4400 to 4499 are those a stock client does not come back from', () => {
  const numbers = Object.values(closeCodes).map(({ code }) => code)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { code, retry } of Object.values(closeCodes))
    expect([code, retry]).toEqual([code, code < 4400 || code > 4499])
  expect(closeCodes).toMatchObject({
    serverStopping: { code: 1012 },
    tooSlow: { code: 4008 },
    tooFast: { code: 4029 },
    badMessage: { code: 4400 },
    notAllowed: { code: 4403 },
    unknownRoom: { code: 4404 },
    damagedRoom: { code: 4410 },
    refused: { code: 4422 },
    tooOld: { code: 4426 },
    full: { code: 4430 },
  })
})
