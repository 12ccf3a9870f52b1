// `npm run export -- <workshop> --format <name>`: a workshop's file as what people take home, without a server. The same
// code makes the files as behind the board's dialog; an existing file is never written over.
// Ends with 0 if every file was written, 1 if one was not, 2 if the workshop was damaged and a part is missing in them.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { type FormatName, formatNames, isFormatName } from '../../shared/export/catalog.ts'
import { type ExportOptions, exportOptionsSchema } from '../../shared/export/exportOptions.ts'
import { readConfig } from '../config.ts'
import { ExportPrograms } from '../export/ExportPrograms.ts'
import { reasonOf } from './Log.ts'
import { readWorkshopAtRest } from './readWorkshopAtRest.ts'

const FORMATS = `Formats: ${formatNames.join(', ')}.`
const USAGE = `Say what and how:
  npm run export -- <workshop file or id> --format <name> [--out <file or folder>]
  npm run export -- <workshop file or id> --all [--out <folder>]
Options of formats: --paper A4|A3|A2|A1|A0|long and --tiled (pdf), --bom (csv), --journey <id> (pdf, pptx, svg, png),
--selection <ids with commas> (svg, png).
${FORMATS}`

interface Request {
  readonly path: string
  readonly formats: readonly FormatName[]
  /** '' for the current folder. */
  readonly out: string
  readonly options: ExportOptions
}

type Asked = { readonly ok: true; readonly request: Request } | { readonly ok: false; readonly sentence: string }

function readRequest(args: readonly string[]): Asked {
  const refuse = (sentence: string): Asked => ({ ok: false, sentence })
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        out: { type: 'string' },
        paper: { type: 'string' },
        tiled: { type: 'boolean' },
        bom: { type: 'boolean' },
        journey: { type: 'string' },
        selection: { type: 'string' },
      },
    })
  } catch (error) {
    return refuse(`${reasonOf(error)}\n${USAGE}`)
  }
  const { format = [], all = false, out = '', ...chosen } = parsed.values
  const [workshop, ...others] = parsed.positionals
  if (workshop === undefined || others.length > 0 || all === format.length > 0) return refuse(USAGE)
  const unknown = format.find((name) => !isFormatName(name))
  if (unknown !== undefined) return refuse(`There is no format “${unknown}”. ${FORMATS}`)
  const options = exportOptionsSchema.safeParse(chosen)
  if (!options.success) return refuse(`--${String(options.error.issues[0]?.path[0])} is not valid.\n${USAGE}`)
  const path = pathOf(workshop)
  if (path === null)
    return refuse(`There is no workshop “${workshop}”. Give its file, or its id with the right DATA_DIR.`)
  const formats = all ? formatNames : format.filter(isFormatName)
  return { ok: true, request: { path, formats, out, options: options.data } }
}

/** A file, or the id of a workshop in DATA_DIR; null if there is neither. */
function pathOf(workshop: string): string | null {
  const isPath = workshop.includes(sep) || workshop.includes('/') || workshop.endsWith('.sqlite')
  if (isPath || existsSync(workshop)) return resolve(workshop)
  const config = readConfig(process.env)
  if (!config.ok) return null
  const path = join(config.config.dataDir, 'workshops', `${workshop}.sqlite`)
  return existsSync(path) ? path : null
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readRequest(args)
  if (!asked.ok) return fail(asked.sentence)
  const { path, formats, out, options } = asked.request
  const read = readWorkshopAtRest(path)
  if (!read.ok) return fail(read.sentence)
  const nowMs = Date.now()
  const programs = new ExportPrograms()
  let failures = 0
  for (const format of formats) {
    try {
      const file = await programs.make({ ...read.order, nowMs, job: { kind: 'file', format, options } })
      process.stdout.write(`${write(placeOf(out, file.name, formats.length > 1), file.content)}\n`)
    } catch (error) {
      failures += fail(`${format} was not written: ${reasonOf(error)}`)
    }
  }
  programs.stop()
  if (failures > 0) return 1
  if (read.damage.length === 0) return 0
  fail(`The workshop's file is damaged; in what was written is missing:\n${read.damage.join('\n')}`)
  return 2
}

/** A folder takes the file under its own name; several files need one. */
function placeOf(out: string, name: string, isFolder: boolean): string {
  const isThere = existsSync(out) && statSync(out).isDirectory()
  return resolve(isFolder || out === '' || isThere || /[/\\]$/.test(out) ? join(out, name) : out)
}

function write(path: string, content: string | Uint8Array): string {
  if (existsSync(path)) throw new Error(`${path} is there already. Choose another place with --out.`)
  mkdirSync(dirname(path), { recursive: true })
  // `wx`: whoever made the file in the meantime keeps it.
  writeFileSync(path, content, { flag: 'wx', flush: true })
  return path
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
