import { describe, expect, it } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { renderPptx } from '../../../shared/export/pptx.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { SECRET_VOTER } from '../../support/maximalRounds.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { elementsOf, textOf } from '../../support/parseXml.ts'
import { type OfficeFile, readOfficeFile } from '../../support/readOfficeFile.ts'
import { readWorkbook } from '../../support/readWorkbook.ts'
import { unzipSync } from 'fflate'

const maximal = await renderPptx(maximalWorkshop().input, fontMetrics)
const demonstration = await renderPptx(demonstrationWorkshop().input, fontMetrics)

const slidesOf = ({ parts }: OfficeFile) =>
  [...parts]
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, part]) => part)
/** Units of office files in an inch. */
const EMU = 914_400
const numberIn = (element: ReturnType<typeof elementsOf>[number] | undefined, name: string) =>
  Number(element?.attributes[name])
/** Words of each shape. */
const shapesOf = (slide: Parameters<typeof elementsOf>[0]) =>
  elementsOf(slide, 'p:sp').map((shape) => elementsOf(shape, 'a:t').map(textOf).join(' ').trim())

describe('the slides', () => {
  it('are whole: every part well-formed, every relation leads to a part, none out of the file', () => {
    const { parts, others } = readOfficeFile(maximal)
    expect(parts.has('ppt/presentation.xml')).toBe(true)
    expect(others.filter((name) => !name.endsWith('.xlsx'))).toEqual([])
  })

  it('tell the story in order', () => {
    const titles = slidesOf(readOfficeFile(demonstration)).map((slide) => shapesOf(slide).find((words) => words !== ''))
    expect(titles).toEqual([
      'Customer journey workshop',
      'In short',
      'Whose journey, what for: Leaving military service',
      'The journey: Leaving military service (1 of 2)',
      'The journey: Leaving military service (2 of 2)',
      'How it feels: Leaving military service',
      'Which pains should we solve first?',
      'Opportunities',
      'What we do next',
    ])
    const words = slidesOf(readOfficeFile(demonstration)).map(textOf).join(' ')
    for (const told of [
      'Workshop of 21 November 2026. 7 people from 5 departments, facilitated by Maya Ortiz.',
      'Next review: 1 February 2027.',
      'Ana Silva, Benefits administration',
      '15 January 2027',
      '12 of 12',
    ])
      expect(words).toContain(told)
  })

  it('say in short where it feels worst, what hurts most and what is done next', () => {
    const summary = slidesOf(readOfficeFile(demonstration))[1]
    const words = summary ? shapesOf(summary) : []
    expect(words).toContain('Objective: Be settled in civilian life with every benefit claimed in time')
    expect(words).toContain('Separating −1.5 anxious, fear of missing something')
    expect(words).toContain('Status cannot be seen 16 votes, Settling')
    expect(words).toContain(
      'Show the next step and a date for every claim Ana Silva, Benefits administration, by 15 January 2027',
    )
    // What is done is no next step.
    expect(words.join(' ')).not.toContain('Hand out a personal checklist')
  })

  it('lose no row of a table over their edge, however long its words are', () => {
    const [slideHeight, perLine, perLetter] = [7.5 * EMU, (14 * 1.2 * EMU) / 72, (14 * 0.4 * EMU) / 72]
    for (const slide of slidesOf(readOfficeFile(maximal)))
      for (const frame of elementsOf(slide, 'p:graphicFrame')) {
        const widths = elementsOf(frame, 'a:gridCol').map((column) => numberIn(column, 'w'))
        let bottom = numberIn(elementsOf(frame, 'a:off')[0], 'y')
        for (const row of elementsOf(frame, 'a:tr')) {
          // Rows are as high as their words need at least: narrow letters, no break within a word.
          const cells = elementsOf(row, 'a:tc').map(textOf)
          const lines = cells.map((words, at) => Math.ceil((words.length * perLetter) / (widths[at] ?? 1)))
          bottom += Math.max(numberIn(row, 'h'), Math.max(...lines) * perLine)
        }
        expect(bottom).toBeLessThanOrEqual(slideHeight)
      }
  })

  it('have the map as one native shape per card with its words inside', () => {
    const shapes = slidesOf(readOfficeFile(demonstration)).flatMap(shapesOf)
    expect(shapes.filter((words) => words === 'Status cannot be seen')).toHaveLength(1)
    expect(shapes.filter((words) => words.startsWith('Final medical exam'))).toHaveLength(1)
    expect(slidesOf(readOfficeFile(demonstration)).flatMap((slide) => elementsOf(slide, 'p:pic'))).toEqual([])
  })

  it('have the curve as a native chart with its numbers', () => {
    const { parts, others } = readOfficeFile(demonstration)
    const chart = parts.get('ppt/charts/chart1.xml')
    if (!chart) throw new Error('no chart')
    expect(elementsOf(chart, 'c:lineChart')).toHaveLength(1)
    expect(elementsOf(chart, 'c:val').flatMap((values) => elementsOf(values, 'c:v').map(textOf))).toEqual([
      '-0.5',
      '-1.5',
      '-1',
      '0.5',
    ])
    const [workbook = ''] = others
    const sheet = readWorkbook(unzipSync(demonstration)[workbook] ?? new Uint8Array())
    expect([...sheet.values()][0]?.rows[2]).toEqual(['Separating', -1.5])
  })

  it('show what people typed as text, and nobody who voted in secret', () => {
    const words = [...readOfficeFile(maximal).parts.values()].map(textOf).join('\n')
    expect(words).toContain(`<script>alert('second.title')</script>`)
    expect(words).toContain('客户')
    expect(words).not.toContain(SECRET_VOTER)
  })

  it('are the same bytes whenever they are made', async () => {
    expect(await renderPptx({ ...maximalWorkshop().input, nowMs: 1e12 }, fontMetrics)).toEqual(maximal)
    expect(await renderPptx(demonstrationWorkshop().input, fontMetrics)).toEqual(demonstration)
  })

  it('can be made of an empty board', async () => {
    const { input } = maximalWorkshop()
    const board = { ...input.board, journeys: new Map(), cards: new Map(), cells: new Map(), emotions: new Map() }
    const file = readOfficeFile(await renderPptx({ ...input, board, rounds: [] }, fontMetrics))
    expect(slidesOf(file)).toHaveLength(2)
  })
})
