// SQLite answers "full": the file may not grow any further. What happens then, on the real storage and in a room.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { SqliteStorage } from '../../server/storage/SqliteStorage.ts'

const ID = 'workshop00000001'
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-full-'))
const storage = new SqliteStorage(folder)
afterAll(async () => {
  await storage.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function boardLengths(): Promise<number[]> {
  const result = await storage.load(ID)
  if (!result.ok) throw new Error(result.reason)
  expect(result.workshop.damage).toEqual([])
  return (result.workshop.documents.get('board') ?? []).map(({ length }) => length)
}

it('[DF5] a full disk stores nothing of a batch, and everything of it once there is room', async () => {
  const batch = (length: number) => ({
    updates: [{ document: 'board', bytes: new Uint8Array(length) }],
    records: [{ key: `r${length}`, value: '1' }],
  })
  await storage.create(ID, { updates: [], records: [{ key: 'workshop', value: '{}' }] })
  await storage.append(ID, batch(10))
  await storage.limitFileBytes(64 * 1024)
  await expect(storage.append(ID, batch(200_000))).rejects.toMatchObject({
    name: 'StorageError',
    code: 'diskFull',
    message: expect.stringMatching(/limit of 65536 bytes \(MAX_FILE_BYTES_PER_ROOM\)/) as string,
  })
  await expect(storage.append(ID, batch(200_001))).rejects.toMatchObject({ code: 'diskFull' })
  expect(await boardLengths()).toEqual([10])
  await storage.limitFileBytes(0)
  await storage.append(ID, batch(200_000))
  expect(await boardLengths()).toEqual([10, 200_000])
})
