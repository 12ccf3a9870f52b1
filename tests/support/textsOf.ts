// What can be read in a file of any format, part by part: "notes.csv", "slide 2", "json/workshop". Independent of the
// code that writes them.
import { strFromU8, unzipSync } from 'fflate'
import { type FormatName } from '../../shared/export/catalog.ts'
import { readPdf } from './readPdf.ts'
import { readWorkbook } from './readWorkbook.ts'

/** A picture has no text. */
export function textsOf(format: FormatName, content: Uint8Array): Record<string, string> {
  switch (format) {
    case 'png':
      return {}
    case 'pdf': {
      const { pages, title, metadata, bookmarks } = readPdf(content)
      return Object.fromEntries([...pages.map(({ words }) => words), title, metadata, bookmarks.join('\n')].entries())
    }
    case 'xlsx':
      return Object.fromEntries([...readWorkbook(content)].map(([name, { rows }]) => [name, JSON.stringify(rows)]))
    case 'json': {
      const parts = Object.entries(JSON.parse(strFromU8(content)) as Record<string, unknown>)
      return Object.fromEntries(parts.map(([name, part]) => [name, JSON.stringify(part)]))
    }
    case 'pptx':
    case 'csv':
    case 'github':
      return Object.fromEntries(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)]))
    default:
      return { [format]: strFromU8(content) }
  }
}
