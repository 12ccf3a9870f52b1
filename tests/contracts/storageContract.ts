// What every storage must keep. Run by a dozen lines per implementation.
import { afterEach, describe, expect, it } from 'vitest'
import type { Batch, LoadedWorkshop, NewSnapshot, SnapshotKind, Storage } from '../../server/storage/Storage.ts'

const ID = 'workshop00000001'
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const first: Batch = {
  updates: [{ document: 'board', bytes: bytes(1, 1) }],
  records: [{ key: 'workshop', value: '{"title":"T"}' }],
}
const update = (value: number, document = 'board'): Batch => ({
  updates: [{ document, bytes: bytes(value) }],
  records: [],
})
const snapshot = (kind: SnapshotKind, takenAtMs: number, state: number, label = ''): NewSnapshot => ({
  document: 'board',
  kind,
  label,
  takenAtMs,
  cards: 3,
  state: bytes(state),
})

export function storageContract(name: string, make: () => Promise<Storage>, reopen?: () => Promise<Storage>): void {
  describe(`${name} keeps the storage contract`, () => {
    let storage: Storage
    const start = async (): Promise<Storage> => {
      storage = await make()
      await storage.create(ID, first)
      return storage
    }
    const load = async (from: Storage = storage): Promise<LoadedWorkshop> => {
      const result = await from.load(ID)
      if (!result.ok) throw new Error(result.reason)
      return result.workshop
    }
    const board = async (): Promise<number[][]> =>
      ((await load()).documents.get('board') ?? []).map((part) => [...part])
    afterEach(() => storage.stop())

    it('[ST1] gives back updates in order, per document, and records by key', async () => {
      await start()
      await storage.append(ID, update(2))
      await storage.append(ID, {
        updates: [{ document: 'drafts.anna', bytes: bytes(7) }],
        records: [{ key: 'a.b', value: '"x"' }],
      })
      await storage.append(ID, update(3))
      const { documents, records, damage } = await load()
      expect(await board()).toEqual([[1, 1], [2], [3]])
      expect([...(documents.get('drafts.anna') ?? [])].map((part) => [...part])).toEqual([[7]])
      expect(Object.fromEntries(records)).toEqual({ workshop: '{"title":"T"}', 'a.b': '"x"' })
      expect(damage).toEqual([])
    })

    it('[ST2] a record is replaced by its key and removed by null', async () => {
      await start()
      await storage.append(ID, { updates: [], records: [{ key: 'k', value: '1' }] })
      await storage.append(ID, { updates: [], records: [{ key: 'k', value: '2' }] })
      expect((await load()).records.get('k')).toBe('2')
      await storage.append(ID, { updates: [], records: [{ key: 'k', value: null }] })
      expect((await load()).records.has('k')).toBe(false)
    })

    it('[ST3] an unknown workshop is unknown, and names that are no ids are too', async () => {
      await start()
      for (const id of ['workshop00000002', '../workshop00000001', 'WORKSHOP00000001', '', 'a/b', '.', 'con']) {
        expect(await storage.load(id)).toEqual({ ok: false, reason: 'unknown' })
        await expect(storage.append(id, update(1))).rejects.toMatchObject({ code: 'unknown' })
      }
    })

    it('[ST4] a workshop is made once', async () => {
      await start()
      await expect(storage.create(ID, update(9))).rejects.toMatchObject({ code: 'exists' })
      expect(await board()).toEqual([[1, 1]])
      expect(await storage.list()).toEqual([ID])
    })

    it('[ST5] a load starts from the newest snapshot and what came after it', async () => {
      await start()
      await storage.append(ID, update(2))
      await storage.saveSnapshot(ID, snapshot('auto', 1_000, 50))
      await storage.append(ID, update(3))
      expect(await board()).toEqual([[50], [3]])
      await storage.saveSnapshot(ID, snapshot('base', 2_000, 60))
      await storage.append(ID, update(4))
      expect(await board()).toEqual([[60], [4]])
    })

    it('[ST6] snapshots are listed newest first, without those that only shorten the log, and read by number', async () => {
      await start()
      const named = await storage.saveSnapshot(ID, snapshot('named', 1_000, 50, 'Before'))
      await storage.saveSnapshot(ID, snapshot('base', 2_000, 51))
      const auto = await storage.saveSnapshot(ID, snapshot('auto', 3_000, 52))
      expect(await storage.listSnapshots(ID)).toEqual([auto, named])
      expect([...((await storage.readSnapshot(ID, named.sid)) ?? [])]).toEqual([50])
      expect(await storage.readSnapshot(ID, 999)).toBeNull()
    })

    it('[ST7] numbers go on after the log was shortened to nothing', async () => {
      await start()
      for (let round = 1; round <= 5; round++) {
        await storage.append(ID, update(round))
        await storage.saveSnapshot(ID, snapshot('base', round, 100 + round))
      }
      await storage.append(ID, update(77))
      expect(await board()).toEqual([[105], [77]])
    })

    it('[ST8] pictures are kept by their hash', async () => {
      await start()
      await storage.saveAsset(ID, 'ab', { type: 'image/png', bytes: bytes(1, 2, 3) })
      const asset = await storage.readAsset(ID, 'ab')
      expect({ type: asset?.type, bytes: [...(asset?.bytes ?? [])] }).toEqual({ type: 'image/png', bytes: [1, 2, 3] })
      expect(await storage.readAsset(ID, 'cd')).toBeNull()
      expect(await storage.listAssets(ID)).toEqual([{ hash: 'ab', bytes: 3 }])
    })

    if (reopen) {
      it('[ST10] tells how much a workshop takes, and how much of it is pictures', async () => {
        await start()
        const before = await storage.sizes(ID)
        expect(before).toMatchObject({ assetBytes: 0 })
        expect(before.fileBytes).toBeGreaterThan(0)
        const picture = { type: 'image/png', bytes: new Uint8Array(100_000) }
        await storage.saveAsset(ID, 'c'.repeat(64), picture)
        await storage.saveAsset(ID, 'c'.repeat(64), picture)
        const { fileBytes, assetBytes } = await storage.sizes(ID)
        expect(assetBytes).toBe(100_000)
        expect(fileBytes - before.fileBytes).toBeGreaterThan(80_000)
        expect(fileBytes - before.fileBytes).toBeLessThan(150_000)
      })

      it('[ST9] everything is there after the storage was stopped and started again', async () => {
        await start()
        await storage.append(ID, update(2))
        await storage.saveSnapshot(ID, snapshot('named', 1, 9, 'N'))
        await storage.append(ID, update(3))
        await storage.stop()
        storage = await reopen()
        expect(await board()).toEqual([[9], [3]])
        expect(await storage.listSnapshots(ID)).toHaveLength(1)
      })
    }
  })
}
