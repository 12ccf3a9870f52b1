// What can be read in a downloaded file, whatever its format; throws where a program that opens it would complain.
import { strFromU8, unzipSync } from 'fflate'
import type { FormatName } from '../../shared/export/catalog.ts'
import { parseCsv } from '../support/parseCsv.ts'
import { parseXml, type XmlElement } from '../support/parseXml.ts'
import { readOfficeFile } from '../support/readOfficeFile.ts'
import { readPdf } from '../support/readPdf.ts'

/** All its words without spaces: formats break lines where they like. '' for a picture. */
export function wordsInFile(format: FormatName, file: Buffer): string {
  return textOf(format, file).replaceAll(/\s+/g, '')
}

function textOf(format: FormatName, file: Buffer): string {
  switch (format) {
    case 'png':
      return ''
    case 'pdf':
      return readPdf(file)
        .pages.map(({ words }) => words)
        .join('\n')
    case 'pptx':
    case 'xlsx':
      return [...readOfficeFile(new Uint8Array(file)).parts.values()].map(wordsOfXml).join('\n')
    case 'svg':
    case 'cjml':
    case 'xes':
      return wordsOfXml(parseXml(file.toString()))
    case 'csv':
    case 'github':
      return Object.entries(unzipSync(new Uint8Array(file)))
        .map(([name, bytes]) => wordsOfPlain(name, strFromU8(bytes)))
        .join('\n')
    case 'json':
      return JSON.stringify(JSON.parse(file.toString()))
    case 'md':
      return file.toString()
    default:
      return wordsOfPlain('items.csv', file.toString())
  }
}

function wordsOfPlain(name: string, text: string): string {
  if (name.endsWith('.csv')) return parseCsv(text).flat().join('\n')
  for (const line of name.endsWith('.jsonl') ? text.trimEnd().split('\n') : []) JSON.parse(line)
  return text
}

/** Attributes too: an event log keeps its words there. */
function wordsOfXml({ attributes, children }: XmlElement): string {
  return [
    ...Object.values(attributes),
    ...children.map((child) => (typeof child === 'string' ? child : wordsOfXml(child))),
  ].join('\n')
}
