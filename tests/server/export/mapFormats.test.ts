// Every format the server offers, made as a room makes it: in a process of its own, from the encoded board.
import { describe, expect, it } from 'vitest'
import { ExportQueue } from '../../../server/export/ExportQueue.ts'
import { type ExportedFile } from '../../../server/export/ExportOrder.ts'
import { runExport } from '../../support/runExport.ts'
import { catalog, formatNames } from '../../../shared/export/catalog.ts'
import { recapOf } from '../../../shared/export/recap.ts'
import { recapAnswerSchema } from '../../../shared/protocol/recapAnswer.ts'
import type { ExportOptions } from '../../../shared/export/exportOptions.ts'
import type { FormatName } from '../../../shared/export/catalog.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { orderOf } from '../../support/orderOf.ts'
import { readPdf } from '../../support/readPdf.ts'

const { doc, input } = demonstrationWorkshop()
const facts = orderOf(doc, input)

const textOf = ({ content }: ExportedFile): string => new TextDecoder().decode(content)
const make = (format: FormatName, options: ExportOptions = {}) =>
  runExport({ ...facts, job: { kind: 'file', format, options } })

describe('each format', () => {
  it.each(formatNames)('%s comes out of a process of its own', async (name) => {
    const { content, extension, contentType } = await make(name)
    const entry = catalog.find((format) => format.name === name)
    expect(extension).toBe(entry?.extension)
    expect(contentType).toBe(entry?.contentType)
    expect(content.length).toBeGreaterThan(200)
  })
})

it('what is made at once waits its turn and comes out right', async () => {
  const queue = new ExportQueue()
  const formats = ['svg', 'md', 'json', 'md', 'svg'] as const
  const files = await Promise.all(
    formats.map((format, at) =>
      queue.run({ workshopId: `w${at}`, participantId: 'maya', subject: format }, () =>
        Promise.resolve({ ...facts, job: { kind: 'file', format, options: {} } }),
      ),
    ),
  )
  expect(files.map(({ extension }) => extension)).toEqual(formats)
  expect(files[1]).toEqual(files[3])
  expect(files[0]).toEqual(files[4])
})

it('one map only, if it is chosen and still there', async () => {
  const maximal = maximalWorkshop()
  const order = orderOf(maximal.doc, maximal.input)
  const svg = async (journey?: string) => {
    const options = journey === undefined ? {} : { journey }
    return textOf(await runExport({ ...order, job: { kind: 'file', format: 'svg', options } }))
  }
  const [whole, third] = [await svg(), await svg('third')]
  expect(third.length).toBeLessThan(whole.length / 3)
  expect(third).not.toContain('drawn')
  expect(await svg('gone')).toBe(whole)
  // Pictures are of the canvas around the maps.
  expect(whole).toContain('data:image/png;base64,')
  expect(third).not.toContain('data:image/png')
})

it('a selection as drawing and as picture; one of which nothing is left is refused', async () => {
  const [first = '', second = ''] = input.board.cards.keys()
  const size = async (format: FormatName, selection: string[]) => {
    const file = await make(format, { selection })
    if (format === 'svg') return /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(textOf(file))?.slice(1).map(Number)
    const { content } = file
    const view = new DataView(content.buffer, content.byteOffset)
    return [view.getUint32(16) / 2, view.getUint32(20) / 2]
  }
  expect(await size('png', [first, second, 'gone'])).toEqual(await size('svg', [first, second]))
  await expect(make('png', { selection: ['gone'] })).rejects.toMatchObject({ name: 'ExportError', code: 'empty' })
  expect((await make('md', { selection: ['gone'] })).content, 'formats without it do not look at it').toEqual(
    (await make('md')).content,
  )
})

it('print takes the paper that was chosen', async () => {
  const { pages } = readPdf((await make('pdf', { paper: 'A0' })).content)
  expect(Math.max(pages[0]?.width ?? 0, pages[0]?.height ?? 0)).toBeCloseTo(3_370.39, 0)
})

it('the recap page has the recap and a drawing of each map', async () => {
  const job = { kind: 'recap' } as const
  const file = await runExport({ ...facts, job })
  const answer = recapAnswerSchema.parse(JSON.parse(textOf(file)))
  expect(answer.recap).toEqual(recapOf(input))
  expect(answer.maps.map(({ svg }) => svg.startsWith('<svg'))).toEqual([true])
})

it('a board that cannot be read is an error, and the next file is made', async () => {
  const order = { ...facts, board: [new Uint8Array([1, 2, 3])], job: { kind: 'recap' } as const }
  await expect(runExport(order)).rejects.toMatchObject({ name: 'ExportError', code: 'failed' })
  expect((await make('md')).extension).toBe('md')
})

it('a file that nobody wants any more is given up while it is made', async () => {
  const maximal = maximalWorkshop()
  const leaving = new AbortController()
  const loadPictures = () => {
    leaving.abort()
    return Promise.resolve([])
  }
  const order = { ...orderOf(maximal.doc, maximal.input), loadPictures }
  const file = runExport({ ...order, job: { kind: 'file', format: 'json', options: {} } }, leaving.signal)
  await expect(file).rejects.toMatchObject({ name: 'ExportError', code: 'gone' })
})

it('pictures that cannot be read fail the file that shows them, and no other', async () => {
  const maximal = maximalWorkshop()
  const loadPictures = () => Promise.reject(new Error('the disk is gone'))
  const order = { ...orderOf(maximal.doc, maximal.input), loadPictures }
  const file = (format: FormatName) => runExport({ ...order, job: { kind: 'file', format, options: {} } })
  await expect(file('json')).rejects.toMatchObject({ code: 'failed' })
  expect((await file('md')).extension).toBe('md')
})
