// `npm run backup -- <file>`: the archive of all workshops into a file, past a running server or without one. The file
// stands under its name only when it is complete and on disk; an existing one is never written over.
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readConfig } from '../config.ts'
import { SqliteStorage } from '../storage/SqliteStorage.ts'
import { backupArchive } from './backupArchive.ts'
import { type Log, reasonOf } from './Log.ts'

const USAGE = 'Say where to: npm run backup -- <file>.zip'

async function main(argument: string | undefined): Promise<number> {
  if (argument === undefined || argument.startsWith('-')) return fail(USAGE)
  const config = readConfig(process.env)
  if (!config.ok) return fail(config.problems.join('\n'))
  const folder = join(config.config.dataDir, 'workshops')
  // Storage would make the folder: a mistyped DATA_DIR must not end in an empty backup that looks fine.
  if (!existsSync(folder)) return fail(`There are no workshops in ${config.config.dataDir}. Check DATA_DIR.`)
  const path = resolve(argument)
  if (existsSync(path)) return fail(`${path} is there already. Choose another name.`)
  const storage = new SqliteStorage(folder)
  try {
    const all = await storage.list()
    const missing = await writeArchive(storage, path)
    const kept = all.length - missing.length
    process.stdout.write(`${kept} of ${all.length} workshops in ${path} (${statSync(path).size} bytes)\n`)
    if (missing.length === 0) return 0
    return fail(`Not in the backup, because they cannot be read:\n${missing.join('\n')}`)
  } catch (error) {
    return fail(`The backup could not be written: ${reasonOf(error)}`)
  } finally {
    await storage.stop()
  }
}

/** Answers which workshops are missing in it, each with the reason. Rejects, and leaves nothing behind, if it cannot be written. */
async function writeArchive(storage: SqliteStorage, path: string): Promise<string[]> {
  const missing: string[] = []
  const log: Log = {
    error: (_event, fields) => missing.push(`${String(fields?.['room'])}: ${String(fields?.['reason'])}`),
    info: () => undefined,
    debug: () => undefined,
  }
  const draftPath = `${path}.part-${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    await pipeline(Readable.fromWeb(backupArchive(storage, log)), createWriteStream(draftPath, { flags: 'wx' }))
    const handle = openSync(draftPath, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(draftPath, path)
  } catch (error) {
    rmSync(draftPath, { force: true })
    throw error
  }
  return missing
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

process.exitCode = await main(process.argv[2])
