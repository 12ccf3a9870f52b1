// The disk takes nothing, or only for a while. The server says that it is not ready, tells the people, and goes on by itself
// when the disk does.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { addNote, noteText } from '../support/room/TestRoom.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { TestServer } from '../support/TestServer.ts'

const statusOf = async (url: string): Promise<number> => (await fetch(`${url}/ready`)).status

const ways = [
  ['holds a folder of the name', (path: string) => mkdirSync(path)],
  ['goes round in a circle', (path: string) => symlinkSync(path, path)],
] as const
it.each(ways)('[OP4] not ready while the disk %s where the server writes', async (_, puts) => {
  const server = await TestServer.start()
  try {
    expect(await statusOf(server.url)).toBe(200)
    // What the server writes to see whether the disk takes anything; it looks again every 2 s.
    const probe = join(server.folder, 'workshops', '.probe')
    puts(probe)
    await until(async () => (await statusOf(server.url)) === 503)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    rmSync(probe, { recursive: true })
    await until(async () => (await statusOf(server.url)) === 200)
  } finally {
    await server.stop()
  }
})

it('[OP4, SA3] another program holds the file: people are told, nothing is lost, saving goes on', async () => {
  const product = await startProduct()
  try {
    const anna = await joins(product)
    const file = new DatabaseSync(join(product.dataDir, 'workshops', `${anna.workshopId}.sqlite`))
    file.exec('BEGIN IMMEDIATE')
    addNote(anna.doc, 'meanwhile', 'Not lost')
    await until(async () => (await statusOf(product.origin)) === 503)
    expect(product.output).toContain('not saved')
    noteText(anna.doc, 'meanwhile').insert(8, ' at all')
    file.exec('ROLLBACK')
    file.close()
    await until(async () => (await statusOf(product.origin)) === 200)
    expect(product.output).toContain('saving again')
    anna.leaves()
    await product.killHard()
    await product.restart()
    expect(noteText(await anna.onServer(), 'meanwhile').toString()).toBe('Not lost at all')
  } finally {
    await product.stop()
  }
})

/** A workshop, and Anna in it with Yjs's own client. */
async function joins({ origin }: Product) {
  const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
    const response = await fetch(origin + path, { method: 'POST', body: JSON.stringify(body) })
    return (await response.json()) as Answer
  }
  const { id, keys } = await ask<CreatedWorkshop>('/api/workshops', { title: 'Disk' })
  const { token } = await ask<Joined>(`/api/workshops/${id}/join`, { key: keys.participant, name: 'Anna' })
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync/${id}`, 'board', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token },
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    workshopId: id,
    doc,
    async onServer(): Promise<Y.Doc> {
      const state = await fetch(`${origin}/api/workshops/${id}/state`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const kept = new Y.Doc()
      Y.applyUpdate(kept, new Uint8Array(await state.arrayBuffer()))
      return kept
    },
    leaves(): void {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}

/** Asks the server again and again: each answer takes it a moment. The test's own limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
