// The recap on sheets of A4: head, how it feels, what hurts most, opportunities, what is done next, marks. Flows from
// page to page; a row never breaks, and a table that goes on says again what its columns are.
import type { Recap, RecapJourney, RecapRound } from '../../../shared/export/recap.ts'
import {
  dayInFull,
  feelingWords,
  howItWasVoted,
  journeyFacts,
  journeyHeading,
  reviewWords,
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

interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** Points. */
const CELL_PAD = 4
const ROW_LINE = body.size * LINE
/** A heading with the rule below it. */
const HEADING_HEIGHT = 2 * heading.size * LINE + 4
/** What stands under a heading at least when its table goes on over the page. */
const FIRST_ROWS = 120

/** Columns that say something, as wide as the page together. */
function arranged(table: Table): Table {
  const { columns, rows } = filledColumns(table.columns, table.rows)
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  return { columns: columns.map((column) => ({ ...column, share: column.share / total })), rows }
}

const headsOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name)

function isHeaded({ columns, rows }: Table): boolean {
  return rows.length > 0 && columns.some(({ name }) => name !== '')
}

export class RecapPages {
  readonly #doc: PDFKit.PDFDocument
  readonly #ink: PdfInk
  readonly #metrics: FontMetrics
  #y = Infinity
  #title = ''
  /** Of the recap alone, from 1. */
  #page = 0

  constructor(doc: PDFKit.PDFDocument, ink: PdfInk, metrics: FontMetrics) {
    this.#doc = doc
    this.#ink = ink
    this.#metrics = metrics
  }

  write(recap: Recap): void {
    this.#title = recap.title.trim() === '' ? 'Workshop' : recap.title
    this.#turn()
    this.#doc.outline.addItem('Recap')
    this.#paragraph(this.#title, { ...heading, size: 22 }, 3)
    this.#paragraph(whenAndWho(recap), { ...small, size: 10 }, 3)
    this.#paragraph(reviewWords(recap), { ...small, size: 10 }, 1)
    for (const journey of recap.journeys) this.#writeJourney(recap, journey)
    for (const round of recap.rounds) this.#writeRound(round)
    this.#writeOpportunities(recap)
    this.#writeActions(recap)
  }

