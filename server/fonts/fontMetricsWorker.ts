// Reads the widths out of the font files, in a thread of its own: unpacking five fonts takes half a second of
// computing, and no room waits for it.
import { parentPort } from 'node:worker_threads'
import { create, type Font } from 'fontkit'
import { type FontStyle, fontStyles } from '../../shared/layout/FontMetrics.ts'
import { readFontMetrics } from '../../shared/layout/readFontMetrics.ts'
import { loadFontFile } from './loadFontFile.ts'

const port = parentPort
if (!port) throw new Error('fontMetricsWorker.ts runs as a worker thread only')

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
port.postMessage(data)
