// A file of the office formats as its parts: every XML part read strictly, every relation followed. Throws where a
// program that opens the file would complain.
import { strFromU8, unzipSync } from 'fflate'
import { elementsOf, parseXml, type XmlElement } from './parseXml.ts'

export interface OfficeFile {
  readonly parts: ReadonlyMap<string, XmlElement>
  /** Names of parts that are no XML. */
  readonly others: readonly string[]
}

export function readOfficeFile(file: Uint8Array): OfficeFile {
  const parts = new Map<string, XmlElement>()
  const others: string[] = []
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (/\.(xml|rels)$/.test(name)) parts.set(name, read(name, strFromU8(bytes)))
    else others.push(name)
  }
  const all = new Set([...parts.keys(), ...others])
  for (const [name, part] of parts) if (name.endsWith('.rels')) checkRelations(name, part, all)
  const types = parts.get('[Content_Types].xml')
  if (!types) throw new Error('the content types are missing')
  for (const { attributes } of elementsOf(types, 'Override')) {
    const name = (attributes['PartName'] ?? '').slice(1)
    if (!all.has(name)) throw new Error(`the part ${name} has a type and is missing`)
  }
  return { parts, others }
}

function read(name: string, xml: string): XmlElement {
  try {
    return parseXml(xml)
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error })
  }
}

function checkRelations(name: string, part: XmlElement, all: ReadonlySet<string>): void {
  const folder = name.replace(/_rels\/[^/]+$/, '')
  for (const { attributes } of elementsOf(part, 'Relationship')) {
    if (attributes['TargetMode'] === 'External') throw new Error(`${name} points out of the file`)
    const target = attributes['Target'] ?? ''
    const path = new URL(target, `file:///${folder}`).pathname.slice(1)
    if (!all.has(decodeURIComponent(path))) throw new Error(`${name} points to ${path}, which is missing`)
  }
}
