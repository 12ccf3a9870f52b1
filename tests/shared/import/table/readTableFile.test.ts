import { unzipSync, Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { decodeText } from '../../../../shared/import/table/decodeText.ts'
import { readTableFile } from '../../../../shared/import/table/readTableFile.ts'
import { MAX_INFLATED_BYTES } from '../../../../shared/import/table/readWorkbook.ts'
import { columnName, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, type Table } from '../../../../shared/import/table/Table.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittle: boolean, mark: boolean) => {
  const units = Array.from((mark ? '\uFEFF' : '') + text, (character) => character.charCodeAt(0))
  return new Uint8Array(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

async function tables(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const read = await readTableFile(name, bytes)
  if (!read.ok) throw new Error(read.sentence)
  return read.tables
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readTableFile(name, bytes)
  return read.ok ? 'was read' : read.sentence
}

const cells = async (text: string) => (await tables('a.csv', utf8(text)))[0]

describe('text with separators', () => {
  it('is read with commas, semicolons, tabs and bars, and any line end', async () => {
    for (const [separator, end] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\r'],
      ['|', '\n'],
    ] as const) {
      const text = [`Stage${separator}Text`, `Preparing${separator}Too much`].join(end)
      expect(await cells(text)).toEqual({
        name: '',
        header: ['Stage', 'Text'],
        headerNumber: 1,
        rows: [{ number: 2, cells: ['Preparing', 'Too much'] }],
      })
    }
  })

  it('keeps separators, quotes and line ends inside of quotes, and counts rows as a spreadsheet does', async () => {
    const table = await cells('Text;Other\n"a;b\n""c""";1\n\nd, e;2\n')
    expect(table?.rows).toEqual([
      { number: 2, cells: ['a;b\n"c"', '1'] },
      { number: 3, cells: ['d, e', '2'] },
    ])
  })

  it('takes rows of unequal length and words with a quote in the middle', async () => {
    expect((await cells('A,B\n5" pipe\nx,y,z\n'))?.rows.map((row) => row.cells)).toEqual([['5" pipe'], ['x', 'y', 'z']])
  })

  it('says what is wrong with what is no table', async () => {
    expect(await refusal('a.csv', utf8(''))).toMatch(/no rows/)
    expect(await refusal('a.csv', utf8('Only a heading'))).toMatch(/no rows/)
    expect(await refusal('a.csv', utf8('A,B\n"never closed,x\n'))).toMatch(/quotation mark is not closed/)
    expect(await refusal('a.csv', new Uint8Array([0, 1, 2, 0, 0, 9, 0, 0]))).toMatch(/no text/)
    expect(await refusal('old.XLS', utf8('x'))).toMatch(/\.xls/)
    expect(await refusal('page.html', utf8('<p>\n</p>\nx'))).toMatch(/end in \.html cannot be read/)
  })

  it('a table far beyond the limit is not counted, and nothing else is claimed', async () => {
    expect(await refusal('a.csv', utf8(`A\n${'x\n'.repeat(MAX_TABLE_ROWS * 2)}`))).toContain('more than 20,000 rows')
  })

  it('has limits that it names', async () => {
    const many = `A\n${'x\n'.repeat(MAX_TABLE_ROWS)}`
    expect((await cells(many))?.rows.length).toBe(MAX_TABLE_ROWS)
    expect(await refusal('a.csv', utf8(`${many}x\n`))).toContain('more than 20,000 rows')
    expect(await refusal('a.csv', utf8(`A\n${'x,'.repeat(MAX_TABLE_COLUMNS)}x`))).toContain(String(MAX_TABLE_COLUMNS))
  })
})

describe('encodings', () => {
  const text = 'Stage,Text\nVorbereitung,Über 3 Behörden für ein Formular'
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 little', utf16(text, true, true), 'utf-16le'],
    ['UTF-16 big', utf16(text, false, true), 'utf-16be'],
    ['UTF-16 little without mark', utf16(text, true, false), 'utf-16le'],
    ['UTF-16 big without mark', utf16(text, false, false), 'utf-16be'],
    ['Windows-1252', Uint8Array.from(text, (character) => character.charCodeAt(0)), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })
})

describe('Markdown lists', () => {
  it('has headings as stages, items as cards, and what is below an item as more about it', async () => {
    const text =
      '# Preparing\n- **Too** much\n  - seen in [letters](https://example.org)\n- [ ] Forms\n## Moving\n1. Long wait\n   since May\n'
    expect((await tables('a.md', utf8(text)))[0]?.rows).toEqual([
      { number: 2, cells: ['Preparing', 'Too much', 'seen in letters'] },
      { number: 4, cells: ['Preparing', 'Forms', ''] },
      { number: 6, cells: ['Moving', 'Long wait', 'since May'] },
    ])
    expect(await refusal('a.md', utf8('Only words.'))).toMatch(/no list/)
  })

  it('loses its marks and keeps words that only look like some', async () => {
    const text =
      '# Working in C#\n- *slow* and _long_ too, [form](http://x/A_(b)), **twice**\n# After ##\n- snake_case *so\n'
    expect((await tables('a.md', utf8(text)))[0]?.rows.map(({ cells: [stage, words] }) => [stage, words])).toEqual([
      ['Working in C#', 'slow and long too, form, twice'],
      ['After', 'snake_case *so'],
    ])
  })

  // With a pattern that looks to the end for each mark these take hours.
  it.each(['[', '[](', '![a](b(', '*a ', '_', '**', '](', '`', '#', ' #', ' '])(
    'a line of a million %j is read in one go',
    async (mark) => {
      const line = mark.repeat(1_000_000 / mark.length)
      expect(await tables('a.md', utf8(`- a\n- ${line}x\n# a${line}x\n- b\n`))).toHaveLength(1)
    },
  )
})

