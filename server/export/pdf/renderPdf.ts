// The workshop on paper: each map as vectors, what lies beside the maps, then the recap. Fonts are embedded, only the
// letters used; bookmarks lead to every part. The same workshop gives the same bytes.
import PdfDocument from 'pdfkit'
import type { ExportInput } from '../../../shared/export/formats.ts'
import type { PaperName } from '../../../shared/export/paper.ts'
import { oneLine } from '../../../shared/export/plainText.ts'
import { escapeXml } from '../../../shared/export/svg/element.ts'
import { recapOf } from '../../../shared/export/recap.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { journeysOf } from '../../../shared/journey/readBoardParts.ts'
import type { FontMetrics } from '../../../shared/layout/FontMetrics.ts'
import { addMapPages } from './addMapPages.ts'
import type { PdfFontFiles } from './loadPdfFonts.ts'
import { PdfInk } from './PdfInk.ts'
import { RecapPages } from './RecapPages.ts'

export interface PdfOptions {
  readonly paper: PaperName
  /** The map as a poster of that size on sheets of A4. */
  readonly isTiled: boolean
}

export interface PdfTools {
  readonly metrics: FontMetrics
  readonly fonts: PdfFontFiles
  /** Cards or drawings lie beside the maps. */
  readonly isMoreThanMaps: boolean
  /** The drawing of one map, or with null of the whole board. */
  readonly draw: (journeyId: JourneyId | null) => string
}

/** Stands where the library would write the clock when nobody knows the day of the meeting. */
const NO_DAY = '2000-01-01'

export async function renderPdf(
  input: ExportInput,
  { paper, isTiled }: PdfOptions,
  { metrics, fonts, isMoreThanMaps, draw }: PdfTools,
): Promise<Uint8Array<ArrayBuffer>> {
  const { board, workshop } = input
  const title = oneLine(workshop.title) || 'Workshop'
  const madeAt = new Date(`${workshop.heldOn ?? NO_DAY}T00:00:00Z`)
  const doc = new PdfDocument({
    autoFirstPage: false,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'Journeyboard', Producer: 'Journeyboard', CreationDate: madeAt },
  })
  escapeMetadata(doc)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  const ink = new PdfInk(doc, fonts, metrics)
  const journeys = journeysOf(board)
  for (const journey of journeys) {
    const name = oneLine(journey.title) || 'Journey'
    addMapPages(doc, ink, { svg: draw(journey.id), title: name, paper, isTiled })
  }
  if (isMoreThanMaps || journeys.length === 0)
    addMapPages(doc, ink, { svg: draw(null), title: 'The whole board', paper, isTiled: false })
  new RecapPages(doc, ink, metrics).write(recapOf(input))
  doc.end()
  await whole
  return new Uint8Array(Buffer.concat(chunks))
}

/** The library writes the title into the XML of its metadata as it is; what was written elsewhere before stays plain. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const { endMetadata } = doc as unknown as { readonly endMetadata: (this: PDFKit.PDFDocument) => void }
  const endEscaped = (): void => {
    doc.info.Title = escapeXml(doc.info.Title ?? '')
    endMetadata.call(doc)
  }
  Object.assign(doc, { endMetadata: endEscaped })
}
