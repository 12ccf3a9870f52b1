// What somebody has chosen to bring in, read as far as it can be here. The last choice counts, however long an earlier file
// takes to be read.
import { useRef, useState } from 'react'
import type { ParsedCjml } from '../../../shared/import/cjml.ts'
import type { Table } from '../../../shared/import/table/Table.ts'
import { IMPORT_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import type { Failure } from '../../connection/callServer.ts'
import { importWords } from '../../ui/importWords.ts'
import { words } from '../../ui/words.ts'

export type Faults = Pick<Failure, 'sentence' | 'problems'>
export type CjmlPlan = Extract<ParsedCjml, { readonly ok: true }>

export type ChosenFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  /** Read by the server. */
  | { readonly kind: 'workshop'; readonly file: File }
  | { readonly kind: 'cjml'; readonly file: File; readonly plan: CjmlPlan }
  | { readonly kind: 'tables'; readonly name: string; readonly tables: readonly Table[] }
  | { readonly kind: 'drawings'; readonly file: File }
  | { readonly kind: 'faulty'; readonly name: string; readonly faults: Faults }

/** What can be chosen; of others `readTableFile` says what they are. */
export const fileEndings = '.json,.csv,.tsv,.txt,.xlsx,.xls,.md,.tldr,.cjml,.xml'

export function useChosenFile(departments: readonly string[]) {
  const [chosen, setChosen] = useState<ChosenFile>({ kind: 'none' })
  const last = useRef(0)

  /** Resolves with what was chosen; null if something else was chosen meanwhile. */
  async function choose(file: File): Promise<ChosenFile | null> {
    const choice = ++last.current
    setChosen({ kind: 'reading', name: file.name })
    const read = await readFile(file, departments).catch(() => faulty(file, { sentence: importWords.cannotOpen }))
    if (choice !== last.current) return null
    setChosen(read)
    return read
  }

  function forget() {
    last.current++
    setChosen({ kind: 'none' })
  }

  function refuse(name: string, faults: Faults) {
    setChosen({ kind: 'faulty', name, faults })
  }

  return { chosen, choose, forget, refuse }
}

async function readFile(file: File, departments: readonly string[]): Promise<ChosenFile> {
  if (file.size > IMPORT_MAX_BYTES)
    return faulty(file, { sentence: words.files.tooLarge(IMPORT_MAX_BYTES / 1024 / 1024) })
  switch (/\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase()) {
    case 'json':
      return { kind: 'workshop', file }
    case 'tldr':
      return { kind: 'drawings', file }
    case 'cjml':
    case 'xml':
      return readCjml(file, departments)
    default:
      return readTables(file)
  }
}

// Reading each kind of file is for those who bring one.
async function readCjml(file: File, departments: readonly string[]): Promise<ChosenFile> {
  const { parseCjml } = await import('../../../shared/import/cjml.ts')
  const plan = parseCjml(new Uint8Array(await file.arrayBuffer()), departments)
  if (plan.ok) return { kind: 'cjml', file, plan }
  return faulty(file, { sentence: importWords.faults(plan.problems.length), problems: plan.problems })
}

async function readTables(file: File): Promise<ChosenFile> {
  const { readTableFile } = await import('../../../shared/import/table/readTableFile.ts')
  const read = await readTableFile(file.name, new Uint8Array(await file.arrayBuffer()))
  if (read.ok) return { kind: 'tables', name: file.name, tables: read.tables }
  return faulty(file, { sentence: `${read.sentence} ${words.files.nothingChanged}` })
}

function faulty({ name }: File, faults: Faults): ChosenFile {
  return { kind: 'faulty', name, faults }
}
