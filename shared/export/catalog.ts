// The table of export formats, as plain data for the dialog, the server and the command line: a new format is a line here
// and one in server/export/renderers.ts. What each does not carry stands in losses.ts.

/** Work items are one choice with a tool to be picked. */
type FormatGroup = 'For everybody' | 'Work items' | 'For the next tool' | 'To keep'

/** What can be chosen for a format, see exportOptions.ts. */
export type OptionName = 'bom' | 'paper' | 'tiled' | 'journey' | 'selection'

interface Entry {
  readonly label: string
  /** One line: what it is for. */
  readonly what: string
  readonly group: FormatGroup
  readonly extension: string
  readonly contentType: string
  readonly options?: readonly OptionName[]
}

const CSV = 'text/csv; charset=utf-8'
const ZIP = 'application/zip'
const XML = 'application/xml; charset=utf-8'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** In the order shown. */
const entries = {
  pdf: {
    label: 'Print (PDF)',
    what: 'Each map on a sheet or as a poster, then the recap.',
    group: 'For everybody',
    extension: 'pdf',
    contentType: 'application/pdf',
    options: ['paper', 'tiled', 'journey'],
  },
  pptx: {
    label: 'Slides (PowerPoint)',
    what: 'The recap for those who were not there; maps and curves can be edited.',
    group: 'For everybody',
    extension: 'pptx',
    contentType: `${OFFICE}.presentationml.presentation`,
    options: ['journey'],
  },
  md: {
    label: 'Recap (Markdown)',
    what: 'Findings by stage, votes and actions for a wiki.',
    group: 'For everybody',
    extension: 'md',
    contentType: 'text/markdown; charset=utf-8',
  },
  png: {
    label: 'Picture (PNG)',
    what: 'The board, or what is selected on it, as a picture.',
    group: 'For everybody',
    extension: 'png',
    contentType: 'image/png',
    options: ['journey', 'selection'],
  },
  svg: {
    label: 'Drawing (SVG)',
    what: 'The same as vectors with real text, for drawing programs.',
    group: 'For everybody',
    extension: 'svg',
    contentType: 'image/svg+xml; charset=utf-8',
    options: ['journey', 'selection'],
  },
  jira: {
    label: 'Jira (CSV)',
    what: 'For “Import issues from CSV”. Date format: yyyy-MM-dd.',
    group: 'Work items',
    extension: 'jira.csv',
    contentType: CSV,
  },
  'azure-devops': {
    label: 'Azure DevOps (CSV)',
    what: 'For “Import work items”. Everything starts as a new task.',
    group: 'Work items',
    extension: 'azure-devops.csv',
    contentType: CSV,
  },
  gitlab: {
    label: 'GitLab (CSV)',
    what: 'For “Import CSV” in the list of issues.',
    group: 'Work items',
    extension: 'gitlab.csv',
    contentType: CSV,
  },
  linear: {
    label: 'Linear (CSV)',
    what: 'For Linear’s command-line importer.',
    group: 'Work items',
    extension: 'linear.csv',
    contentType: CSV,
  },
  trello: {
    label: 'Trello (CSV)',
    what: 'For power-ups that read CSV.',
    group: 'Work items',
    extension: 'trello.csv',
    contentType: CSV,
  },
  github: {
    label: 'GitHub (Markdown and JSON lines)',
    what: 'A task list to paste, and issues for a script.',
    group: 'Work items',
    extension: 'github.zip',
    contentType: ZIP,
  },
  xlsx: {
    label: 'Workbook (Excel)',
    what: 'All tables as sheets with filters, and one that sums up.',
    group: 'For the next tool',
    extension: 'xlsx',
    contentType: `${OFFICE}.spreadsheetml.sheet`,
  },
  csv: {
    label: 'Tables (CSV)',
    what: 'The same tables as files in a zip.',
    group: 'For the next tool',
    extension: 'zip',
    contentType: ZIP,
    options: ['bom'],
  },
  cjml: {
    label: 'Journey model (CJML)',
    what: 'For modelling tools: as-is as actual journeys, to-be as planned ones.',
    group: 'For the next tool',
    extension: 'cjml.xml',
    contentType: XML,
  },
  xes: {
    label: 'Event log (XES)',
    what: 'For process mining: the steps of each journey, and the votes. Times only where they are known.',
    group: 'For the next tool',
    extension: 'xes',
    contentType: XML,
  },
  json: {
    label: 'Workshop file (JSON)',
    what: 'The whole workshop, to be imported here or into any other.',
    group: 'To keep',
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
  },
} as const satisfies Record<string, Entry>

export type FormatName = keyof typeof entries
export interface FormatEntry extends Entry {
  readonly name: FormatName
}

export const formatNames = Object.keys(entries) as readonly FormatName[]
export const catalog: readonly FormatEntry[] = formatNames.map((name) => ({ name, ...entries[name] }))

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(entries, name)
}

export function catalogEntry(name: FormatName): FormatEntry {
  return { name, ...entries[name] }
}
