// What travels between the server's thread and the storage worker.
import type { WorkshopFiles } from './WorkshopFiles.ts'

export type StorageMethod = Exclude<keyof WorkshopFiles, 'open'>

export interface StorageCall {
  readonly id: number
  readonly method: StorageMethod
  readonly args: readonly unknown[]
}

export type StorageAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly workshopId: string
      readonly code: string
      readonly message: string
    }

export interface StorageWorkerData {
  readonly folder: string
  /** 0: no limit. */
  readonly maxFileBytes: number
}
