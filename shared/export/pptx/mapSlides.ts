// The map as native shapes that can be moved and edited: one shape per card, its words inside.
import type PptxGenJS from 'pptxgenjs'
import type { Board, Card, Journey } from '../../journey/Board.ts'
import { cardDefinition } from '../../journey/cards/cardKinds.ts'
import { processStep } from '../../journey/cards/processStep.ts'
import { laneTitle } from '../../journey/readBoardParts.ts'
import { assignMarks, type Mark, type MarkSlot } from '../../layout/departmentMarks.ts'
import type { CardLayout, JourneyLayout } from '../../layout/JourneyLayout.ts'
import { LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../layout/mapMetrics.ts'
import type { Rect } from '../../layout/Rect.ts'
import type { TokenName } from '../../layout/theme.ts'
import { type VoteTotal, writeVotes } from '../../workshop/voteTotals.ts'
import { type MapPage, mapPages } from './mapPages.ts'
import { color, CONTENT_HEIGHT, CONTENT_WIDTH, FONT, line, SLIDE, titledSlide } from './slideLook.ts'

/** Inches for a px of the map: 13 px of a card's words are 7 pt at the least, 11 pt at the most. */
const LEAST_SCALE = 7 / 13 / 72
const MOST_SCALE = 11 / 13 / 72

/** px of the map that a letter of a stage's name and of its period takes, generously. */
const STAGE_LETTER = 10.5
const PERIOD_LETTER = 7.5

export interface MapOnSlides {
  readonly board: Board
  readonly journey: Journey
  readonly layout: JourneyLayout
  readonly departments: readonly string[]
  readonly votes: ReadonlyMap<string, VoteTotal> | null
}

export function addMapSlides(deck: PptxGenJS, map: MapOnSlides): void {
  const pages = mapPages(map.layout, { width: CONTENT_WIDTH / LEAST_SCALE, height: CONTENT_HEIGHT / LEAST_SCALE })
  const marks = assignMarks(map.departments)
  const legend = [...marks].map(([name, { letter }]) => `${letter} ${name}`).join(' · ')
  pages.forEach((page, at) => {
    const part = pages.length === 1 ? '' : ` (${at + 1} of ${pages.length})`
    const slide = titledSlide(deck, `The journey: ${line(map.journey.title, 80)}${part}`, legend)
    new MapSlide(slide, map, marks, page).draw()
  })
}

/** What departments' marks are among the shapes every program has. */
const markShapes: Readonly<Record<MarkSlot, PptxGenJS.SHAPE_NAME>> = {
  1: 'ellipse',
  2: 'roundRect',
  3: 'diamond',
  4: 'hexagon',
  5: 'flowChartOffpageConnector',
  6: 'triangle',
  7: 'flowChartDelay',
  8: 'plaque',
}

class MapSlide {
  readonly #slide: PptxGenJS.Slide
  readonly #map: MapOnSlides
  readonly #marks: ReadonlyMap<string, Mark>
  readonly #page: MapPage
  readonly #scale: number

  constructor(slide: PptxGenJS.Slide, map: MapOnSlides, marks: ReadonlyMap<string, Mark>, page: MapPage) {
    this.#slide = slide
    this.#map = map
    this.#marks = marks
    this.#page = page
    this.#scale = Math.min(CONTENT_WIDTH / page.width, CONTENT_HEIGHT / page.height, MOST_SCALE)
  }

  draw(): void {
    const { stages, bands } = this.#page
    for (const { id, x, w } of stages) this.#drawStage(id, x, w)
    for (const band of bands) {
      this.#drawLane(band)
      for (const { id, ...frame } of band.groups) this.#drawGroup(this.#map.board.clusters.get(id)?.name ?? '', frame)
      for (const { id, x, y } of band.cards) {
        const [card, layout] = [this.#map.board.cards.get(id), this.#map.layout.cards.get(id)]
        if (card && layout) this.#drawCard(card, layout, x, y)
      }
    }
  }

  #box(x: number, y: number, w: number, h: number) {
    const scale = this.#scale
    return { x: SLIDE.margin + x * scale, y: SLIDE.top + y * scale, w: w * scale, h: h * scale }
  }

  /** px of the map in points. */
  #points(px: number): number {
    return Math.round(px * this.#scale * 72 * 10) / 10
  }

  #rule(y: number, token: TokenName): void {
    const { x, y: top, w } = this.#box(0, y, this.#page.width, 0)
    this.#slide.addShape('line', { x, y: top, w, h: 0, line: { color: color(token), width: 0.75 } })
  }

  #drawStage(id: string, x: number, w: number): void {
    const stage = [...this.#map.board.stages.values()].find((one) => one.id === id)
    if (!stage) return
    // On one line: the period only where the name leaves room.
    const name = line(stage.name, Math.floor(w / STAGE_LETTER))
    const period = line(stage.period, Math.max(0, Math.floor((w - name.length * STAGE_LETTER) / PERIOD_LETTER)))
    const words: PptxGenJS.TextProps[] = [
      { text: name, options: { bold: true, fontSize: this.#points(16), color: color('ink') } },
      { text: period.length > 2 ? `  ${period}` : '', options: { fontSize: this.#points(11), color: color('ink-2') } },
    ]
    const place = {
      ...this.#box(x, 0, w, STAGE_HEADER_HEIGHT),
      valign: 'middle' as const,
      // The library takes them as left, right, bottom, top: the name stands over the cards.
      margin: [this.#points(12), 0, 0, 0] as [number, number, number, number],
    }
    this.#slide.addText(words, { ...place, fontFace: FONT })
    this.#rule(STAGE_HEADER_HEIGHT, 'line-2')
  }

  #drawLane({ laneId, isContinued, y, h }: MapPage['bands'][number]): void {
    const lane = this.#map.board.lanes.get(laneId)
    const title = `${lane ? line(laneTitle(lane), 60) : ''}${isContinued ? ' (continued)' : ''}`
    const place = this.#box(0, y + 8, LANE_LABEL_WIDTH - 8, h - 8)
    this.#slide.addText(title, {
      ...place,
      fontFace: FONT,
      fontSize: this.#points(12),
      bold: true,
      color: color('ink'),
      valign: 'top',
      margin: 0,
    })
    this.#rule(y + h, 'line')
  }

  #drawCard(card: Card, { w, h, lines, foot }: CardLayout, x: number, y: number): void {
    const { font } = cardDefinition(card.kind).look
    const italic = card.kind === 'thought' || (card.kind === 'note' && card.fields.type === 'quote')
    // A shape breaks lines by itself, with the font it finds: the layout's lines only say how much is shown.
    const words: PptxGenJS.TextProps[] = [
      {
        text: line(lines.join(' '), 400) || ' ',
        options: { fontSize: this.#points(font.size), italic, bold: font.weight > 500, breakLine: foot !== '' },
      },
    ]
    if (foot !== '')
      words.push({ text: line(foot, 80), options: { fontSize: this.#points(10), color: color('ink-2') } })
    this.#slide.addText(words, {
      ...this.#box(x, y, w, h),
      shape: cardDefinition(card.kind).look.corner > 2 ? 'roundRect' : 'rect',
      rectRadius: 6 * this.#scale,
      ...boxLook(card),
      fontFace: FONT,
      color: color('ink'),
      valign: 'top',
      margin: this.#points(card.kind === 'thought' ? 0 : 6),
    })
    this.#drawMark(card, x + w, y + h)
    const total = this.#map.votes?.get(card.id)
    const votes = total && total.votes > 0 ? writeVotes(total.votes) : ''
    if (votes !== '') this.#drawVotes(votes, x + w, y)
    if (card.kind === 'process-step') this.#drawFlag(card.fields.flag, x + w, y)
    // Left of the votes, where there are some.
    if (card.kind === 'touchpoint' && card.fields.momentOfTruth)
      this.#drawTruth(x + w - (votes === '' ? 4 : 20 + 7 * votes.length), y)
  }

  #drawGroup(name: string, frame: Rect): void {
    this.#slide.addText(line(name, 80) || ' ', {
      ...this.#box(frame.x, frame.y, frame.w, frame.h),
      shape: 'roundRect',
      rectRadius: 6 * this.#scale,
      fill: { color: color('sunken') },
      line: { color: color('line-2'), width: 0.75 },
      fontFace: FONT,
      fontSize: this.#points(11),
      bold: true,
      color: color('ink-2'),
      valign: 'top',
      margin: this.#points(4),
    })
  }

  /** On the upper edge at the right, in words: the colour alone says it to some. */
  #drawFlag(flag: string | null, right: number, top: number): void {
    const label = processStep.fields.flag.options.find(({ value }) => value === flag)?.label.toLowerCase()
    if (label === undefined) return
    const isBottleneck = flag === 'bottleneck'
    const width = 14 + 6.5 * label.length
    this.#badge(label, this.#box(right - width, top - 11, width, 16), {
      shape: 'roundRect',
      rectRadius: 3 * this.#scale,
      fill: { color: color(isBottleneck ? 'warn-soft' : 'sheet') },
      line: { color: color(isBottleneck ? 'warn' : 'line-2'), width: 0.75 },
      color: color(isBottleneck ? 'warn' : 'ink-2'),
      fontSize: this.#points(10),
    })
  }

  /** The star of a moment of truth, on the upper right corner. */
  #drawTruth(right: number, top: number): void {
    this.#badge('\u2605', this.#box(right - 9, top - 8, 18, 18), {
      shape: 'ellipse',
      fill: { color: color('primary') },
      color: color('on-primary'),
      fontSize: this.#points(10),
      bold: false,
    })
  }

  /** Letter and shape of the department, in the lower right corner. */
  #drawMark(card: Card, right: number, bottom: number): void {
    const department = 'department' in card.fields ? card.fields.department : null
    const mark = department === null ? undefined : this.#marks.get(department)
    if (!mark) return
    this.#badge(mark.letter, this.#box(right - 20, bottom - 20, 15, 15), {
      shape: markShapes[mark.slot],
      fill: { color: color(`dept-${mark.slot}`) },
      color: color(`dept-${mark.slot}-on`),
      fontSize: this.#points(9),
    })
  }

  #drawVotes(votes: string, right: number, top: number): void {
    const width = 14 + 7 * votes.length
    this.#badge(votes, this.#box(right - width, top - 8, width, 18), {
      shape: 'roundRect',
      rectRadius: 9 * this.#scale,
      fill: { color: color('primary') },
      color: color('on-primary'),
      fontSize: this.#points(11),
    })
  }

  /** A word, letter or sign in the middle of its shape, on the edge of a card. */
  #badge(text: string, box: PptxGenJS.PositionProps, look: PptxGenJS.TextPropsOptions): void {
    const words = { fontFace: FONT, bold: true, align: 'center', valign: 'middle', margin: 0 } as const
    this.#slide.addText(text, { ...box, ...words, ...look })
  }
}

/** Fill and border as on the canvas. */
function boxLook(card: Card): Pick<PptxGenJS.TextPropsOptions, 'fill' | 'line'> {
  const look = (fill: TokenName, edge: TokenName, width = 0.75) => {
    return { fill: { color: color(fill) }, line: { color: color(edge), width } }
  }
  switch (card.kind) {
    case 'note': {
      const type = card.fields.type
      return look(type, `${type}-edge`)
    }
    case 'customer-action':
      return look('sunken', 'sunken')
    case 'thought':
      return {}
    case 'process-step':
      return card.fields.flag === 'bottleneck' ? look('warn-soft', 'warn', 1.25) : look('sheet', 'line-2')
    case 'opportunity':
      return look('raised', 'gain-ink', 1.25)
    case 'touchpoint':
    case 'action':
    case 'persona':
    case 'kpi':
      return look('raised', 'line-2')
  }
}
