// The disk takes nothing, in the three ways it does: no room, not allowed, an error of its own. The server says that it is
// not ready, tells the people, and goes on by itself when the disk does.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { noteText, addNote } from '../support/room/TestRoom.ts'
import { startProduct } from '../support/startProduct.ts'
import { TestServer } from '../support/TestServer.ts'

const statusOf = async (url: string): Promise<number> => (await fetch(`${url}/ready`)).status

const ways = [
  ['is full', '/dev/full'],
  ['may not be written', '/proc/version'],
] as const
it.each(ways.filter(([, device]) => existsSync(device)))('[OP4] not ready while the disk %s', async (_, device) => {
  const server = await TestServer.start()
  try {
    expect(await statusOf(server.url)).toBe(200)
    // What the server writes to see whether the disk takes anything; it looks again every 2 s.
    const probe = join(server.folder, 'workshops', '.probe')
    symlinkSync(device, probe)
    await until(async () => (await statusOf(server.url)) === 503)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    rmSync(probe)
    await until(async () => (await statusOf(server.url)) === 200)
  } finally {
    await server.stop()
  }
})

/** From util-linux: limits how large a file of a running process may become. Writing on is then an error of the disk. */
const PRLIMIT = '/usr/bin/prlimit'
const limitFiles = (pid: number, bytes: string) => execFileSync(PRLIMIT, ['--pid', String(pid), `--fsize=${bytes}:`])

it.skipIf(!existsSync(PRLIMIT))(
  '[OP4, SA3] an input/output error below SQLite: people are told, nothing is lost, saving goes on',
  async () => {
    const product = await startProduct()
    const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
      const response = await fetch(product.origin + path, { method: 'POST', body: JSON.stringify(body) })
      return (await response.json()) as Answer
    }
    const { id, keys } = await ask<CreatedWorkshop>('/api/workshops', { title: 'Disk' })
    const { token } = await ask<Joined>(`/api/workshops/${id}/join`, { key: keys.participant, name: 'Anna' })
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${product.origin.replace('http', 'ws')}/sync/${id}`, 'board', doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      params: { token },
      disableBc: true,
    })
    try {
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
      addNote(doc, 'before', 'x')
      // Below what the log of the file holds already: not a byte more.
      limitFiles(product.pid, '4096')
      addNote(doc, 'meanwhile', 'Not lost')
      await until(async () => (await statusOf(product.origin)) === 503)
      expect(product.output).toContain('not saved')
      noteText(doc, 'meanwhile').insert(8, ' at all')
      limitFiles(product.pid, 'unlimited')
      await until(async () => (await statusOf(product.origin)) === 200)
      expect(product.output).toContain('saving again')
      await product.killHard()
      await product.restart()
      const state = await fetch(`${product.origin}/api/workshops/${id}/state`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const kept = new Y.Doc()
      Y.applyUpdate(kept, new Uint8Array(await state.arrayBuffer()))
      expect(noteText(kept, 'meanwhile').toString()).toBe('Not lost at all')
    } finally {
      provider.destroy()
      provider.awareness.destroy()
      await product.stop()
    }
  },
)

/** Asks the server again and again: each answer takes it a moment. The test's own limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
