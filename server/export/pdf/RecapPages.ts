// The recap on sheets of A4: head, how it feels, what hurts most, opportunities, what is done next, marks. Flows from
// page to page; a row never breaks, and a table that goes on says again what its columns are.
import type { Recap, RecapJourney, RecapRound } from '../../../shared/export/recap.ts'
import {
  dayInFull,
  feelingWords,
  howItWasVoted,
  reviewWords,
  stateWords,
  whenAndWho,
} from '../../../shared/export/recapWords.ts'
import { filledColumns } from '../../../shared/export/filledColumns.ts'
import { plainText } from '../../../shared/export/plainText.ts'
import { type FontMetrics, fontStyleOf } from '../../../shared/layout/FontMetrics.ts'
import { colorOf, type TokenName } from '../../../shared/layout/theme.ts'
import { wrapText } from '../../../shared/layout/wrapText.ts'
import { writeVotes } from '../../../shared/workshop/voteTotals.ts'
import type { PdfInk } from './PdfInk.ts'

/** A4, points. */
const PAGE = { w: 595.28, h: 841.89, margin: 42 } as const
const WIDTH = PAGE.w - 2 * PAGE.margin

interface Look {
  readonly size: number
  readonly weight: 400 | 600
  readonly color: TokenName
}
const body: Look = { size: 9.5, weight: 400, color: 'ink' }
const strong: Look = { ...body, weight: 600 }
const small: Look = { size: 8, weight: 400, color: 'ink-2' }
const heading: Look = { size: 14, weight: 600, color: 'ink' }
const LINE = 1.35

/** Most lines of one cell; a recap is read on one page, the whole text is in the tables. */
const CELL_LINES = 6

interface Column {
  readonly name: string
  /** Share of the width. */
  readonly share: number
  readonly look?: Look
  readonly align?: 'end'
}

export class RecapPages {
  readonly #doc: PDFKit.PDFDocument
  readonly #ink: PdfInk
  readonly #metrics: FontMetrics
  #y = Infinity

  constructor(doc: PDFKit.PDFDocument, ink: PdfInk, metrics: FontMetrics) {
    this.#doc = doc
    this.#ink = ink
    this.#metrics = metrics
  }

  write(recap: Recap): void {
    this.#turn()
    this.#doc.outline.addItem('Recap')
    this.#paragraph(recap.title.trim() === '' ? 'Workshop' : recap.title, { ...heading, size: 22 }, 3)
    this.#paragraph(`${whenAndWho(recap)} ${reviewWords(recap)}`, { ...small, size: 10 }, 3)
    for (const journey of recap.journeys) this.#writeJourney(journey)
    for (const round of recap.rounds) this.#writeRound(round)
    this.#writeOpportunities(recap)
    this.#writeActions(recap)
  }

