// The files of the shipped font as the server has them: whole fonts, not the subsets that browsers fetch.
import { readFile } from 'node:fs/promises'
import type { FontStyle } from '../../shared/layout/FontMetrics.ts'
import { fontFileNames } from '../../shared/layout/readFontMetrics.ts'

/** The font file of a style, WOFF2. Rejects if the font package is not installed. */
export function loadFontFile(style: FontStyle): Promise<Uint8Array> {
  return readFile(new URL(import.meta.resolve(`inter-ui/web/${fontFileNames[style]}`)))
}
