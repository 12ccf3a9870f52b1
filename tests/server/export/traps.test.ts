// The maximal workshop through every format: what comes out is well-formed, no cell starts what a spreadsheet would
// compute, nothing that people wrote is markup, and the lossless file comes back as it went.
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { renderFormat } from '../../../server/export/renderers.ts'
import { type FormatName, formatNames } from '../../../shared/export/catalog.ts'
import { importJson } from '../../support/importJson.ts'
import { toJourneyFile } from '../../../shared/export/json.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { parseCsv } from '../../support/parseCsv.ts'
import { everyElement, parseXml, type XmlElement } from '../../support/parseXml.ts'
import { readOfficeFile } from '../../support/readOfficeFile.ts'
import { readPdf } from '../../support/readPdf.ts'
import { readWorkbook } from '../../support/readWorkbook.ts'

const { input } = maximalWorkshop()
const files = new Map<FormatName, Uint8Array>()
beforeAll(async () => {
  for (const name of formatNames.filter((format) => format !== 'png')) {
    const { content } = await renderFormat(name, input, {}, () => Promise.resolve(fontMetrics))
    files.set(name, new Uint8Array(Buffer.from(content)))
  }
})
const bytesOf = (name: FormatName): Uint8Array => files.get(name) ?? new Uint8Array()
const textOf = (name: FormatName): string => strFromU8(bytesOf(name))

/** Names of elements and attributes that only markup of people could have brought in. */
function strangers(root: XmlElement): string[] {
  return everyElement(root).flatMap(({ name, attributes }) => [
    ...(/^(script|b|i|br|img|a|foreignObject|iframe)$/i.test(name) ? [name] : []),
    ...Object.keys(attributes).filter((attribute) => /^on/i.test(attribute)),
  ])
}

describe('XML', () => {
  it.each(['svg', 'cjml', 'xes'] as const)('%s is well-formed and holds no element of theirs', (name) => {
    expect(strangers(parseXml(textOf(name)))).toEqual([])
  })

  it.each(['pptx', 'xlsx'] as const)('every part of %s is, and every relation leads somewhere', (name) => {
    const { parts } = readOfficeFile(bytesOf(name))
    expect(parts.size).toBeGreaterThan(5)
    const drawn = [...parts].flatMap(([part, root]) => strangers(root).map((stranger) => `${part}: ${stranger}`))
    // Workbooks and slides have bold and italic of their own.
    expect(drawn.filter((found) => !/: [bi]$/.test(found))).toEqual([])
  })
})

/** What makes a spreadsheet compute, full-width signs too; a number may have its minus. */
const isFormula = (cell: string): boolean => /^\s*[=+\-@＝＋－＠]/u.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)

describe('cells', () => {
  it('of no CSV start a formula', () => {
    const tables = Object.entries(unzipSync(bytesOf('csv')))
      .filter(([name]) => name.endsWith('.csv'))
      .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    expect(tables.length).toBeGreaterThan(15)
    const items = (['jira', 'azure-devops', 'gitlab', 'linear', 'trello'] as const).map(
      (name) => [name, textOf(name)] as const,
    )
    for (const [name, text] of [...tables, ...items]) {
      const cells = parseCsv(text).flat()
      expect(cells.length, name).toBeGreaterThan(1)
      expect(
        cells.filter((cell) => isFormula(cell) || /^[\t\r\n]/.test(cell)),
        name,
      ).toEqual([])
    }
  })

  it('of the workbook are values: no formula, and none that becomes one when it is copied', () => {
    const { parts } = readOfficeFile(bytesOf('xlsx'))
    const formulas = [...parts].flatMap(([part, root]) =>
      part.startsWith('xl/worksheets/') ? everyElement(root).filter(({ name }) => name === 'f') : [],
    )
    expect(formulas).toEqual([])
    const cells = [...readWorkbook(bytesOf('xlsx')).values()].flatMap(({ rows }) => rows.flat())
    const texts = cells.filter((cell) => typeof cell === 'string')
    expect(texts.length).toBeGreaterThan(1_000)
    expect(texts.filter((cell) => isFormula(cell))).toEqual([])
  })
})

describe('words', () => {
  it.each(['md', 'github'] as const)('of people are no tags, links or pictures in %s', (name) => {
    const text = name === 'md' ? textOf('md') : strFromU8(unzipSync(bytesOf('github'))['issues.md'] ?? new Uint8Array())
    expect(text).toContain('script')
    expect(text.match(/(?<!\\)<\/?[a-z!]/gi) ?? []).toEqual([])
    expect(text.match(/(?<!\\)\]\((javascript|\/\/)/g) ?? []).toEqual([])
  })

  it('are all in the PDF’s pages', () => {
    const { pages, fonts } = readPdf(bytesOf('pdf'))
    expect(pages.length).toBeGreaterThan(3)
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
  })
})

it('the lossless file comes back as it went', () => {
  const doc = new Y.Doc()
  const result = importJson({ doc, origin: 'test' }, textOf('json'), 'replace')
  expect(result).toMatchObject({ ok: true })
  const again = toJourneyFile({ ...input, board: readBoard(doc), drawings: readDrawings(doc) })
  expect(again).toEqual(toJourneyFile(input))
})
