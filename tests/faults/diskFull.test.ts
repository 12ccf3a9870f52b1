// SQLite answers "full": the file may not grow any further. What happens then, on the real storage and in a room.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { SqliteStorage } from '../../server/storage/SqliteStorage.ts'

const ID = 'workshop00000001'
const OTHER_ID = 'workshop00000002'
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-full-'))
const storage = new SqliteStorage(folder)
afterAll(async () => {
  await storage.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function boardLengths(id = ID): Promise<number[]> {
  const result = await storage.load(id)
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

it('[DF5] an error of the disk itself stores nothing of a batch, and what came before and after it is there', () => {
  // A file that may not grow is the one such error that every machine can be asked for: any shell, blocks of 512 bytes.
  const program = fileURLToPath(new URL('limitedDisk.ts', import.meta.url))
  const limited = ['-c', 'ulimit -f 400 && exec "$0" --disable-warning=ExperimentalWarning "$@"', process.execPath]
  const said = execFileSync('/bin/sh', [...limited, program, folder, OTHER_ID], { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual(['stored', 'ioError', 'stored'])
  return expect(boardLengths(OTHER_ID)).resolves.toEqual([10, 20])
})
