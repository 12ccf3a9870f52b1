// What each format does not carry, found by changing one thing of a workshop at a time: a file that stays the same does
// not carry it. The list in shared/export/lostSubjects.ts must say just that; LOSSES=write writes it anew.
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fromBase64 } from 'lib0/buffer'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { loadFontFile } from '../../../server/fonts/loadFontFile.ts'
import { renderFormat } from '../../../server/export/renderers.ts'
import { type FormatName, formatNames } from '../../../shared/export/catalog.ts'
import { describeLosses, lostIn, type LossSubject, subjects } from '../../../shared/export/losses.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import { leftByImport, lostSubjects } from '../../../shared/export/lostSubjects.ts'
import { cardDefinition, cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { journeyFields, laneFields, stageFields } from '../../../shared/journey/schema.ts'
import { fontStyles } from '../../../shared/layout/FontMetrics.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { importJson } from '../../support/importJson.ts'
import { allProbes, type Probe, probeWorkshop } from '../../support/probeWorkshop.ts'

const probes = allProbes()
const subjectOf = (probe: Probe): LossSubject => probe.split(' ')[0] as LossSubject
/** The print is set anew for every probe, a third of a second each. */
const PRINT_LIMIT_MS = 240_000

async function fileOf(format: FormatName, changed: Probe | null): Promise<string> {
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

it.each(formatNames)(
  '%s carries everything but what its list says',
  async (format) => {
    const usual = await fileOf(format, null)
    expect(await fileOf(format, null), 'the same workshop gives the same file').toBe(usual)
    // A subject of which one value is left out is not in it.
    const lost = new Set<LossSubject>()
    for (const probe of probes)
      if (!lost.has(subjectOf(probe)) && (await fileOf(format, probe)) === usual) lost.add(subjectOf(probe))
    const line = Object.keys(subjects)
      .filter((subject) => lost.has(subject as LossSubject))
      .join(' ')
    if (process.env['LOSSES'] === 'write') writeList({ ...lostSubjects, ...written, [format]: line })
    else expect(line).toBe(lostSubjects[format])
    written[format] = line
  },
  PRINT_LIMIT_MS,
)

it('an import of the lossless file takes all of it but what its list says', () => {
  if (process.env['LOSSES'] !== 'write') expect(leftOut).toBe(leftByImport)
})

const leftOut = findLeftOut()
const written: Partial<Record<FormatName, string>> = {}

function writeList(lists: Readonly<Record<FormatName, string>>): void {
  const path = new URL('../../../shared/export/lostSubjects.ts', import.meta.url)
  const key = (name: string) => (name.includes('-') ? `'${name}'` : name)
  writeFileSync(
    path,
    `// Written by tests/server/export/losses.test.ts; not by hand. Subjects of losses.ts, in its order.
import type { FormatName } from './catalog.ts'

export const lostSubjects: Readonly<Record<FormatName, string>> = {
${formatNames.map((name) => `  ${key(name)}: '${lists[name]}',\n`).join('')}}

/** What the lossless file holds and a workshop does not take from it: who is there is each workshop's own. */
export const leftByImport: string = '${leftOut}'
`,
  )
}

/** The lossless file of an empty workshop that has taken in this one's. */
function fileAfterImport(changed: Probe | null): string {
  const { doc, ...facts } = probeWorkshop(changed)
  const text = jsonFormat.render({ ...facts, board: readBoard(doc), drawings: readDrawings(doc) }) as string
  const copy = new Y.Doc()
  const result = importJson({ doc: copy, origin: 'import' }, text, 'replace')
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { authors, rounds, file } = result
  const { participants: _theirs, ...workshop } = file.workshop
  const pictures = file.pictures.map(({ data, ...picture }) => ({ ...picture, bytes: fromBase64(data) }))
  const [board, drawings] = [readBoard(copy), readDrawings(copy)]
  const here = { ...workshop, participants: [], facilitators: ['Zoe'] }
  return jsonFormat.render({ board, drawings, workshop: here, authors, rounds, pictures, nowMs: 0 }) as string
}

function findLeftOut(): string {
  const usual = fileAfterImport(null)
  const left = new Set<LossSubject>()
  for (const probe of probes) if (fileAfterImport(probe) === usual) left.add(subjectOf(probe))
  const carried = Object.keys(subjects).filter((subject) => !lostIn('json').has(subject as LossSubject))
  return carried.filter((subject) => left.has(subject as LossSubject)).join(' ')
}

it('each subject has a probe, and each changes the lossless file but for what that one keeps back', async () => {
  expect([...new Set(probes.map(subjectOf))].toSorted()).toEqual(Object.keys(subjects).toSorted())
  const usual = await fileOf('json', null)
  const kept = new Set<string>(lostSubjects.json.split(' '))
  for (const probe of probes)
    if (!kept.has(subjectOf(probe))) expect(await fileOf('json', probe), probe).not.toBe(usual)
})

it('whatever the lossless file holds belongs to a subject: a field without one is found here', async () => {
  const usual = valuesIn(JSON.parse(await fileOf('json', null)))
  const changed = new Set<string>()
  for (const probe of probes) {
    const other = valuesIn(JSON.parse(await fileOf('json', probe)))
    for (const [path, values] of usual) if (values.join('\n') !== other.get(path)?.join('\n')) changed.add(path)
  }
  expect([...usual.keys()].filter((path) => !changed.has(path)).toSorted()).toEqual(unsaid)
  const declared = [
    ...cardKindNames.flatMap((kind) => Object.keys(cardDefinition(kind).fields).map((name) => `${kind}.${name}`)),
    ...Object.keys(stageFields).map((name) => `stages.${name}`),
    ...Object.keys(laneFields).map((name) => `lanes.${name}`),
    ...Object.keys(journeyFields).map((name) => `journeys.${name}`),
  ]
  const paths = [...usual.keys()]
  for (const name of declared)
    expect(
      paths.some((path) => path === name || path.startsWith(`${name}.`)),
      name,
    ).toBe(true)
})

/** What links things or says what the file is. A picture is found by its content; a round counts as one with its tally. */
const unsaid = [
  'authors.card',
  'emotions.participant',
  'emotions.persona',
  'emotions.readings.about',
  'format',
  'freeCards.id',
  'freeCards.kind',
  'freeCards.place.y',
  'journeys.id',
  'journeys.place.y',
  'lanes.id',
  'participation.department',
  'pictures.contentType',
  'pictures.data',
  'pictures.sha256',
  'rounds.candidates',
  'rounds.merges',
  'stages.id',
  'version',
  'workshop.participants.id',
]

/** Values by where they stand, lists and their order apart: "note.severity" → [3]. */
function valuesIn(file: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const visit = (path: string, value: unknown): void => {
    if (isWhole.test(path)) return void found.set(path, [...(found.get(path) ?? []), JSON.stringify(value)])
    if (Array.isArray(value)) return value.forEach((one) => visit(path, one))
    if (typeof value !== 'object' || value === null)
      return void found.set(path, [...(found.get(path) ?? []), String(value)])
    const { kind } = value as { readonly kind?: string }
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'fields' && kind !== undefined) visit(kind, inner)
      else visit(isEntity.test(key) ? key : [path, key].filter(Boolean).join('.'), inner)
    }
  }
  visit('', file)
  return found
}
const isEntity = /^(journeys|stages|lanes|emotions)$/
/** Taken as one: tldraw's records, and the parts of a vote. */
const isWhole = /^(drawings|rounds\.\w+)\b/

it('the lossless file keeps back one thing, on purpose', () => {
  expect(lostSubjects.json).toBe('givers')
  expect(describeLosses('json')).toMatch(
    /^Not in it: who felt what\. An import leaves out: names of participants, .*\.$/,
  )
})

it('a format that loses little names what it loses, one that loses much names what is left', () => {
  if (process.env['LOSSES'] === 'write') return
  expect(describeLosses('csv')).toMatch(/^Not in it: .*drawings.*\.$/)
  expect(describeLosses('jira')).toMatch(/^Only in it: .*actions.*\.$/)
})
