// Reads the widths out of the font files, in a process of its own: unpacking five fonts takes half a second of
// computing, and no room waits for it.
import { create, type Font } from 'fontkit'
import { type FontStyle, fontStyles } from '../../shared/layout/FontMetrics.ts'
import { readFontMetrics } from '../../shared/layout/readFontMetrics.ts'
import { beProgram, tell } from '../ops/startProgram.ts'
import { loadFontFile } from './loadFontFile.ts'

beProgram()

const fonts = new Map<FontStyle, Font>()
for (const style of fontStyles) {
  const font = create(Buffer.from(await loadFontFile(style)))
  if ('fonts' in font) throw new Error(`The font file for ${style} is a collection of fonts`)
  fonts.set(style, font)
}
const data = readFontMetrics((style) => {
  const font = fonts.get(style)
  if (!font) throw new Error(`No font for ${style}`)
  return font
})
await tell(data)
