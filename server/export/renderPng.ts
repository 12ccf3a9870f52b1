// SVG → PNG without a browser. Draws with the shipped font only; characters it lacks (CJK, Arabic, emoji …) are
// empty boxes in the picture, while SVG and PDF viewers draw them with the reader's own fonts. Takes this thread for up to a
// second: for the program that makes files.
import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fontStyles } from '../../shared/layout/FontMetrics.ts'
import { loadFontFile } from '../fonts/loadFontFile.ts'
import { encodePng, isOpaque } from './encodePng.ts'

/** Four bytes each while drawing: 80 MB at most, twice that while the file is made. A map of 24 stages is 18 million at its own size. */
export const MAX_PIXELS = 20_000_000

/** A map so large that at `MAX_PIXELS` its words are grey lines is an overview: it needs no more than this. */
export const OVERVIEW_PIXELS = 10_000_000
/** Below this scale words of cards (13 px) are smaller than anybody can read. */
const LEAST_READABLE_SCALE = 0.35

export class PngError extends Error {
  override readonly name = 'PngError'
}

export interface PngOptions {
  /** Pixels for each px of the drawing; lowered where the picture would pass `MAX_PIXELS`. */
  readonly scale?: number
}

/** The library can be started once in each process. */
let started: Promise<void> | null = null

/** May be called ahead. */
export function startResvg(): Promise<void> {
  started ??= startOnce()
  return started
}

async function startOnce(): Promise<void> {
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
}

/** The picture of an SVG made by `renderSvg`. Rejects with `PngError` if it cannot be drawn. */
export async function renderPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const [fontBuffers] = await Promise.all([Promise.all(fontStyles.map((style) => loadFontFile(style))), startResvg()])
  const fitted = fitScale(svg, scale)
  let drawing: InstanceType<typeof Resvg> | null = null
  try {
    drawing = new Resvg(legible(svg, fitted), {
      font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
      fitTo: { mode: 'zoom', value: fitted },
    })
    const image = drawing.render()
    const { pixels, width, height } = image
    const png = isOpaque(pixels) ? await encodePng(pixels, width, height) : Uint8Array.from(image.asPng())
    image.free()
    return png
  } catch (error) {
    // resvg throws plain strings for drawings it cannot read.
    throw new PngError('The picture could not be drawn', { cause: error })
  } finally {
    drawing?.free()
  }
}

/** The largest scale up to the wanted one that keeps the picture within the limits. */
export function fitScale(svg: string, scale: number): number {
  const [, width = '1', height = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const fit = (pixels: number) => Math.sqrt(pixels / Math.max(1, Number(width) * Number(height)))
  const largest = fit(MAX_PIXELS)
  return Math.min(scale, largest < LEAST_READABLE_SCALE ? fit(OVERVIEW_PIXELS) : largest)
}

/** Pixels below which letters are a grey line: not drawn, as they are most of the work. */
const LEAST_LETTERS = 3

/** The drawing without words that nobody could read at that scale. */
function legible(svg: string, scale: number): string {
  return svg.replaceAll(/<text [^>]*font-size="([\d.]+)"[^>]*>[^<]*<\/text>/g, (whole, size: string) =>
    Number(size) * scale < LEAST_LETTERS ? '' : whole,
  )
}
