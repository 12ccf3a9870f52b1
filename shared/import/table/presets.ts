// Tables of other programs whose columns are documented in their source: Scrumlr (api/boards.go) and Parabol
// (ExportToCSV.tsx). Programs that document nothing are read by guessing, like any table.

export type PresetColumn = 'stage' | 'lane' | 'more' | { readonly field: string }

export interface Preset {
  readonly name: string
  /** By name in lower case; columns left out are not brought in. */
  readonly columns: Readonly<Record<string, PresetColumn>>
  /** All of them, in lower case, tell the program. */
  readonly known: readonly string[]
}

const presets: readonly Preset[] = [
  {
    name: 'Scrumlr',
    known: ['note_id', 'text', 'column', 'rank', 'stack'],
    columns: { text: { field: 'text' }, column: 'stage', author: 'more' },
  },
  {
    name: 'Parabol',
    known: ['reflectiongroup', 'votes', 'prompt', 'content'],
    columns: { content: { field: 'text' }, prompt: 'stage', reflectiongroup: 'more', author: 'more', votes: 'more' },
  },
]

export function presetFor(header: readonly string[]): Preset | null {
  const names = new Set(header.map((name) => name.toLowerCase()))
  return presets.find(({ known }) => known.every((name) => names.has(name))) ?? null
}
