// Slides of words and tables: title, objective, how it feels, what hurts most, opportunities, what is done next.
import type PptxGenJS from 'pptxgenjs'
import type { FontMetrics } from '../../layout/FontMetrics.ts'
import { writeVotes } from '../../workshop/voteTotals.ts'
import type { Recap, RecapJourney, RecapRound } from '../recap.ts'
import { dayInFull, howItWasVoted, journeyFacts, reviewWords, signedNumber, whenAndWho } from '../recapWords.ts'
import { color, CONTENT_WIDTH, FONT, line, paragraphs, SLIDE, titledSlide } from './slideLook.ts'
import { addTable, type SlideTable } from './slideTable.ts'

export function addTitleSlide(deck: PptxGenJS, recap: Recap): void {
  const slide = deck.addSlide()
  slide.background = { color: color('sheet') }
  const text = (words: string, y: number, h: number, fontSize: number, bold: boolean) =>
    slide.addText(words || ' ', {
      x: SLIDE.margin,
      y,
      w: CONTENT_WIDTH,
      h,
      fontFace: FONT,
      fontSize,
      bold,
      color: color(bold ? 'ink' : 'ink-2'),
      margin: 0,
      valign: 'top',
      fit: 'shrink',
    })
  text('Customer journey workshop', 1.6, 0.4, 18, false)
  slide.addShape('rect', { x: SLIDE.margin, y: 2.1, w: 0.9, h: 0.06, fill: { color: color('primary') } })
  text(line(recap.title, 160) || 'Workshop', 2.4, 1.3, 40, true)
  text(line(whenAndWho(recap), 200), 3.9, 0.4, 18, false)
  text(reviewWords(recap), 4.35, 0.4, 18, false)
}

export function addObjectiveSlide(deck: PptxGenJS, journey: RecapJourney): void {
  const slide = titledSlide(deck, `Whose journey, what for: ${line(journey.title, 80)}`)
  journeyFacts(journey).forEach(([name, value], at) => {
    const y = SLIDE.top + at * 1.12
    const place = { x: SLIDE.margin, w: CONTENT_WIDTH, fontFace: FONT, margin: 0, valign: 'top' as const }
    slide.addText(name, { ...place, y, h: 0.28, fontSize: 12, color: color('ink-2') })
    slide.addText(paragraphs(value, 260), {
      ...place,
      y: y + 0.28,
      h: 0.72,
      fontSize: 20,
      color: color('ink'),
      fit: 'shrink',
    })
  })
}

/** Letters side by side under the chart, with gaps. */
const AXIS_LETTERS = 110

/** The curve as a native chart, and the reason beside each point. */
export function addCurveSlide(deck: PptxGenJS, journey: RecapJourney): void {
  const { feelings } = journey
  if (feelings.length === 0) return
  const slide = titledSlide(
    deck,
    `How it feels: ${line(journey.title, 80)}`,
    `Median of what ${journey.feltBy} ${journey.feltBy === 1 ? 'person' : 'people'} set, from −2 to +2.`,
  )
  // Level under the curve: longer ones would stand aslant and take its room. The words below say more of them.
  const labels = feelings.map(({ name }) => line(name, Math.max(8, Math.floor(AXIS_LETTERS / feelings.length))) || ' ')
  slide.addChart('line', [{ name: 'Median', labels, values: feelings.map(({ median }) => median) }], {
    x: SLIDE.margin,
    y: SLIDE.top,
    w: CONTENT_WIDTH,
    h: CHART_HEIGHT,
    layout: PLOT,
    chartColors: [color('primary')],
    valAxisMinVal: -2,
    valAxisMaxVal: 2,
    valAxisMajorUnit: 1,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 11,
    valAxisLabelColor: color('ink-2'),
    valGridLine: { color: color('line'), style: 'solid', size: 0.5 },
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 11,
    catAxisLabelColor: color('ink'),
    catAxisLabelPos: 'low',
    lineSize: 3,
    lineDataSymbol: 'circle',
    lineDataSymbolSize: 9,
    showLegend: false,
    altText: `How it feels: ${feelings.map(({ median }, at) => `${labels[at] ?? ''} ${signedNumber(median)}`).join(', ')}`,
  })
  addReasons(slide, journey)
}

