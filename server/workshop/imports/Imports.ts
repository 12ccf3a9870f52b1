// What the server keeps about imports so that one command takes each of them back: what of the board each wrote, as a range
// of Yjs' own numbering (a few bytes for any size of file), and what it changed beside the board.
import { _default as withDefault, z } from 'zod/mini'
import type { KeptImport } from '../../../shared/protocol/api.ts'
import type { Note } from '../Facilitation.ts'

const infoSchema = z.object({
  title: z.string(),
  departments: z.array(z.string()),
  reviewDate: z.nullable(z.string()),
})
export type WorkshopInfo = Readonly<z.infer<typeof infoSchema>>

const importSchema = z.object({
  by: z.string(),
  atMs: z.number(),
  mode: z.enum(['add', 'replace']),
  /** Snapshot of the board as it was. */
  before: z.number(),
  /** What of it changed while the snapshot was stored, as an update (Base64). Only of what is replaced. */
  since: withDefault(z.string(), ''),
  /** Everything that this client wrote in this range came with the import, and nothing else did. */
  written: z.object({ client: z.number(), from: z.number(), to: z.number() }),
  /** Votes that came with the file. */
  roundIds: z.array(z.string()),
  /** Only of a file that came in the place of what was there. */
  info: z.nullable(z.object({ before: infoSchema, after: infoSchema })),
  /** Phases that came with the file, in order. */
  phaseIds: z.array(z.string()),
})
export type ImportRecord = Readonly<z.infer<typeof importSchema>>
export type WrittenRange = ImportRecord['written']

/** Older ones cannot be taken back: the snapshots of before are not kept for ever either. */
const MAX_REMEMBERED = 20
const PREFIX = 'imported.'

export class Imports {
  private readonly note: Note
  private readonly records = new Map<string, ImportRecord>()

  constructor(note: Note) {
    this.note = note
  }

  /** Takes a record from disk: `imported.<changeId>`. False: cannot be read. */
  read(key: string, value: unknown): boolean {
    const record = importSchema.safeParse(value)
    if (record.success) this.records.set(key.slice(PREFIX.length), record.data)
    return record.success
  }

  find(changeId: string): ImportRecord | null {
    return this.records.get(changeId) ?? null
  }

  /** Those that can be taken back, newest first: one in the place of a board needs the snapshot of that (`isKept`). */
  list(isKept: (sid: number) => boolean): KeptImport[] {
    return [...this.records]
      .filter(([, { mode, before }]) => mode === 'add' || isKept(before))
      .map(([changeId, { by, atMs, mode, before }]) => ({ changeId, by, atMs, mode, before }))
      .toSorted((a, b) => b.atMs - a.atMs || (a.changeId < b.changeId ? 1 : -1))
  }

  /** The name by which `change.undo` takes it back. */
  put(record: ImportRecord): string {
    let at = record.atMs
    while (this.records.has(`i${at}`)) at++
    const changeId = `i${at}`
    this.records.set(changeId, record)
    this.note(PREFIX + changeId, record)
    const oldest = [...this.records].toSorted(([, a], [, b]) => b.atMs - a.atMs).slice(MAX_REMEMBERED)
    for (const [id] of oldest) this.forget(id)
    return changeId
  }

  forget(changeId: string): void {
    if (this.records.delete(changeId)) this.note(PREFIX + changeId, null)
  }
}