  #writeJourney(recap: Recap, journey: RecapJourney): void {
    const facts = {
      columns: [
        { name: '', share: 0.2, look: small },
        { name: '', share: 0.8 },
      ],
      rows: journeyFacts(journey),
    }
    this.#section(journeyHeading(recap, journey), facts)
    if (journey.feelings.length === 0) return
    this.#gap(10)
    this.#table({
      columns: [
        { name: 'Stage', share: 0.25 },
        { name: 'About', share: 0.3 },
        { name: `How it feels (median of ${journey.feltBy})`, share: 0.45 },
      ],
      rows: journey.feelings.map((feeling) => [
        feeling.stageName,
        feeling.name === feeling.stageName ? '' : feeling.name,
        `${feelingWords(feeling)}${feeling.isLowest ? ' (lowest point)' : ''}`,
      ]),
    })
  }

  #writeRound(round: RecapRound): void {
    this.#section(round.question.trim() === '' ? 'What hurts most' : round.question, {
      columns: [
        { name: 'Rank', share: 0.08, look: strong },
        { name: 'Card', share: 0.47, look: strong },
        { name: 'Stage', share: 0.21 },
        { name: 'Votes', share: 0.1, look: strong, align: 'end' },
        { name: 'Voters', share: 0.14, align: 'end' },
      ],
      rows: round.top.map(({ rank, title, stageName, votes, voters }) => [
        String(rank),
        title,
        stageName,
        writeVotes(votes),
        `${voters} of ${round.voted}`,
      ]),
    })
    this.#gap(4)
    this.#paragraph(howItWasVoted(round), small, 4)
  }

  #writeOpportunities({ opportunities }: Recap): void {
    if (opportunities.length === 0) return
    this.#section('Opportunities', {
      columns: [
        { name: 'How might we', share: 0.46, look: strong },
        { name: 'Stage', share: 0.18 },
        { name: 'Measured by', share: 0.2 },
        { name: 'Impact', share: 0.08, align: 'end' },
        { name: 'Effort', share: 0.08, align: 'end' },
      ],
      rows: opportunities.map(({ text, stageName, impact, effort, kpi }) => [
        text,
        stageName,
        kpi,
        impact === null ? '' : String(impact),
        effort === null ? '' : String(effort),
      ]),
    })
  }

  #writeActions(recap: Recap): void {
    this.#section('What we do next', {
      columns: [
        { name: 'Action', share: 0.32, look: strong },
        { name: 'Owner', share: 0.2 },
        { name: 'By', share: 0.175 },
        { name: 'Status', share: 0.125 },
        { name: 'Measured by', share: 0.18 },
      ],
      rows: recap.actions.map(({ text, owner, department, due, status, kpi }) => [
        text,
        [owner, department].filter((name) => name.trim() !== '').join(', '),
        due === '' ? '' : dayInFull(due),
        status,
        kpi,
      ]),
    })
    if (recap.actions.length === 0) this.#paragraph('No actions yet.', body, 1)
    this.#gap(8)
    this.#paragraph(reviewWords(recap), strong, 1)
  }

  #turn(): void {
    this.#doc.addPage({ size: [PAGE.w, PAGE.h], margin: 0 })
    this.#page++
    // A sheet on a table tells what it belongs to.
    const [title = ''] = this.#wrap(this.#title, small, WIDTH * 0.7, 1)
    const foot = PAGE.h - PAGE.margin * 0.7
    this.#line(title, PAGE.margin, foot, small)
    this.#line(`Recap, page ${this.#page}`, PAGE.w - PAGE.margin, foot, small, 'end')
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

  /** On one page with all of its table if a page can hold it, else with its first rows. */
  #section(title: string, table: Table): void {
    this.#gap(18)
    const height = HEADING_HEIGHT + this.#heightOf(table)
    this.#need(height <= PAGE.h - 2 * PAGE.margin ? height : FIRST_ROWS)
    this.#doc.outline.addItem(plainText(title).slice(0, 120).toWellFormed())
    this.#paragraph(title, heading, 2)
    this.#gap(4)
    this.#rule('line-2')
    this.#table(table)
  }

  #paragraph(text: string, look: Look, maxLines: number): void {
    for (const words of this.#wrap(text, look, WIDTH, maxLines)) {
      this.#need(look.size * LINE)
      this.#line(words, PAGE.margin, this.#y, look)
      this.#gap(look.size * LINE)
    }
  }

  #table(table: Table): void {
    const { columns, rows } = arranged(table)
    const writeHeads = () => {
      if (isHeaded({ columns, rows })) this.#row(columns, headsOf(columns), small, () => undefined)
    }
    writeHeads()
    for (const row of rows) this.#row(columns, row, null, writeHeads)
  }

  #heightOf(table: Table): number {
    const { columns, rows } = arranged(table)
    const heads = isHeaded({ columns, rows }) ? this.#rowHeight(this.#linesOf(columns, headsOf(columns), small)) : 0
    return rows.reduce((sum, row) => sum + this.#rowHeight(this.#linesOf(columns, row, null)), heads)
  }

  #linesOf(columns: readonly Column[], cells: readonly string[], all: Look | null): (readonly string[])[] {
    return columns.map(({ share, look = body }, at) =>
      this.#wrap(cells[at] ?? '', all ?? look, share * WIDTH - 2 * CELL_PAD, CELL_LINES),
    )
  }

  #rowHeight(lines: readonly (readonly string[])[]): number {
    return Math.max(1, ...lines.map(({ length }) => length)) * ROW_LINE + 2 * CELL_PAD
  }

  /** `onNewPage`: what stands above the row if it is the first of a page. */
  #row(columns: readonly Column[], cells: readonly string[], all: Look | null, onNewPage: () => void): void {
    const lines = this.#linesOf(columns, cells, all)
    const height = this.#rowHeight(lines)
    if (this.#need(height)) onNewPage()
    let x: number = PAGE.margin
    columns.forEach(({ share, look = body, align }, at) => {
      const edge = align === 'end' ? x + share * WIDTH - CELL_PAD : x
      lines[at]?.forEach((words, line) =>
        this.#line(words, edge, this.#y + CELL_PAD + line * ROW_LINE, all ?? look, align),
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
