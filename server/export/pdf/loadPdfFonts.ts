// The font files that go into PDFs: those that browsers get, split by script, as the PDF library can cut them down
// (it cannot with the whole-font files, whose outlines are packed).
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { create } from 'fontkit'
import { type FontStyle, fontStyles } from '../../../shared/layout/FontMetrics.ts'

/** One file of a style. */
interface PdfFontFile {
  readonly name: string
  readonly bytes: Buffer
  /** Code points it has glyphs for. */
  readonly covers: ReadonlySet<number>
}

export type PdfFontFiles = Readonly<Record<FontStyle, readonly PdfFontFile[]>>

/** Latin first: most words need no other. */
const scripts = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const

const variants: Readonly<Record<FontStyle, string>> = {
  regular: '400-normal',
  italic: '400-italic',
  medium: '500-normal',
  semibold: '600-normal',
  bold: '700-normal',
}

export async function loadPdfFonts(): Promise<PdfFontFiles> {
  const styles = await Promise.all(
    fontStyles.map(
      async (style) => [style, await Promise.all(scripts.map((script) => loadFile(style, script)))] as const,
    ),
  )
  return Object.fromEntries(styles) as unknown as PdfFontFiles
}

async function loadFile(style: FontStyle, script: (typeof scripts)[number]): Promise<PdfFontFile> {
  const path = `@fontsource/inter/files/inter-${script}-${variants[style]}.woff`
  const bytes = unpackFont(await readFile(new URL(import.meta.resolve(path))))
  const font = create(bytes)
  if ('fonts' in font) throw new Error(`${path} is a collection of fonts`)
  return { name: `${style}-${script}`, bytes, covers: new Set(font.characterSet) }
}

/** WOFF 1.0: a header, then an entry for each table: name, place, length as packed, length, checksum. */
const WOFF = { header: 44, entry: 20 } as const
/** OpenType: a header, then an entry for each table: name, checksum, place, length. */
const OPENTYPE = { header: 12, entry: 16 } as const
const shapingTables: ReadonlySet<string> = new Set(['GSUB', 'GPOS', 'GDEF'])

/**
 * The same font unpacked, as Node does that ten times as fast as the library that reads it. Without the tables for
 * kerning and ligatures: the layout measures without them, so lines must be drawn without them too; and shaping a line
 * costs 3 ms, where looking its glyphs up costs a twentieth of one.
 */
function unpackFont(woff: Buffer): Buffer {
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, at) => WOFF.header + at * WOFF.entry)
  const tables = entries
    .filter((at) => !shapingTables.has(woff.toString('latin1', at, at + 4)))
    .map((at) => {
      const [place, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
        number,
        number,
        number,
      ]
      const bytes = woff.subarray(place, place + packed)
      const content = packed < length ? inflateSync(bytes) : bytes
      // Tables begin at multiples of four bytes.
      return { at, length, content: Buffer.concat([content, Buffer.alloc(-length & 3)]) }
    })
  const directory = Buffer.alloc(OPENTYPE.header + tables.length * OPENTYPE.entry)
  // The kind of its outlines; what helps old programs to search the directory stays 0.
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(tables.length, 4)
  let place = directory.length
  tables.forEach(({ at, length, content }, index) => {
    const entry = OPENTYPE.header + index * OPENTYPE.entry
    woff.copy(directory, entry, at, at + 4)
    woff.copy(directory, entry + 4, at + 16, at + 20)
    directory.writeUInt32BE(place, entry + 8)
    directory.writeUInt32BE(length, entry + 12)
    place += content.length
  })
  return Buffer.concat([directory, ...tables.map(({ content }) => content)])
}
