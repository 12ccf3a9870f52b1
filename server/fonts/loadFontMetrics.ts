// The shipped font for the server: widths for laying maps out, whole files for drawing them. Read on first use (half a
// second of reading tables), then kept for the life of the process by whoever asked.
import { readFile } from 'node:fs/promises'
import { create, type Font } from 'fontkit'
import { createFontMetrics, type FontMetrics, type FontStyle, fontStyles } from '../../shared/layout/FontMetrics.ts'
import { fontFileNames, readFontMetrics } from '../../shared/layout/readFontMetrics.ts'

/** The font file of a style, WOFF2. */
export function loadFontFile(style: FontStyle): Promise<Uint8Array> {
  return readFile(new URL(import.meta.resolve(`inter-ui/web/${fontFileNames[style]}`)))
}

/** Rejects if the font package is not installed. */
export async function loadFontMetrics(): Promise<FontMetrics> {
  const fonts = new Map<FontStyle, Font>()
  for (const style of fontStyles) {
    const font = create(Buffer.from(await loadFontFile(style)))
    if ('fonts' in font) throw new Error(`${fontFileNames[style]} is a collection of fonts`)
    fonts.set(style, font)
  }
  return createFontMetrics(
    readFontMetrics((style) => {
      const font = fonts.get(style)
      if (!font) throw new Error(`No font for ${style}`)
      return font
    }),
  )
}
