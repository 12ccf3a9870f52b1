// The recap as slides for those who were not there: who and why, the map as native shapes, the curve as a native chart,
// what hurts most, opportunities, actions and the next review. The same workshop gives the same bytes.
import { strFromU8, strToU8 } from 'fflate'
import PptxGenJS from 'pptxgenjs'
import type { FontMetrics } from '../layout/FontMetrics.ts'
import { layoutBoard } from '../layout/layoutBoard.ts'
import { LayoutCache } from '../layout/LayoutCache.ts'
import { journeysOf } from '../journey/readBoardParts.ts'
import { latestResult, voteTotals } from '../workshop/voteTotals.ts'
import type { ExportInput } from './formats.ts'
import { oneLine } from './plainText.ts'
import { addMapSlides } from './pptx/mapSlides.ts'
import { mendPart } from './pptx/mendPart.ts'
import {
  addActionSlides,
  addCurveSlide,
  addObjectiveSlide,
  addOpportunitySlides,
  addRoundSlide,
  addTitleSlide,
} from './pptx/recapSlides.ts'
import { addSummarySlide } from './pptx/summarySlide.ts'
import { recapOf } from './recap.ts'
import { sealZip } from './zipFiles.ts'

export async function renderPptx(input: ExportInput, metrics: FontMetrics): Promise<Uint8Array<ArrayBuffer>> {
  const { board, workshop, rounds = [] } = input
  const recap = recapOf(input)
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = oneLine(workshop.title) || 'Workshop'
  deck.author = 'Journeyboard'
  deck.company = ''
  deck.subject = ''
  addTitleSlide(deck, recap)
  addSummarySlide(deck, recap)
  const layout = layoutBoard(board, new LayoutCache(metrics))
  const latest = latestResult(rounds)
  const votes = latest ? voteTotals(latest) : null
  const told = new Map(recap.journeys.map((journey) => [journey.id, journey]))
  for (const journey of journeysOf(board)) {
    const [map, words] = [layout.journeys.get(journey.id), told.get(journey.id)]
    if (!map || !words) continue
    addObjectiveSlide(deck, words)
    addMapSlides(deck, { board, journey, layout: map, departments: workshop.departments, votes })
    addCurveSlide(deck, words)
  }
  for (const round of recap.rounds) addRoundSlide(deck, round, metrics)
  addOpportunitySlides(deck, recap, metrics)
  addActionSlides(deck, recap, metrics)
  const file = await deck.write({ outputType: 'uint8array' })
  return sealDeck(file as Uint8Array, `${workshop.heldOn ?? NO_DAY}T00:00:00Z`)
}

/** Stands where the library wrote the clock when nobody knows the day of the meeting. */
const NO_DAY = '2000-01-01'

/** The library announces a master for every slide and writes one; strict readers miss the others. */
const missingMasters = /<Override PartName="\/ppt\/slideMasters\/slideMaster(?!1\.xml)\d+\.xml"[^>]*\/>/g

/** Without what the library took from elsewhere: the clock, and the number of charts it has made since it was loaded. */
function sealDeck(deck: Uint8Array, madeAt: string): Uint8Array<ArrayBuffer> {
  const numbers = new Map<string, number>()
  const renumber = (text: string) =>
    text.replaceAll(/\b(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g, (_, name: string, old: string) => {
      const number = numbers.get(old) ?? numbers.size + 1
      numbers.set(old, number)
      return `${name}${number}`
    })
  return sealZip(deck, (name, content) => {
    if (name.endsWith('core.xml'))
      return [name, strToU8(strFromU8(content).replaceAll(/(<dcterms:\w+[^>]*>)[^<]*(?=<)/g, `$1${madeAt}`))]
    if (name === '[Content_Types].xml')
      return [name, strToU8(renumber(strFromU8(content)).replaceAll(missingMasters, ''))]
    if (name.endsWith('.rels')) return [renumber(name), strToU8(renumber(strFromU8(content)))]
    return [renumber(name), name.endsWith('.xml') ? strToU8(mendPart(name, strFromU8(content))) : content]
  })
}
