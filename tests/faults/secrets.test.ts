// Nothing that opens a door is written down: no key, token, ticket or admin key in a log line, at any level and whatever
// goes wrong, and only hashes of them in a workshop's file. Nor does a log line hold what people typed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { addNote } from '../support/room/TestRoom.ts'
import { startProduct } from '../support/startProduct.ts'

const ADMIN_KEY = 'a-key-of-the-operator-1234567890'
/** Words that people type, in places where a careless log line would take them from. */
const typed = {
  title: 'Zwiebelkuchen',
  name: 'Quastenflosser',
  note: 'Blaubeermarmelade',
  question: 'Kokosnussknacker',
}

it('[OP5] no secret and no word of people in a log line; of secrets only hashes in the file', async () => {
  const product = await startProduct({ settings: { LOG_LEVEL: 'debug', ADMIN_KEY } })
  const call = (method: string, path: string, token: string | null, body?: unknown) =>
    fetch(product.origin + path, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const made = await call('POST', '/api/workshops', ADMIN_KEY, { title: typed.title })
  const { id, keys } = (await made.json()) as CreatedWorkshop
  const at = `/api/workshops/${id}`
  const joins = async (role: 'facilitator' | 'participant', name: string) =>
    (await (await call('POST', `${at}/join`, null, { key: keys[role], name })).json()) as Joined
  const maya = await joins('facilitator', typed.name)
  const anna = await joins('participant', 'Anna')
  const issued = await call('POST', `${at}/commands`, maya.token, {
    type: 'link.issue',
    role: 'participant',
    oneUse: true,
  })
  const { key: personalKey = '' } = (await issued.json()) as { key?: string }

  // Everybody writes, some of it wrong; some come with a bad key, a bad token, a bad body, a secret in the address.
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${product.origin.replace('http', 'ws')}/sync/${id}`, 'board', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token: anna.token },
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  addNote(doc, 'note', typed.note)
  const refused = new Promise<void>((resolve) => provider.once('connection-close', () => resolve()))
  doc.getMap('meta').set('schemaVersion', anna.token)
  await refused
  await call('POST', `${at}/commands`, maya.token, { type: 'round.open', question: typed.question, kind: 'note' })
  const ticket = await call('POST', `${at}/export-ticket`, maya.token, { format: 'json' })
  const { url = '' } = (await ticket.json()) as { url?: string }
  const secretOfTicket = new URL(url, product.origin).searchParams.get('ticket') ?? ''
  const misses = [
    call('GET', url, null),
    call('GET', url, null),
    call('POST', `${at}/join`, null, { key: `${keys.viewer.slice(0, -1)}x`, name: typed.name }),
    call('POST', `${at}/join`, anna.token, `{"key":"${keys.participant}`),
    call('GET', `${at}?token=${maya.token}&key=${keys.facilitator}`, null),
    call('GET', `/w/${id}/${keys.viewer}`, null),
    call('POST', `${at}/import/json?mode=add`, maya.token, `{"title": "${typed.title}"`),
    call('GET', '/api/backup', `${ADMIN_KEY}x`),
  ]
  for (const miss of misses) await (await miss).arrayBuffer()
  provider.destroy()
  provider.awareness.destroy()

  const secrets = [ADMIN_KEY, ...Object.values(keys), personalKey, maya.token, anna.token, secretOfTicket]
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(15)
  const files = readFiles(product.dataDir)
  // Their hashes are there: this is the file, and they are what is looked for.
  for (const secret of [...Object.values(keys), maya.token, anna.token]) expect(files).toContain(hashSecret(secret))
  expect(secrets.filter((secret) => files.includes(secret))).toEqual([])
  await product.restart()
  const log = product.output
  expect(log.split('\n').length).toBeGreaterThan(3)
  expect([...secrets, ...Object.values(typed)].filter((word) => log.includes(word))).toEqual([])
  await product.stop()
})

/** Everything on disk, as letters; logs of the database included. */
function readFiles(folder: string): string {
  const names = readdirSync(folder, { encoding: 'utf8', recursive: true, withFileTypes: true })
  return names
    .flatMap((entry) => (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), 'latin1') : []))
    .join('')
}
