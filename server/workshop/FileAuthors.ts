// What files that were brought in say of who wrote their notes. Words to be shown, and nothing else: a note of a file is
// nobody's here, whatever name stands on it, and wherever the name is shown stands that it comes from a file: nobody can be
// made to have written something.
import { z } from 'zod/mini'
import type { Note } from './Facilitation.ts'

const MARK = ' (from a file)'
/** Of a name with its mark, as long as files take one. */
const MAX_LENGTH = 80
/** Everybody who comes in is sent them all; the oldest files give way. As many as a file has cards. */
const MAX_NAMES = 20_000
const PREFIX = 'authors.'

/** By card. */
const authorsSchema = z.record(z.string(), z.string())
type Authors = Readonly<z.infer<typeof authorsSchema>>

export class FileAuthors {
  private readonly note: Note
  private readonly byImport = new Map<string, Authors>()
  /** Rises with every change. */
  revision = 0

  constructor(note: Note) {
    this.note = note
  }

  /** Takes a record from disk: `authors.<changeId>`. False: cannot be read. */
  read(key: string, value: unknown): boolean {
    const authors = authorsSchema.safeParse(value)
    if (authors.success) this.keep(key.slice(PREFIX.length), authors.data)
    return authors.success
  }

  /** Of an import; `names` as the file has them. */
  put(changeId: string, names: Authors): void {
    const authors = Object.fromEntries(Object.entries(names).map(([cardId, name]) => [cardId, withoutMark(name)]))
    if (Object.keys(authors).length === 0) return
    this.keep(changeId, authors)
    this.note(PREFIX + changeId, authors)
    let count = this.all().size
    for (const [id, old] of this.byImport) {
      if (count <= MAX_NAMES) break
      if (id !== changeId) this.forget(id)
      count -= Object.keys(old).length
    }
  }

  /** The import was taken back. */
  forget(changeId: string): void {
    if (!this.byImport.delete(changeId)) return
    this.revision++
    this.note(PREFIX + changeId, null)
  }

  /** Names by card. */
  all(): ReadonlyMap<string, string> {
    return new Map([...this.byImport.values()].flatMap((authors) => Object.entries(authors)))
  }

  private keep(changeId: string, authors: Authors): void {
    this.revision++
    this.byImport.set(changeId, authors)
  }
}

const withoutMark = (name: string): string => (name.endsWith(MARK) ? name.slice(0, -MARK.length) : name)

/** What files say of it: however often it comes and leaves, the mark stands there once. */
export function markedName(name: string): string {
  return Array.from(name)
    .reduce((kept, letter) => (kept.length + letter.length + MARK.length > MAX_LENGTH ? kept : kept + letter), '')
    .concat(MARK)
}
