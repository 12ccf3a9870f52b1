import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { fitScale, MAX_PIXELS, OVERVIEW_PIXELS, PngError, renderPng } from '../../../server/export/renderPng.ts'
import { loadFontMetrics } from '../../../server/fonts/loadFontMetrics.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { renderSvg } from '../../../shared/export/svg.ts'
import { fontStyles } from '../../../shared/layout/FontMetrics.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const size = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function svgOf(words: string): string {
  const journey = drawJourney('| One\n touchpoints | Claim')
  setField(journey.target, 'cards', journey.card('Claim'), 'title', words)
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  return renderSvg(board, layout, { metrics: fontMetrics, departments: [], title: words })
}

describe('the picture', () => {
  test('is a PNG at the wanted scale', async () => {
    const svg = svgOf('Claim status')
    const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
    const png = await renderPng(svg, { scale: 1.5 })
    expect(Array.from(png.slice(0, 4))).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(size(png)).toEqual({ width: Number(width) * 1.5, height: Number(height) * 1.5 })
  })

  test('shows the words: other words, another picture; the same words, the same bytes', async () => {
    const [a, b, again] = await Promise.all(
      [svgOf('Claim status'), svgOf('Claim filed'), svgOf('Claim status')].map((svg) => renderPng(svg)),
    )
    expect(Buffer.from(a as Uint8Array).equals(Buffer.from(again as Uint8Array))).toBe(true)
    expect(Buffer.from(a as Uint8Array).equals(Buffer.from(b as Uint8Array))).toBe(false)
  })

  test('is drawn whatever people wrote', async () => {
    const svg = svgOf('<script>&"\u0000\ud800 界 😀 ]]> \ufffe')
    expect(size(await renderPng(svg, { scale: 0.5 })).width).toBeGreaterThan(100)
  })

  test('what is no drawing is refused with a named error', async () => {
    await expect(renderPng('<svg')).rejects.toBeInstanceOf(PngError)
  })

  test('stays below the largest size', () => {
    const svg = (width: number, height: number): string => `<svg xmlns="x" width="${width}" height="${height}">`
    expect(fitScale(svg(1_000, 1_000), 2)).toBe(2)
    const scale = fitScale(svg(30_000, 4_000), 2)
    expect(30_000 * scale * 4_000 * scale).toBeCloseTo(MAX_PIXELS)
    // Nobody could read this one at twice the size either.
    const overview = fitScale(svg(30_000, 40_000), 2)
    expect(30_000 * overview * 40_000 * overview).toBeCloseTo(OVERVIEW_PIXELS)
  })
})

test('server and client know the same widths', async () => {
  const onServer = await loadFontMetrics()
  for (const style of fontStyles) {
    for (let code = 0x20; code < 0x2_600; code++)
      if (onServer.widthOf(style, code) !== fontMetrics.widthOf(style, code)) expect([style, code]).toEqual([])
  }
})

test('a picture that is not opaque keeps what shines through', async () => {
  const draw = (fill: string) =>
    renderPng(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" ${fill}/></svg>`)
  /** Channels: 2 without, 6 with alpha. */
  const channels = async (fill: string) => (await draw(fill))[25]
  expect(await channels('fill="#336699"')).toBe(2)
  expect(await channels('fill="#336699" opacity="0.5"')).toBe(6)
})

test('words that nobody could read at that size are not drawn, larger ones are', async () => {
  const draw = (words: string) =>
    renderPng(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">${words}</svg>`, { scale: 0.2 })
  const empty = await draw('')
  expect(await draw('<text x="20" y="50" font-size="13" fill="#000000">small</text>')).toEqual(empty)
  expect(await draw('<text x="20" y="50" font-size="40" fill="#000000">large</text>')).not.toEqual(empty)
})
