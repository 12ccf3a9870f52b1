import { describe, expect, it } from 'vitest'
import { fontMetrics } from '../../../../client/board/fontMetrics.ts'
import { loadPdfFonts } from '../../../../server/export/pdf/loadPdfFonts.ts'
import { renderPdf } from '../../../../server/export/pdf/renderPdf.ts'
import type { ExportInput } from '../../../../shared/export/formats.ts'
import { PAGE_MARGIN, type PaperName, paperNames } from '../../../../shared/export/paper.ts'
import { renderSvg } from '../../../../shared/export/svg.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { demonstrationWorkshop } from '../../../support/demonstrationWorkshop.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { SECRET_VOTER } from '../../../support/maximalRounds.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { elementsOf, parseXml, textOf } from '../../../support/parseXml.ts'
import { readPdf } from '../../../support/readPdf.ts'

const fonts = await loadPdfFonts()

function render(input: ExportInput, paper: PaperName = 'A3', isTiled = false) {
  const layout = layoutBoard(input.board, new LayoutCache(fontMetrics))
  const { departments, title } = input.workshop
  return renderPdf(
    input,
    { paper, isTiled },
    {
      metrics: fontMetrics,
      fonts,
      isMoreThanMaps: layout.free.size > 0,
      draw: (journeyId) =>
        renderSvg(input.board, layout, {
          metrics: fontMetrics,
          departments,
          title,
          isPrint: true,
          drawings: input.drawings,
          ...(journeyId === null ? {} : { journeyId }),
        }),
    },
  )
}

const demonstration = demonstrationWorkshop().input
const demonstrationPdf = readPdf(await render(demonstration))

describe('the workshop on paper', () => {
  it('has the map, then the recap, with bookmarks to every part and words that can be searched', () => {
    const { pages, bookmarks, title } = demonstrationPdf
    expect(title).toBe('Leaving military service')
    expect(bookmarks).toEqual([
      'Leaving military service',
      'Recap',
      'The journey',
      'Which pains should we solve first?',
      'Opportunities',
      'What we do next',
    ])
    const [map, ...recap] = pages.map(({ words }) => words)
    for (const words of ['Preparing', 'Transition class', 'No hand-over', '125.5 days, target 80'])
      expect(map).toContain(words)
    for (const words of [
      'Status cannot be seen',
      '12 of 12',
      'Ana Silva',
      '15 January',
      'Next review: 1 February 2027.',
    ])
      expect(recap.join('\n')).toContain(words)
    expect(pages[0]?.paths).toBeGreaterThan(150)
  })

  it('has its fonts inside, cut down to the letters used', async () => {
    expect(demonstrationPdf.fonts.length).toBeGreaterThan(3)
    expect(demonstrationPdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    const journey = drawJourney(
      '| A Ελλάδα | B Україна | C Łódź | D Việt\n pains | a Ωμέγα | b Привіт | źdźbło | tiếng',
    )
    const { pages } = readPdf(await render({ ...demonstration, board: journey.board() }))
    for (const words of ['Ωμέγα', 'Привіт', 'Україна', 'źdźbło', 'tiếng'])
      // A word of letters from two files comes in two pieces.
      expect(pages[0]?.words.replaceAll('\n', '')).toContain(words)
  })

  it.each(paperNames.filter((name) => name !== 'long'))('fits a sheet of %s', async (paper) => {
    const [page] = readPdf(await render(demonstration, paper)).pages
    const short = { A4: 210, A3: 297, A2: 420, A1: 594, A0: 841 }[paper] ?? 0
    expect(Math.min(page?.width ?? 0, page?.height ?? 0)).toBeCloseTo((short * 72) / 25.4, 1)
  })

  it('keeps a heading and its table on one page, and says on each what it belongs to', () => {
    const recap = demonstrationPdf.pages.slice(1).map(({ words }) => words)
    const actions = recap.filter((words) => words.includes('What we do next'))
    expect(actions).toHaveLength(1)
    for (const words of ['Show the next step and a date', 'Hand out a personal', 'Kofi Mensah', 'Next review'])
      expect(actions[0]).toContain(words)
    recap.forEach((words, at) => expect(words).toContain(`Recap, page ${at + 1}`))
  })

  it('says again what the columns are where a table goes on', async () => {
    const { pages } = readPdf(await render(maximalWorkshop().input))
    const going = pages.slice(3).filter(({ words }) => /\d+ December/.test(words))
    expect(going.length).toBeGreaterThan(1)
    for (const { words } of going) expect(words).toContain('Measured by')
  })

  it('is one long page as large as the map', async () => {
    const [page] = readPdf(await render(demonstration, 'long')).pages
    // 4 stages of 360 px, labels of 128, at three quarters of a point each, and the margins.
    expect(page?.width).toBeCloseTo((4 * 360 + 128 + 24) * 0.75 + 2 * PAGE_MARGIN, -1)
  })

  it('is a poster on sheets of A4 on request, with marks where to cut', async () => {
    const { pages, bookmarks } = readPdf(await render(demonstration, 'A1', true))
    const tiles = bookmarks.filter((name) => name.includes(': Row'))
    expect(tiles.length).toBeGreaterThan(5)
    expect(tiles[0]).toMatch(/^Leaving military service: Row 1 of \d, column 1 of \d$/)
    const words = pages
      .slice(0, tiles.length)
      .map((page) => page.words)
      .join('\n')
    for (const card of ['Transition class', 'Nobody reaches', 'Kofi Mensah']) expect(words).toContain(card)
    // No sheet draws the whole map.
    expect(Math.max(...pages.slice(0, tiles.length).map((page) => page.words.length))).toBeLessThan(words.length / 2)
  })

  it('shows what people typed, and nobody who voted in secret', async () => {
    const { pages, bookmarks, title, metadata } = readPdf(await render(maximalWorkshop().input))
    const packet = parseXml(metadata.replaceAll(/<\?[^>]*\?>/g, '').trim())
    expect(elementsOf(packet, 'rdf:li').map(textOf)).toContain(title)
    const words = pages.map((page) => page.words).join('\n')
    expect(words).toContain('<script>second</script>')
    expect(words).not.toContain(SECRET_VOTER)
    expect(title).toBe('=Leaving <b>service</b> & 客户 👩‍👩‍👧')
    expect(bookmarks).toContain('The whole board')
  })

  it('is the same bytes whenever it is made', async () => {
    const { input } = maximalWorkshop()
    expect(await render({ ...input, nowMs: 1e12 })).toEqual(await render(maximalWorkshop().input))
  })

  it('can be made of an empty board', async () => {
    const board = { ...demonstration.board, journeys: new Map(), stages: new Map(), cards: new Map(), cells: new Map() }
    expect(readPdf(await render({ ...demonstration, board, rounds: [] })).pages).toHaveLength(2)
  })
})
