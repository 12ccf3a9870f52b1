// The pictures of a map as export formats. They need the fonts, which only the server has on disk; the other formats
// are pure and live in shared/export.
import { type ExportFormat, exportFormats, type ExportInput } from '../../shared/export/formats.ts'
import { renderSvg } from '../../shared/export/svg.ts'
import type { FontMetrics } from '../../shared/layout/FontMetrics.ts'
import { layoutBoard } from '../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../shared/layout/LayoutCache.ts'
import { loadFontMetrics } from '../fonts/loadFontMetrics.ts'
import { renderPng } from './renderPng.ts'

const loses = 'Not in the picture: what was drawn freely on the canvas, pictures, and text that a card cuts off.'

/** Never changes while the server runs; read when the first picture is asked for, again if that failed. */
let fontMetrics: Promise<FontMetrics> | null = null

async function drawBoard({ board, workshop }: ExportInput): Promise<string> {
  fontMetrics ??= loadFontMetrics().catch((error: unknown) => {
    fontMetrics = null
    throw error
  })
  const metrics = await fontMetrics
  const layout = layoutBoard(board, new LayoutCache(metrics))
  return renderSvg(board, layout, { metrics, departments: workshop.departments, title: workshop.title })
}

const svgFormat: ExportFormat = {
  name: 'svg',
  label: 'Drawing (SVG)',
  extension: 'svg',
  contentType: 'image/svg+xml; charset=utf-8',
  loses,
  render: drawBoard,
}

const pngFormat: ExportFormat = {
  name: 'png',
  label: 'Picture (PNG)',
  extension: 'png',
  contentType: 'image/png',
  loses,
  render: async (input) => renderPng(await drawBoard(input)),
}

const mapFormats: readonly ExportFormat[] = [svgFormat, pngFormat]

/** Every format the server offers, by name. */
export function serverFormat(name: string): ExportFormat | null {
  return [...exportFormats, ...mapFormats].find((format) => format.name === name) ?? null
}
