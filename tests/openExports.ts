// `node tests/openExports.ts [folder]`: every export of the demonstration and of the maximal workshop into a folder, and
// those that office programs read opened by LibreOffice, if it is installed, and turned into pictures to look at. For
// developers; CI checks the files' parts instead, as LibreOffice is 500 MB.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runExport } from './support/runExport.ts'
import { formatNames } from '../shared/export/catalog.ts'
import { demonstrationWorkshop } from './support/demonstrationWorkshop.ts'
import { maximalWorkshop } from './support/maximalWorkshop.ts'
import { orderOf } from './support/orderOf.ts'

const folder = resolve(process.argv[2] ?? '.cache/exports')
const workshops = { demonstration: demonstrationWorkshop(), maximal: maximalWorkshop() }
const office: ReadonlySet<string> = new Set(['xlsx', 'pptx'])
/** Converting one file takes seconds; a program that hangs is a finding too. */
const OFFICE_LIMIT_MS = 180_000

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

function run(program: string, args: readonly string[]): string {
  const { status, stderr } = spawnSync(program, args, { cwd: folder, timeout: OFFICE_LIMIT_MS, encoding: 'utf8' })
  return status === 0 ? '' : `${program} ${args.join(' ')} ended with ${status}: ${stderr}`
}

mkdirSync(folder, { recursive: true })
const faults: string[] = []
for (const [name, { doc, input }] of Object.entries(workshops)) {
  for (const format of formatNames) {
    const order = orderOf(doc, input)
    const { content, extension } = await runExport({ ...order, job: { kind: 'file', format, options: {} } })
    const file = `${name}.${extension}`
    writeFileSync(join(folder, file), content)
    const pdf = format === 'pdf' ? file : `${file}.pdf`
    if (office.has(format) && has('soffice')) {
      const outdir = ['--outdir', join(folder, 'opened')]
      faults.push(run('soffice', ['--headless', '--convert-to', 'pdf', ...outdir, file]))
      if (has('pdftoppm'))
        faults.push(run('pdftoppm', ['-r', '60', '-png', join('opened', `${name}.pdf`), join('opened', file)]))
    } else if (format === 'pdf' && has('pdftoppm')) faults.push(run('pdftoppm', ['-r', '60', '-png', file, pdf]))
  }
}
const found = faults.filter((fault) => fault !== '')
process.stdout.write(`${folder}\n${has('soffice') ? '' : 'LibreOffice is not installed: nothing was opened.\n'}`)
process.stderr.write(found.map((fault) => `${fault}\n`).join(''))
process.exitCode = found.length === 0 ? 0 : 1
