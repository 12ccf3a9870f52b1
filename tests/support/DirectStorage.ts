// Real workshop files, worked on in the test's own thread: nothing to wait for, so a clock moved by hand moves it too.
import type {
  Batch,
  LoadResult,
  NewSnapshot,
  Storage,
  StoredAsset,
  StoredSizes,
  StoredSnapshot,
} from '../../server/storage/Storage.ts'
import { WorkshopFiles } from '../../server/storage/WorkshopFiles.ts'

export class DirectStorage implements Storage {
  private readonly files: WorkshopFiles

  constructor(folder: string) {
    this.files = new WorkshopFiles(folder)
  }

  async list(): Promise<readonly string[]> {
    return this.files.list()
  }
  async create(workshopId: string, batch: Batch): Promise<void> {
    this.files.create(workshopId, batch)
  }
  async load(workshopId: string): Promise<LoadResult> {
    return this.files.load(workshopId, 0)
  }
  async append(workshopId: string, batch: Batch): Promise<void> {
    this.files.append(workshopId, batch)
  }
  async saveSnapshot(workshopId: string, snapshot: NewSnapshot): Promise<StoredSnapshot> {
    return this.files.saveSnapshot(workshopId, snapshot)
  }
  async listSnapshots(workshopId: string): Promise<readonly StoredSnapshot[]> {
    return this.files.listSnapshots(workshopId)
  }
  async readSnapshot(workshopId: string, sid: number): Promise<Uint8Array | null> {
    return this.files.readSnapshot(workshopId, sid)
  }
  async saveAsset(workshopId: string, hash: string, asset: StoredAsset): Promise<void> {
    this.files.saveAsset(workshopId, hash, asset)
  }
  async readAsset(workshopId: string, hash: string): Promise<StoredAsset | null> {
    return this.files.readAsset(workshopId, hash)
  }
  async listAssets(workshopId: string): Promise<readonly { readonly hash: string; readonly bytes: number }[]> {
    return this.files.listAssets(workshopId)
  }
  async sizes(workshopId: string): Promise<StoredSizes> {
    return this.files.sizes(workshopId)
  }
  async cutLog(workshopId: string): Promise<void> {
    this.files.cutLog(workshopId)
  }
  async backup(workshopId: string): Promise<Uint8Array> {
    return this.files.backup(workshopId)
  }
  async release(workshopId: string): Promise<void> {
    this.files.release(workshopId)
  }
  async probe(): Promise<boolean> {
    return this.files.probe()
  }
  async stop(): Promise<void> {
    this.files.releaseAll()
  }
}
