// What each format does not carry, found by changing one thing of a workshop at a time: a file that stays the same does
// not carry it. The list in shared/export/lostSubjects.ts must say just that; LOSSES=write writes it anew.
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { expect, it } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { loadFontFile } from '../../../server/fonts/loadFontFile.ts'
import { renderFormat } from '../../../server/export/renderers.ts'
import { type FormatName, formatNames } from '../../../shared/export/catalog.ts'
import { describeLosses, type LossSubject, subjects } from '../../../shared/export/losses.ts'
import { lostSubjects } from '../../../shared/export/lostSubjects.ts'
import { fontStyles } from '../../../shared/layout/FontMetrics.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { probeWorkshop } from '../../support/probeWorkshop.ts'

const all = Object.keys(subjects) as LossSubject[]

async function fileOf(format: FormatName, changed: LossSubject | null): Promise<string> {
  const { doc, ...facts } = probeWorkshop(changed)
  const input = { ...facts, board: readBoard(doc), drawings: readDrawings(doc) }
  const metrics = () => Promise.resolve(fontMetrics)
  // The thread of its own that draws pictures takes its time to start; here it is the same drawing, small.
  if (format === 'png') return drawPng(String((await renderFormat('svg', input, {}, metrics)).content))
  const { content } = await renderFormat(format, input, {}, metrics)
  return typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
}

await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
const fontBuffers = await Promise.all(fontStyles.map((style) => loadFontFile(style)))

function drawPng(svg: string): string {
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter' } })
  return Buffer.from(drawing.render().pixels).toString('latin1')
}

it.each(formatNames)('%s carries everything but what its list says', async (format) => {
  const usual = await fileOf(format, null)
  expect(await fileOf(format, null), 'the same workshop gives the same file').toBe(usual)
  const lost: LossSubject[] = []
  for (const subject of all) if ((await fileOf(format, subject)) === usual) lost.push(subject)
  if (process.env['LOSSES'] === 'write') writeList({ ...lostSubjects, ...written, [format]: lost })
  else expect(lost).toEqual([...lostSubjects[format]])
  written[format] = lost
})

const written: Partial<Record<FormatName, LossSubject[]>> = {}

function writeList(lists: Readonly<Record<FormatName, readonly LossSubject[]>>): void {
  const path = new URL('../../../shared/export/lostSubjects.ts', import.meta.url)
  const lines = formatNames.map((name) => {
    const key = name.includes('-') ? `'${name}'` : name
    return `  ${key}: [${lists[name].map((subject) => `'${subject}'`).join(', ')}],\n`
  })
  writeFileSync(
    path,
    `// Written by tests/server/export/losses.test.ts; not by hand. See losses.ts.
import type { FormatName } from './catalog.ts'
import type { LossSubject } from './losses.ts'

export const lostSubjects: Readonly<Record<FormatName, readonly LossSubject[]>> = {
${lines.join('')}}
`,
  )
}

it('the lossless file loses nothing, and says so by saying nothing', () => {
  expect(lostSubjects.json).toEqual([])
  expect(describeLosses('json')).toBe('')
})

it('a format that loses little names what it loses, one that loses much names what is left', () => {
  if (process.env['LOSSES'] === 'write') return
  expect(describeLosses('csv')).toMatch(/^Not in it: .*drawings.*\.$/)
  expect(describeLosses('jira')).toMatch(/^Only in it: .*actions.*\.$/)
})
