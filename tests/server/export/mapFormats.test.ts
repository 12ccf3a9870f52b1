// Every format the server offers, made as a room makes it: in a thread of its own, from the encoded board.
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { runExport } from '../../../server/export/runExport.ts'
import { catalog, formatNames } from '../../../shared/export/catalog.ts'
import { recapOf } from '../../../shared/export/recap.ts'
import type { ExportOptions } from '../../../shared/export/exportOptions.ts'
import type { FormatName } from '../../../shared/export/catalog.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { readPdf } from '../../support/readPdf.ts'

const { doc, input } = demonstrationWorkshop()
const { board, drawings, ...facts } = input

const make = (format: FormatName, options: ExportOptions = {}) =>
  runExport({ ...facts, board: [Y.encodeStateAsUpdate(doc)], job: { kind: 'file', format, options } })

describe('each format', () => {
  it.each(formatNames)('%s comes out of a thread of its own', async (name) => {
    const { content, extension, contentType } = await make(name)
    const entry = catalog.find((format) => format.name === name)
    expect(extension).toBe(entry?.extension)
    expect(contentType).toBe(entry?.contentType)
    expect(content.length).toBeGreaterThan(200)
  })
})

it('what is made at once waits its turn and comes out right', async () => {
  const files = await Promise.all(['svg', 'md', 'json', 'md', 'svg'].map((name) => make(name as FormatName)))
  expect(files[1]).toEqual(files[3])
  expect(files[0]).toEqual(files[4])
})

it('one map only, if it is chosen and still there', async () => {
  const maximal = maximalWorkshop()
  const { board: all, drawings: drawn, ...rest } = maximal.input
  const svg = async (journey?: string) => {
    const options = journey === undefined ? {} : { journey }
    const order = { ...rest, board: [Y.encodeStateAsUpdate(maximal.doc)] }
    return String((await runExport({ ...order, job: { kind: 'file', format: 'svg', options } })).content)
  }
  const [whole, third] = [await svg(), await svg('third')]
  expect(third.length).toBeLessThan(whole.length / 3)
  expect(third).not.toContain('drawn')
  expect(await svg('gone')).toBe(whole)
  expect(drawn.length + all.cards.size).toBeGreaterThan(0)
})

it('print takes the paper that was chosen', async () => {
  const { pages } = readPdf((await make('pdf', { paper: 'A0' })).content as Uint8Array)
  expect(Math.max(pages[0]?.width ?? 0, pages[0]?.height ?? 0)).toBeCloseTo(3_370.39, 0)
  expect(board.journeys.size + drawings.length).toBe(1)
})

it('the recap page has the recap and a drawing of each map', async () => {
  const { content } = await runExport({ ...facts, board: [Y.encodeStateAsUpdate(doc)], job: { kind: 'recap' } })
  const answer = JSON.parse(String(content)) as { recap: unknown; maps: { svg: string }[] }
  expect(answer.recap).toEqual(recapOf(input))
  expect(answer.maps.map(({ svg }) => svg.startsWith('<svg'))).toEqual([true])
})

it('a board that cannot be read is an error, and the next file is made', async () => {
  const order = { ...facts, board: [new Uint8Array([1, 2, 3])], job: { kind: 'recap' } as const }
  await expect(runExport(order)).rejects.toMatchObject({ name: 'ExportError', code: 'failed' })
  expect((await make('md')).extension).toBe('md')
})