/** Inches; shares of the chart that its curve takes, so that each word stands under its point. */
const CHART_HEIGHT = 4.1
const PLOT = { x: 0.035, y: 0.02, w: 0.955, h: 0.88 } as const
/** Columns of words side by side. */
const REASONS = 6

/** Under the chart, each below its point; of many points those about which something was said. */
function addReasons(slide: PptxGenJS.Slide, { feelings }: RecapJourney): void {
  const isRoom = feelings.length <= REASONS
  const told = feelings.filter(({ reason, isLowest }) => isRoom || reason !== '' || isLowest)
  const shown = told.slice(0, REASONS)
  const w = (CONTENT_WIDTH * PLOT.w) / Math.max(1, shown.length)
  shown.forEach(({ name, median, reason, isLowest }, at) => {
    const head = `${line(name, 40)} ${signedNumber(median)}${isLowest ? ', lowest point' : ''}`
    const words: PptxGenJS.TextProps[] = [
      { text: head, options: { bold: true, color: color(isLowest ? 'emo-n2' : 'ink'), breakLine: true } },
      { text: line(reason, 120) || ' ', options: { color: color('ink-2') } },
    ]
    const x = SLIDE.margin + CONTENT_WIDTH * PLOT.x + at * w
    const place = { x: x + 0.08, y: SLIDE.top + CHART_HEIGHT + 0.15, w: w - 0.16, h: 1.45 }
    const align = isRoom ? 'center' : 'left'
    slide.addText(words, { ...place, align, fontFace: FONT, fontSize: 14, margin: 0, valign: 'top', fit: 'shrink' })
  })
}

export function addRoundSlide(deck: PptxGenJS, round: RecapRound, metrics: FontMetrics): void {
  const question = line(round.question, 90)
  const newSlide = () => titledSlide(deck, question === '' ? 'What hurts most' : question, howItWasVoted(round))
  if (round.top.length === 0) newSlide()
  const table: SlideTable = {
    columns: [
      { name: 'Rank', width: 0.7 },
      { name: 'Card', width: 5.2, isStrong: true },
      { name: 'Stage', width: 2 },
      { name: '', width: 2.6, isBar: true },
      { name: 'Votes', width: 0.9, align: 'right' },
      { name: 'Voters', width: 1.2, align: 'right' },
    ],
    rows: round.top.map(({ rank, title, stageName, votes, voters }) => [
      String(rank),
      line(title, 90),
      line(stageName, 40),
      String(votes),
      writeVotes(votes),
      `${voters} of ${round.voted}`,
    ]),
  }
  addTable(newSlide, table, metrics)
}

export function addOpportunitySlides(deck: PptxGenJS, { opportunities }: Recap, metrics: FontMetrics): void {
  const table: SlideTable = {
    columns: [
      { name: 'How might we', width: 6, isStrong: true },
      { name: 'Stage', width: 2 },
      { name: 'Measured by', width: 3 },
      { name: 'Impact', width: 0.9, align: 'right' },
      { name: 'Effort', width: 0.9, align: 'right' },
    ],
    rows: opportunities.map(({ text, stageName, impact, effort, kpi }) => [
      line(text, 130),
      line(stageName, 40),
      line(kpi, 60),
      impact === null ? '' : String(impact),
      effort === null ? '' : String(effort),
    ]),
  }
  addTable(() => titledSlide(deck, 'Opportunities'), table, metrics)
}

export function addActionSlides(deck: PptxGenJS, recap: Recap, metrics: FontMetrics): void {
  const small = reviewWords(recap)
  if (recap.actions.length === 0) titledSlide(deck, 'What we do next', `No actions yet. ${small}`)
  const table: SlideTable = {
    columns: [
      { name: 'Action', width: 4.9, isStrong: true },
      { name: 'Owner', width: 2.4 },
      { name: 'By', width: 1.9 },
      { name: 'Status', width: 1.1 },
      { name: 'Measured by', width: 2.4 },
    ],
    rows: recap.actions.map(({ text, owner, department, due, status, kpi }) => [
      line(text, 130),
      line([owner, department].filter((name) => name.trim() !== '').join(', '), 60),
      due === '' ? '' : dayInFull(due),
      status,
      line(kpi, 60),
    ]),
  }
  addTable(() => titledSlide(deck, 'What we do next', small), table, metrics)
}
