// Two things about files that are easy to forget: SQLite's side files, and that a folder has to be synced too.
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'

export function removeWithLogs(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

/** A new name in a folder survives a power cut only after this. Windows cannot open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