describe('spreadsheets', () => {
  const workbook = async () => {
    const sheets = [
      {
        sheet: 'Pains',
        data: [
          ['Text', 'Severity', 'Since'],
          ['Too much', 4, new Date(Date.UTC(2027, 0, 15))],
        ],
      },
      { sheet: 'Empty', data: [] },
      {
        sheet: 'KPIs',
        data: [
          ['KPI', 'Value'],
          ['Claims', 62.5],
        ],
      },
    ]
    const blob = await writeXlsxFile(
      sheets.map(({ sheet, data }) => ({
        sheet,
        data: data.map((row) =>
          row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value })),
        ),
      })),
    ).toBlob()
    return new Uint8Array(await blob.arrayBuffer())
  }

  it('gives each sheet with rows as a table, numbers and days as people type them', async () => {
    expect(await tables('a.xlsx', await workbook())).toEqual([
      {
        name: 'Pains',
        header: ['Text', 'Severity', 'Since'],
        headerNumber: 1,
        rows: [{ number: 2, cells: ['Too much', '4', '2027-01-15'] }],
      },
      { name: 'KPIs', header: ['KPI', 'Value'], headerNumber: 1, rows: [{ number: 2, cells: ['Claims', '62.5'] }] },
    ])
  })

  it('is refused with a sentence when it is something else, broken or cut', async () => {
    const whole = await workbook()
    for (const bytes of [utf8('Stage,Text\na,b'), whole.subarray(0, whole.length / 2), zipSync({ 'a.txt': utf8('x') })])
      expect(await refusal('a.xlsx', bytes)).toMatch(/cannot be read/)
  })

  it('is not unpacked when it is a bomb', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(MAX_INFLATED_BYTES + 1_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal('a.xlsx', bomb)).toMatch(/unpacks to more than 64 MB/)
  })
})

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})

describe('workbooks that are bombs', () => {
  const large = new Uint8Array(MAX_INFLATED_BYTES / 2)
  const workbook = () =>
    writeXlsxFile([
      [{ value: 'Text' }, { value: 'Stage' }],
      [{ value: 'Waits' }, { value: 'Find' }],
    ]).toBlob()
  const unpacked = async () => unzipSync(new Uint8Array(await (await workbook()).arrayBuffer()))

  /** A directory at the end that names the same file again and again. */
  function namedOften(times: number): Uint8Array {
    const zip = zipSync({ 'xl/a00000.xml': large }, { level: 9 })
    const end = zip.length - 22
    const view = new DataView(zip.buffer, zip.byteOffset)
    const [bytes, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
    const out = new Uint8Array(start + bytes * times + 22)
    out.set(zip.subarray(0, start))
    for (let at = 0; at < times; at++) {
      const entry = zip.slice(start, start + bytes)
      entry.set(utf8(`xl/a${String(at).padStart(5, '0')}.xml`), 46)
      out.set(entry, start + at * bytes)
    }
    out.set(zip.subarray(end), start + bytes * times)
    const tail = new DataView(out.buffer, start + bytes * times)
    tail.setUint16(8, times, true)
    tail.setUint16(10, times, true)
    tail.setUint32(12, bytes * times, true)
    return out
  }

  it('one part that is named two thousand times is unpacked once', async () => {
    // Unpacked as often as it is named these are 64 GB.
    expect(await refusal('a.xlsx', namedOften(2_000))).toMatch(/cannot be read/)
  })

  it('thousands of parts are not even looked at', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`a${at}.xml`, new Uint8Array(1)]))
    expect(await refusal('a.xlsx', zipSync({ ...(await unpacked()), ...many }))).toMatch(/more than 64 MB|1,000 parts/)
  })

  it('one whose parts say their size only behind them is none', async () => {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => (error ? expect(error).toBeNull() : chunks.push(chunk)))
    for (const [name, bytes] of Object.entries(await unpacked())) {
      const file = new ZipDeflate(name)
      zip.add(file)
      file.push(bytes, true)
    }
    zip.end()
    expect((await tables('a.xlsx', new Uint8Array(Buffer.concat(chunks))))[0]?.rows).toEqual([
      { number: 2, cells: ['Waits', 'Find'] },
    ])
  })
})
