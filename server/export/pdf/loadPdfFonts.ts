// The font files that go into PDFs: those that browsers get, split by script, as the PDF library can cut them down
// (it cannot with the whole-font files, whose outlines are packed).
import { readFile } from 'node:fs/promises'
import { create } from 'fontkit'
import { type FontStyle, fontStyles } from '../../../shared/layout/FontMetrics.ts'

/** One file of a style. */
export interface PdfFontFile {
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
  const bytes = await readFile(new URL(import.meta.resolve(path)))
  withoutShaping(bytes)
  const font = create(bytes)
  if ('fonts' in font) throw new Error(`${path} is a collection of fonts`)
  return { name: `${style}-${script}`, bytes, covers: new Set(font.characterSet) }
}

/** WOFF: header of 44 bytes, then 20 for each table, its name first. */
const HEADER_BYTES = 44
const ENTRY_BYTES = 20
const shapingTables = new Set(['GSUB', 'GPOS', 'GDEF'])

/**
 * Hides the tables for kerning and ligatures from the library by another name. The layout measures without them, so lines
 * must be drawn without them too; and shaping a line costs 3 ms, where looking its glyphs up costs a twentieth of one.
 */
function withoutShaping(woff: Buffer): void {
  const tables = woff.readUInt16BE(12)
  for (let at = HEADER_BYTES; at < HEADER_BYTES + tables * ENTRY_BYTES; at += ENTRY_BYTES)
    if (shapingTables.has(woff.toString('latin1', at, at + 4))) woff.write('x', at, 'latin1')
}
