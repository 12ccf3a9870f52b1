// The restore drill: all workshops out with one command or one call while people write, into the folder of another
// server, and there as they were.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { inRoot, rootDir } from '../../../server/launch/paths.mjs'
import { startServer } from '../../../server/startServer.ts'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

const ADMIN_KEY = 'a-long-admin-key-for-tests'
let server: TestServer
let folder: string

beforeEach(async () => {
  server = await TestServer.start({ adminKey: ADMIN_KEY })
  folder = mkdtempSync(join(tmpdir(), 'journeyboard-backup-'))
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A workshop with one note whose words are on disk, somebody still connected. */
async function writtenWorkshop(note: string) {
  const { body } = await server.call('POST', '/api/workshops', { body: { title: 'Drill' }, token: ADMIN_KEY })
  const workshop = body as unknown as CreatedWorkshop
  const { token } = await server.join(workshop, 'facilitator', 'Maya')
  const { doc } = await server.stockClient(workshop, token)
  addNote(doc, 'note', note)
  const other = await server.stockClient(workshop, token)
  await untilDoc(other.doc, () => other.doc.getMap('cards').has('note'))
  // Answered when everything before it is on disk.
  await server.call('POST', `/api/workshops/${workshop.id}/commands`, {
    body: { type: 'workshop.rename', title: 'Drilled' },
    token,
  })
  return { id: workshop.id, token }
}

function command(args: readonly string[], dataDir = server.folder) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir }
    execFile(
      process.execPath,
      [inRoot('server', 'backup.mjs'), ...args],
      { cwd: rootDir, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** Notes of a workshop as another server serves them from the files of the archive. */
async function restored(archive: Uint8Array, { id, token }: { id: string; token: string }): Promise<unknown> {
  const dataDir = join(folder, 'elsewhere')
  mkdirSync(join(dataDir, 'workshops'), { recursive: true })
  for (const [name, bytes] of Object.entries(unzipSync(archive))) writeFileSync(join(dataDir, 'workshops', name), bytes)
  const elsewhere = await startServer({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent' })
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${elsewhere.url}/api/workshops/${id}/export/json`, { headers })
  await elsewhere.stop()
  return response.json()
}

describe('[OP2] a backup of all workshops while they are in use', () => {
  it('by command, into a file that is never written over', async () => {
    const first = await writtenWorkshop('Words of the first')
    const second = await writtenWorkshop('Words of the second')
    const path = join(folder, 'all.zip')
    const made = await command([path])
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('2 of 2 workshops') as unknown, stderr: '' })
    expect(readdirSync(folder)).toEqual(['all.zip'])
    for (const [workshop, words] of [
      [first, 'Words of the first'],
      [second, 'Words of the second'],
    ] as const) {
      const file = await restored(readFileSync(path), workshop)
      expect(JSON.stringify(file)).toContain(words)
      expect(file).toMatchObject({ workshop: { title: 'Drilled' } })
    }
    const before = readFileSync(path)
    expect(await command([path])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already') as unknown,
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('by call, one file after the other', async () => {
    const workshop = await writtenWorkshop('Words over HTTP')
    const response = await fetch(`${server.url}/api/backup`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } })
    expect(response.headers.get('content-type')).toBe('application/zip')
    const archive = new Uint8Array(await response.arrayBuffer())
    expect(JSON.stringify(await restored(archive, workshop))).toContain('Words over HTTP')
  })

  it('without the server too; what cannot be read is named, and left as it is', async () => {
    const workshop = await writtenWorkshop('Words at rest')
    const broken = join(server.folder, 'workshops', 'broken0000000001.sqlite')
    writeFileSync(broken, 'this is no database')
    await server.running.stop()
    const path = join(folder, 'all.zip')
    const made = await command([path])
    expect(made).toMatchObject({ code: 1, stdout: expect.stringContaining('1 of 2 workshops') as unknown })
    expect(made.stderr).toContain('broken0000000001')
    expect(readFileSync(broken, 'utf8')).toBe('this is no database')
    expect(JSON.stringify(await restored(readFileSync(path), workshop))).toContain('Words at rest')
  })

  it('says what is missing: a name, a folder with workshops', async () => {
    expect(await command([])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run backup --') as unknown,
    })
    const wrong = await command([join(folder, 'all.zip')], join(folder, 'nothing'))
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('Check DATA_DIR') as unknown })
    expect(readdirSync(folder)).toEqual([])
  })
})
