// Formats that draw maps: pictures, slides, print. They need the widths of the shipped font, which only the server has
// on disk; the other formats are pure and live in shared/export.
import { toBase64 } from 'lib0/buffer'
import type { DrawnFormat, ExportInput, ExportPicture } from '../../shared/export/formats.ts'
import { type ExportOptions } from '../../shared/export/exportOptions.ts'
import { recapOf } from '../../shared/export/recap.ts'
import { renderSvg, type SvgOptions } from '../../shared/export/svg.ts'
import { EmptySelectionError, renderSelection } from '../../shared/export/svgSelection.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import { journeysOf } from '../../shared/journey/readBoardParts.ts'
import type { FontMetrics } from '../../shared/layout/FontMetrics.ts'
import { layoutBoard } from '../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../shared/layout/LayoutCache.ts'
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { latestResult } from '../../shared/workshop/voteTotals.ts'
import { MAX_DRAWN_PICTURE_BYTES, MAX_DRAWN_PICTURES_BYTES } from './pictureWish.ts'
import { renderPng } from './renderPng.ts'

interface Easel {
  /** Cards or drawings lie beside the maps. */
  readonly isMoreThanMaps: boolean
  /** One map, or with null the whole board. */
  readonly draw: (journeyId: JourneyId | null) => string
  /** What was chosen of the board, or one map, or everything. Throws an EmptySelectionError. */
  readonly drawChosen: (options: ExportOptions) => string
}

/** The board laid out once, for as many drawings as are wanted. */
function openEasel(
  input: ExportInput,
  metrics: FontMetrics,
  { isPrint = false, hasLegend = true }: Pick<SvgOptions, 'isPrint' | 'hasLegend'> = {},
): Easel {
  const { board, drawings, pictures = [], workshop, rounds = [] } = input
  const layout = layoutBoard(board, new LayoutCache(metrics))
  const { departments, title } = workshop
  const votes = latestResult(rounds)
  const look = () => {
    return { metrics, departments, title, drawings, pictureUrl: embedder(pictures), ...(votes ? { votes } : {}) }
  }
  const draw: Easel['draw'] = (journeyId) =>
    renderSvg(board, layout, { ...look(), isPrint, hasLegend, ...(journeyId === null ? {} : { journeyId }) })
  return {
    isMoreThanMaps: layout.free.size > 0 || drawings.some(({ typeName }) => typeName === 'shape'),
    draw,
    drawChosen: (options) => {
      if (!options.selection) return draw(chosenMap(input, options))
      const svg = renderSelection(board, layout, options.selection, look())
      if (svg === null) throw new EmptySelectionError()
      return svg
    },
  }
}

/** Each picture that is small enough, until all together are too many. */
function embedder(pictures: readonly ExportPicture[]): (sha256: string) => string | null {
  const byHash = new Map(pictures.map((picture) => [picture.sha256, picture]))
  let left = MAX_DRAWN_PICTURES_BYTES
  return (sha256) => {
    const picture = byHash.get(sha256)
    if (!picture || picture.bytes.length > Math.min(MAX_DRAWN_PICTURE_BYTES, left)) return null
    left -= picture.bytes.length
    return `data:${picture.contentType};base64,${toBase64(picture.bytes)}`
  }
}

/** A map that is gone since it was chosen: the whole board rather than nothing. */
function chosenMap({ board }: ExportInput, { journey }: ExportOptions): JourneyId | null {
  return journey !== undefined && board.journeys.has(journey as JourneyId) ? (journey as JourneyId) : null
}

/** The same workshop with one of its maps only. */
function withOneMap(input: ExportInput, options: ExportOptions): ExportInput {
  const chosen = chosenMap(input, options)
  if (chosen === null) return input
  const journeys = new Map([...input.board.journeys].filter(([id]) => id === chosen))
  return { ...input, board: { ...input.board, journeys }, drawings: [] }
}

export const svgFormat: DrawnFormat = {
  name: 'svg',
  // Rejects where it throws.
  render: async (input, options, metrics) => openEasel(input, metrics).drawChosen(options),
}

export const pngFormat: DrawnFormat = {
  name: 'png',
  render: async (input, options, metrics) => renderPng(openEasel(input, metrics).drawChosen(options)),
}

export const pptxFormat: DrawnFormat = {
  name: 'pptx',
  async render(input, options, metrics) {
    const { renderPptx } = await import('../../shared/export/pptx.ts')
    return renderPptx(withOneMap(input, options), metrics)
  },
}

export const pdfFormat: DrawnFormat = {
  name: 'pdf',
  async render(input, options, metrics) {
    const [{ renderPdf }, { loadPdfFonts }] = await Promise.all([
      import('./pdf/renderPdf.ts'),
      import('./pdf/loadPdfFonts.ts'),
    ])
    const chosen = withOneMap(input, options)
    const easel = openEasel(chosen, metrics, { isPrint: true })
    const isMoreThanMaps = easel.isMoreThanMaps && chosen === input
    const { paper = 'A3', tiled = false } = options
    return renderPdf(
      chosen,
      { paper, isTiled: tiled },
      { ...easel, isMoreThanMaps, metrics, fonts: await loadPdfFonts() },
    )
  },
}

/** What the recap page shows, as the JSON of its answer. Not among the formats people choose. */
export function renderRecapPage(input: ExportInput, metrics: FontMetrics): string {
  // The page names the departments itself, where a phone shows them too.
  const { draw } = openEasel(input, metrics, { hasLegend: false })
  const maps = journeysOf(input.board).map(({ id }) => ({ journeyId: id, svg: draw(id) }))
  return JSON.stringify({ recap: recapOf(input), maps } satisfies RecapAnswer)
}
