// What stands in the cells of a workbook, read from its parts: independent of the library that wrote it.
import { strFromU8, unzipSync } from 'fflate'
import { elementsOf, parseXml, textOf } from './parseXml.ts'

export type WorkbookCell = string | number | boolean | null

export interface ReadSheet {
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** "A1:C9", '' if there is none. */
  readonly filter: string
  readonly frozenRows: number
}

/** Dates come as their number of days. Throws if a part is missing or not well-formed. */
export function readWorkbook(file: Uint8Array): Map<string, ReadSheet> {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/styles.xml']) parseXml(partOf(parts, name))
  const strings = elementsOf(parseXml(partOf(parts, 'xl/sharedStrings.xml')), 'si').map(textOf)
  const workbook = parseXml(partOf(parts, 'xl/workbook.xml'))
  const targets = new Map(
    elementsOf(parseXml(partOf(parts, 'xl/_rels/workbook.xml.rels')), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'] ?? '',
    ]),
  )
  return new Map(
    elementsOf(workbook, 'sheet').map(({ attributes }) => {
      const path = `xl/${targets.get(attributes['r:id']) ?? ''}`
      return [attributes['name'] ?? '', readSheet(partOf(parts, path), strings)]
    }),
  )
}

function partOf(parts: Readonly<Record<string, string>>, name: string): string {
  const part = parts[name]
  if (part === undefined) throw new Error(`the part ${name} is missing`)
  return part
}

function readSheet(xml: string, strings: readonly string[]): ReadSheet {
  const sheet = parseXml(xml)
  const rows = elementsOf(sheet, 'row').map((row) => {
    const cells: WorkbookCell[] = []
    for (const cell of elementsOf(row, 'c')) {
      const value = elementsOf(cell, 'v').map(textOf)[0]
      const type = cell.attributes['t']
      const at = columnOf(cell.attributes['r'] ?? '')
      while (cells.length < at) cells.push(null)
      if (value === undefined) cells.push(null)
      else if (type === 's') cells.push(decode(strings[Number(value)] ?? ''))
      else cells.push(type === 'b' ? value === '1' : Number(value))
    }
    return cells
  })
  return {
    rows,
    filter: elementsOf(sheet, 'autoFilter')[0]?.attributes['ref'] ?? '',
    frozenRows: Number(elementsOf(sheet, 'pane')[0]?.attributes['ySplit'] ?? 0),
  }
}

/** As spreadsheets read it: `_x005F_` is an underscore. */
const decode = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** "AB12" → 27 */
function columnOf(reference: string): number {
  const letters = reference.replace(/\d+$/, '')
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
