// One drawing on paper: a sheet of the size that was asked for, one long page, or a poster of that size cut into sheets
// of A4 with overlap and crop marks.
import {
  fitPaper,
  fitTiles,
  PAGE_MARGIN,
  type PaperName,
  type Tile,
  TILE_OVERLAP,
  type Tiling,
} from '../../../shared/export/paper.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { drawSvg, viewBoxOf } from './drawSvg.ts'
import type { PdfInk } from './PdfInk.ts'
import { readSvg, type SvgNode } from './readSvg.ts'

type Doc = PDFKit.PDFDocument

export interface MapPages {
  readonly svg: string
  readonly title: string
  readonly paper: PaperName
  readonly isTiled: boolean
}

export function addMapPages(doc: Doc, ink: PdfInk, { svg, title, paper, isTiled }: MapPages): void {
  const drawing = readSvg(svg)
  const box = viewBoxOf(drawing)
  const fit = fitPaper(box, paper)
  if (isTiled) {
    const { scale, tiling } = fitTiles(box, fit.scale)
    for (const tile of tiling.tiles) addTile(doc, ink, drawing, { scale, tiling, tile, title })
    return
  }
  doc.addPage({ size: [fit.page.w, fit.page.h], margin: 0 })
  doc.outline.addItem(title)
  // In the middle of the sheet, at its upper edge.
  const left = (fit.page.w - box.w * fit.scale) / 2
  doc.save().translate(left, PAGE_MARGIN).scale(fit.scale).translate(-box.x, -box.y)
  drawSvg(doc, ink, drawing, box)
  doc.restore()
}

interface TilePage {
  readonly scale: number
  readonly tiling: Tiling
  readonly tile: Tile
  readonly title: string
}

function addTile(doc: Doc, ink: PdfInk, drawing: SvgNode, { scale, tiling, tile, title }: TilePage): void {
  const { page, window, columns, rows } = tiling
  const box = viewBoxOf(drawing)
  doc.addPage({ size: [page.w, page.h], margin: 0 })
  const where = `Row ${tile.row + 1} of ${rows}, column ${tile.column + 1} of ${columns}`
  doc.outline.addItem(tiling.tiles.length === 1 ? title : `${title}: ${where}`)
  const visible: Rect = {
    x: box.x + tile.x / scale,
    y: box.y + tile.y / scale,
    w: window.w / scale,
    h: window.h / scale,
  }
  doc.save()
  doc.rect(PAGE_MARGIN, PAGE_MARGIN, window.w, window.h).clip()
  doc.translate(PAGE_MARGIN, PAGE_MARGIN).scale(scale).translate(-visible.x, -visible.y)
  drawSvg(doc, ink, drawing, visible)
  doc.restore()
  drawCropMarks(doc, tiling, tile)
  ink.write(where, PAGE_MARGIN, page.h - PAGE_MARGIN / 2 + 3, { style: 'regular', size: 8, color: '#4a5452' })
}

/** Length of a mark, from the edge of the paper inwards; the rest of the margin stays free. */
const MARK = PAGE_MARGIN * 0.7

/** Where to cut: in the middle of what two sheets share; at the outer edges of the poster, its edge. */
function drawCropMarks(doc: Doc, { page, window, columns, rows }: Tiling, { column, row }: Tile): void {
  const half = TILE_OVERLAP / 2
  const left = PAGE_MARGIN + (column === 0 ? 0 : half)
  const right = PAGE_MARGIN + window.w - (column === columns - 1 ? 0 : half)
  const top = PAGE_MARGIN + (row === 0 ? 0 : half)
  const bottom = PAGE_MARGIN + window.h - (row === rows - 1 ? 0 : half)
  doc.lineWidth(0.5).strokeColor('#000000')
  for (const x of [left, right]) {
    doc.moveTo(x, 0).lineTo(x, MARK).stroke()
    doc
      .moveTo(x, page.h - MARK)
      .lineTo(x, page.h)
      .stroke()
  }
  for (const y of [top, bottom]) {
    doc.moveTo(0, y).lineTo(MARK, y).stroke()
    doc
      .moveTo(page.w - MARK, y)
      .lineTo(page.w, y)
      .stroke()
  }
}
