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
      'Leaving military service',
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
      'Next review: 1 February 2027.',
      'Ana Silva, Benefits administration',
      '15 January 2027',
      '12 of 12',
    ])
      expect(words).toContain(told)
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
