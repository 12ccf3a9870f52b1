// The workshop on one slide, for those who look at one only: where it feels worst, what hurts most, what is done next.
import type PptxGenJS from 'pptxgenjs'
import type { Recap } from '../recap.ts'
import { signedNumber, votesWords, whoAndWhen } from '../recapWords.ts'
import { color, CONTENT_WIDTH, FONT, line, SLIDE, titledSlide } from './slideLook.ts'

/** Of each; the other slides have them all. */
const SHOWN = 3
/** Inches. */
const BETWEEN = 0.5
const HEAD_HEIGHT = 0.4
const ITEM_HEIGHT = 1.6

interface Item {
  readonly words: string
  readonly small: string
}

interface Column {
  readonly head: string
  readonly items: readonly Item[]
  /** How many there are beside those shown. */
  readonly more: number
}

/** Left out while there is nothing to sum up. */
export function addSummarySlide(deck: PptxGenJS, recap: Recap): void {
  const columns = [lowestPoints(recap), topPains(recap), nextSteps(recap)].filter(({ items }) => items.length > 0)
  if (columns.length === 0) return
  const objectives = new Set(recap.journeys.map(({ objective }) => line(objective, 200)).filter(Boolean))
  const slide = titledSlide(deck, 'In short', objectives.size === 1 ? `Objective: ${[...objectives].join('')}` : '')
  const w = (CONTENT_WIDTH - (columns.length - 1) * BETWEEN) / columns.length
  columns.forEach((column, at) => addColumn(slide, column, { x: SLIDE.margin + at * (w + BETWEEN), w }))
}

function lowestPoints({ journeys }: Recap): Column {
  const items = journeys.flatMap(({ title, feelings }) =>
    feelings
      .filter(({ isLowest }) => isLowest)
      .map(({ name, median, reason }): Item => {
        const where = journeys.length > 1 ? [title] : []
        return { words: `${name} ${signedNumber(median)}`, small: [...where, reason].filter(Boolean).join(': ') }
      }),
  )
  return column('Where it feels worst', items)
}

/** Of the last vote in which anybody placed a dot: a run-off decides over the one before. */
function topPains({ rounds }: Recap): Column {
  const last = rounds.findLast(({ top }) => top.length > 0)
  const items = (last?.top ?? []).map(({ title, stageName, votes }): Item => {
    return { words: title, small: [votesWords(votes), stageName].filter(Boolean).join(', ') }
  })
  return { ...column(last?.question ?? '', items), more: 0 }
}

function nextSteps({ actions }: Recap): Column {
  const open = actions.filter(({ status }) => status !== 'Done' && status !== 'Dropped')
  const items = open.map((action): Item => {
    return { words: action.text, small: whoAndWhen(action) || 'Nobody yet' }
  })
  return column('What we do next', items)
}

function column(head: string, items: readonly Item[]): Column {
  const shown = items.slice(0, SHOWN)
  return { head: head.trim() === '' ? 'What hurts most' : head, items: shown, more: items.length - shown.length }
}

function addColumn(slide: PptxGenJS.Slide, { head, items, more }: Column, { x, w }: { x: number; w: number }): void {
  const look = { x, w, fontFace: FONT, margin: 0, fit: 'shrink' } as const
  const top = SLIDE.top + 0.25
  slide.addText(line(head, 90), {
    ...look,
    y: top,
    h: HEAD_HEIGHT,
    fontSize: 13,
    color: color('primary'),
    bold: true,
    valign: 'top',
  })
  items.forEach(({ words, small }, at) => {
    const y = top + HEAD_HEIGHT + 0.15 + at * ITEM_HEIGHT
    slide.addShape('line', { x, y, w, h: 0, line: { color: color('line-2'), width: 0.75 } })
    const text: PptxGenJS.TextProps[] = [
      { text: line(words, 110) || ' ', options: { fontSize: 18, bold: true, color: color('ink'), breakLine: true } },
      { text: line(small, 110) || ' ', options: { fontSize: 13, color: color('ink-2') } },
    ]
    slide.addText(text, { ...look, y: y + 0.08, h: ITEM_HEIGHT - 0.16, valign: 'top' })
  })
  if (more > 0)
    slide.addText(`and ${more} more`, {
      ...look,
      y: top + HEAD_HEIGHT + 0.15 + items.length * ITEM_HEIGHT,
      h: 0.3,
      fontSize: 13,
      color: color('ink-2'),
      valign: 'top',
    })
}
