import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { MemoryStorage } from '../../server/storage/MemoryStorage.ts'
import { SqliteStorage } from '../../server/storage/SqliteStorage.ts'
import { storageContract } from './storageContract.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

storageContract('MemoryStorage', async () => new MemoryStorage())
storageContract(
  'SqliteStorage',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journeyboard-storage-'))
    folders.push(folder)
    return new SqliteStorage(folder)
  },
  async () => new SqliteStorage(folders.at(-1) ?? ''),
)
