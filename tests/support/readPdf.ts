// What a PDF of ours says: pages with their size and words, fonts, bookmarks. Reads the objects themselves, independent
// of the library that wrote them; throws where a part is missing.
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number
    readonly height: number
    readonly words: string
    readonly paths: number
  }[]
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
  readonly bookmarks: readonly string[]
  readonly title: string
  /** The XML that describes the file. */
  readonly metadata: string
}

interface PdfObject {
  readonly dictionary: string
  readonly stream: Buffer | null
}

export function readPdf(file: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(file))
  const get = (id: string | undefined): PdfObject => {
    const object = id === undefined ? undefined : objects.get(id)
    if (!object) throw new Error(`the object ${id ?? '?'} is missing`)
    return object
  }
  const all = [...objects.values()].map(({ dictionary }) => dictionary)
  const root = all.find((text) => /\/Type \/Pages\b/.test(text)) ?? ''
  const kids = /\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? ''
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => readPage(get(id).dictionary, get))
  const fonts = all
    .filter((text) => text.includes('/Type /FontDescriptor'))
    .map((text) => ({ name: nameIn(text, 'FontName'), isEmbedded: /\/FontFile2 \d+ 0 R/.test(text) }))
  const outlines = all.filter((text) => /\/Dest \[/.test(text) && text.includes('/Title'))
  const info = all.find((text) => text.includes('/Producer')) ?? ''
  const title = get(/\/Title (\d+) 0 R/.exec(info)?.[1]).dictionary
  const metadata = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Metadata'))
  return {
    metadata: metadata?.stream?.toString('utf8') ?? '',
    pages,
    fonts,
    bookmarks: outlines.map((text) => textIn(text, 'Title')),
    title: textIn(`/Title ${title}`, 'Title'),
  }
}

function readObjects(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|\nstream\n)/g)) {
    const [whole, id = '', dictionary = ''] = match
    let stream: Buffer | null = null
    if (whole.endsWith('stream\n')) {
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
      const start = match.index + whole.length
      const raw = file.subarray(start, start + length)
      stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
    }
    objects.set(id, { dictionary, stream })
  }
  return objects
}

function readPage(page: string, get: (id: string | undefined) => PdfObject) {
  const [, , width = 0, height = 0] = (/\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '').split(' ').map(Number)
  const resources = get(/\/Resources (\d+) 0 R/.exec(page)?.[1]).dictionary
  const unicode = new Map<string, ReadonlyMap<string, string>>()
  for (const [, name = '', id] of (/\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g))
    unicode.set(name, readUnicode(get(/\/ToUnicode (\d+) 0 R/.exec(get(id).dictionary)?.[1]).stream))
  const content = get(/\/Contents (\d+) 0 R/.exec(page)?.[1]).stream?.toString('latin1') ?? ''
  const words: string[] = []
  let font: ReadonlyMap<string, string> = new Map()
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)) {
    if (name !== undefined) font = unicode.get(name) ?? new Map()
    else words.push((shown ?? '').replaceAll(/<([0-9a-f]*)>|[\s\d.-]+/g, (_, hex?: string) => decode(hex ?? '', font)))
  }
  const paths = content.match(/\b[fSB]\b/g)?.length ?? 0
  return { width, height, words: words.join('\n'), paths }
}

const decode = (hex: string, font: ReadonlyMap<string, string>): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '\uFFFD').join('')

/** The map from glyph to letters that makes text searchable. */
function readUnicode(stream: Buffer | null): Map<string, string> {
  const map = new Map<string, string>()
  const letters = (hex: string) =>
    String.fromCharCode(...(hex.replaceAll(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))
  for (const [, first = '', , list = ''] of (stream?.toString('latin1') ?? '').matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g,
  ))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], at) =>
      map.set((parseInt(first, 16) + at).toString(16).padStart(4, '0'), letters(hex)),
    )
  return map
}

function nameIn(dictionary: string, key: string): string {
  return new RegExp(String.raw`/${key} /(\S+)`).exec(dictionary)?.[1] ?? ''
}

/** `(plain)` or, with a mark at the start, UTF-16. */
function textIn(dictionary: string, key: string): string {
  const raw = new RegExp(String.raw`/${key} \(((?:\\[\s\S]|[^\\)])*)\)`).exec(dictionary)?.[1] ?? ''
  const bytes = Buffer.from(
    raw.replaceAll(
      /\\([nrtbf()\\])/g,
      (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
    ),
    'latin1',
  )
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return bytes.subarray(2).swap16().toString('utf16le')
}
