// The pictures of a map as export formats. They need the fonts, which only the server has on disk; the other formats
// are pure and live in shared/export.
import { toBase64 } from 'lib0/buffer'
import { type ExportFormat, exportFormats, type ExportInput, type ExportPicture } from '../../shared/export/formats.ts'
import { renderSvg } from '../../shared/export/svg.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import type { FontMetrics } from '../../shared/layout/FontMetrics.ts'
import { layoutBoard } from '../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../shared/layout/LayoutCache.ts'
import { loadFontMetrics } from '../fonts/loadFontMetrics.ts'
import { latestResult } from '../../shared/workshop/voteTotals.ts'
import { renderPng } from './renderPng.ts'

const loses = 'Not in the picture: text that a card cuts off, the handwriting of drawings, pictures above 2 MB.'

/** Pictures grow by a third as text, and every reader of the file has to take them whole. */
const MAX_PICTURE_BYTES = 2 * 1024 * 1024
const MAX_PICTURES_BYTES = 10 * 1024 * 1024

/** Never changes while the server runs; read when the first picture is asked for, again if that failed. */
let fontMetrics: Promise<FontMetrics> | null = null

function loadMetricsOnce(): Promise<FontMetrics> {
  fontMetrics ??= loadFontMetrics().catch((error: unknown) => {
    fontMetrics = null
    throw error
  })
  return fontMetrics
}

/** The whole board, or one of its maps. */
export async function drawBoard(input: ExportInput, journeyId: JourneyId | null = null): Promise<string> {
  return (await openEasel(input)).draw(journeyId)
}

/** What drawings of one board share: it is laid out once. */
async function openEasel({ board, drawings, pictures = [], workshop, rounds = [] }: ExportInput, isPrint = false) {
  const metrics = await loadMetricsOnce()
  const layout = layoutBoard(board, new LayoutCache(metrics))
  const { departments, title } = workshop
  const votes = latestResult(rounds)
  const draw = (journeyId: JourneyId | null): string =>
    renderSvg(board, layout, {
      metrics,
      departments,
      title,
      drawings,
      isPrint,
      pictureUrl: embedder(pictures),
      ...(votes ? { votes } : {}),
      ...(journeyId === null ? {} : { journeyId }),
    })
  return {
    metrics,
    draw,
    isMoreThanMaps: layout.free.size > 0 || drawings.some(({ typeName }) => typeName === 'shape'),
  }
}

/** Each picture that is small enough, until all together are too many. */
function embedder(pictures: readonly ExportPicture[]): (sha256: string) => string | null {
  const byHash = new Map(pictures.map((picture) => [picture.sha256, picture]))
  let left = MAX_PICTURES_BYTES
  return (sha256) => {
    const picture = byHash.get(sha256)
    if (!picture || picture.bytes.length > Math.min(MAX_PICTURE_BYTES, left)) return null
    left -= picture.bytes.length
    return `data:${picture.contentType};base64,${toBase64(picture.bytes)}`
  }
}

const svgFormat: ExportFormat = {
  name: 'svg',
  label: 'Drawing (SVG)',
  extension: 'svg',
  contentType: 'image/svg+xml; charset=utf-8',
  loses,
  render: (input) => drawBoard(input),
}

const pngFormat: ExportFormat = {
  name: 'png',
  label: 'Picture (PNG)',
  extension: 'png',
  contentType: 'image/png',
  loses,
  render: async (input) => renderPng(await drawBoard(input)),
}

const pptxFormat: ExportFormat = {
  name: 'pptx',
  label: 'Slides (PowerPoint)',
  extension: 'pptx',
  contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  async render(input) {
    const { renderPptx } = await import('../../shared/export/pptx.ts')
    return renderPptx(input, await loadMetricsOnce())
  },
}

const pdfFormat: ExportFormat = {
  name: 'pdf',
  label: 'Print (PDF)',
  extension: 'pdf',
  contentType: 'application/pdf',
  async render(input) {
    const [{ renderPdf }, { loadPdfFonts }] = await Promise.all([
      import('./pdf/renderPdf.ts'),
      import('./pdf/loadPdfFonts.ts'),
    ])
    const [easel, fonts] = await Promise.all([openEasel(input, true), loadPdfFonts()])
    return renderPdf(input, { paper: 'A3', isTiled: false }, { ...easel, fonts })
  },
}

const mapFormats: readonly ExportFormat[] = [pptxFormat, pdfFormat, svgFormat, pngFormat]

/** Every format the server offers, by name. */
export function serverFormat(name: string): ExportFormat | null {
  return [...exportFormats, ...mapFormats].find((format) => format.name === name) ?? null
}