  #writeJourney(journey: RecapJourney): void {
    this.#section(journey.title.trim() === '' ? 'Journey' : journey.title)
    const facts: [string, string][] = [
      ['Persona', [journey.persona, journey.wants].filter(Boolean).join('. ')],
      ['Objective', journey.objective],
      ['Success measure', journey.successMeasure],
      ['State', stateWords[journey.state]],
    ]
    this.#table(
      [
        { name: '', share: 0.2, look: small },
        { name: '', share: 0.8 },
      ],
      facts.filter(([, value]) => value.trim() !== ''),
    )
    if (journey.feelings.length === 0) return
    this.#gap(10)
    this.#table(
      [
        { name: 'Stage', share: 0.25 },
        { name: 'About', share: 0.3 },
        { name: `How it feels (median of ${journey.feltBy})`, share: 0.45 },
      ],
      journey.feelings.map((feeling) => [
        feeling.stageName,
        feeling.name === feeling.stageName ? '' : feeling.name,
        `${feelingWords(feeling)}${feeling.isLowest ? ' (lowest point)' : ''}`,
      ]),
    )
  }

  #writeRound(round: RecapRound): void {
    this.#section(round.question.trim() === '' ? 'What hurts most' : round.question)
    this.#table(
      [
        { name: 'Rank', share: 0.08, look: strong },
        { name: 'Card', share: 0.47, look: strong },
        { name: 'Stage', share: 0.21 },
        { name: 'Votes', share: 0.1, look: strong, align: 'end' },
        { name: 'Voters', share: 0.14, align: 'end' },
      ],
      round.top.map(({ rank, title, stageName, votes, voters }) => [
        String(rank),
        title,
        stageName,
        writeVotes(votes),
        `${voters} of ${round.voted}`,
      ]),
    )
    this.#gap(4)
    this.#paragraph(howItWasVoted(round), small, 4)
  }

  #writeOpportunities({ opportunities }: Recap): void {
    if (opportunities.length === 0) return
    this.#section('Opportunities')
    this.#table(
      [
        { name: 'How might we', share: 0.46, look: strong },
        { name: 'Stage', share: 0.18 },
        { name: 'Measured by', share: 0.2 },
        { name: 'Impact', share: 0.08, align: 'end' },
        { name: 'Effort', share: 0.08, align: 'end' },
      ],
      opportunities.map(({ text, stageName, impact, effort, kpi }) => [
        text,
        stageName,
        kpi,
        impact === null ? '' : String(impact),
        effort === null ? '' : String(effort),
      ]),
    )
  }

  #writeActions(recap: Recap): void {
    this.#section('What we do next')
    if (recap.actions.length === 0) this.#paragraph('No actions yet.', body, 1)
    this.#table(
      [
        { name: 'Action', share: 0.32, look: strong },
        { name: 'Owner', share: 0.2 },
        { name: 'By', share: 0.175 },
        { name: 'Status', share: 0.125 },
        { name: 'Measured by', share: 0.18 },
      ],
      recap.actions.map(({ text, owner, department, due, status, kpi }) => [
        text,
        [owner, department].filter((name) => name.trim() !== '').join(', '),
        due === '' ? '' : dayInFull(due),
        status,
        kpi,
      ]),
    )
    this.#gap(8)
    this.#paragraph(reviewWords(recap), strong, 1)
  }

  #turn(): void {
    this.#doc.addPage({ size: [PAGE.w, PAGE.h], margin: 0 })
    this.#y = PAGE.margin
  }

  /** Makes sure that so much fits on this page; true: it is a new one. */
  #need(height: number): boolean {
    if (this.#y + height <= PAGE.h - PAGE.margin) return false
    this.#turn()
    return true
  }

  #gap(height: number): void {
    this.#y += height
  }

  #section(title: string): void {
    this.#gap(18)
    this.#need(80)
    this.#doc.outline.addItem(plainText(title).slice(0, 120).toWellFormed())
    this.#paragraph(title, heading, 2)
    this.#gap(4)
    this.#rule('line-2')
  }

  #paragraph(text: string, look: Look, maxLines: number): void {
    for (const words of this.#wrap(text, look, WIDTH, maxLines)) {
      this.#need(look.size * LINE)
      this.#line(words, PAGE.margin, this.#y, look)
      this.#gap(look.size * LINE)
    }
  }

  #table(all: readonly Column[], cells: readonly (readonly string[])[]): void {
    const { columns: filled, rows } = filledColumns(all, cells)
    const total = filled.reduce((sum, { share }) => sum + share, 0)
    const columns = filled.map((column) => ({ ...column, share: column.share / total }))
    const heads = columns.map(({ name }) => name)
    const isHeaded = heads.some((name) => name !== '') && rows.length > 0
    const writeHeads = () => {
      if (isHeaded) this.#row(columns, heads, small, () => undefined)
    }
    writeHeads()
    for (const row of rows) this.#row(columns, row, null, writeHeads)
  }

  /** `onNewPage`: what stands above the row if it is the first of a page. */
  #row(columns: readonly Column[], cells: readonly string[], all: Look | null, onNewPage: () => void): void {
    const pad = 4
    const lines = columns.map(({ share, look = body }, at) =>
      this.#wrap(cells[at] ?? '', all ?? look, share * WIDTH - 2 * pad, CELL_LINES),
    )
    const lineHeight = body.size * LINE
    const height = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 2 * pad
    if (this.#need(height)) onNewPage()
    let x: number = PAGE.margin
    columns.forEach(({ share, look = body, align }, at) => {
      const edge = align === 'end' ? x + share * WIDTH - pad : x
      lines[at]?.forEach((words, line) =>
        this.#line(words, edge, this.#y + pad + line * lineHeight, all ?? look, align),
      )
      x += share * WIDTH
    })
    this.#gap(height)
    this.#rule('line')
  }

  #rule(token: TokenName): void {
    const { margin, w } = PAGE
    this.#doc
      .moveTo(margin, this.#y)
      .lineTo(w - margin, this.#y)
      .lineWidth(0.5)
      .stroke(colorOf('light', token))
  }

  #wrap(text: string, { size, weight }: Look, width: number, maxLines: number): readonly string[] {
    return wrapText(plainText(text), { size, weight, italic: false }, width, maxLines, this.#metrics)
  }

  /** `top`: upper edge of the line. */
  #line(words: string, x: number, top: number, { size, weight, color }: Look, anchor: 'start' | 'end' = 'start'): void {
    const style = fontStyleOf({ weight, italic: false })
    this.#ink.write(words, x, top + size, { style, size, color: colorOf('light', color), anchor })
  }
}
