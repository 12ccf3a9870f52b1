// What people complained about in the pictures, prints and slides of other tools: one test for each complaint, named after
// where it was found, that ours does not have the fault.
import { describe, expect, it } from 'vitest'
import { PAGE_MARGIN, paperNames, TILE_OVERLAP } from '../../../../shared/export/paper.ts'
import { demonstrationWorkshop } from '../../../support/demonstrationWorkshop.ts'
import { exportedFile, exportedTexts } from '../../../support/exportedFile.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { elementsOf, everyElement, parseXml } from '../../../support/parseXml.ts'
import { readOfficeFile } from '../../../support/readOfficeFile.ts'
import { readPdf } from '../../../support/readPdf.ts'

const { input } = demonstrationWorkshop()
const { input: maximal } = maximalWorkshop()
const MM = 72 / 25.4
const text = async (...given: Parameters<typeof exportedFile>) => new TextDecoder().decode(await exportedFile(...given))

describe('pictures', () => {
  it('needs 39, AFFiNE #12128: a part of the board is a picture of its own, and no menu is in it', async () => {
    const stage = [...input.board.stages.values()].find(({ name }) => name === 'Settling')
    const svg = await text('svg', input, { selection: [stage?.id ?? ''] })
    const words = elementsOf(parseXml(svg), 'text').flatMap(({ children }) => children.map(String))
    expect(words).toEqual(expect.arrayContaining(['Settling', 'Claim status']))
    for (const other of ['Preparing', 'Add', 'Details', 'Delete', 'Menu']) expect(words).not.toContain(other)
    const png = await exportedFile('png', input, { selection: [stage?.id ?? ''] })
    expect(Buffer.from(png.slice(1, 4)).toString()).toBe('PNG')
  })

  it('reliability 37, tldraw #7876: our own SVG runs nothing and loads nothing', async () => {
    for (const board of [input, maximal]) {
      const elements = everyElement(parseXml(await text('svg', board)))
      for (const { name, attributes } of elements) {
        expect(name).not.toMatch(/^(script|foreignObject|iframe|style|use|a)$/i)
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on/i)
          expect(value).not.toMatch(/url\(|javascript:/)
          if (key.endsWith('href')) expect(value).toMatch(/^data:image\/(png|jpeg|webp|gif);base64,/)
        }
      }
    }
  })

  it('reliability 38, tldraw #8306: an embedded page is drawn by no format', async () => {
    const embed = {
      id: 'shape:embed',
      typeName: 'shape',
      type: 'embed',
      parentId: 'page:page',
      index: 'a9',
      x: 0,
      y: 0,
      rotation: 0,
      opacity: 1,
      props: { w: 300, h: 200, url: 'https://embedded.example.org/page' },
    }
    const withEmbed = { ...input, drawings: [...input.drawings, embed] }
    for (const format of ['svg', 'pdf', 'pptx', 'md', 'csv'] as const)
      expect(JSON.stringify(await exportedTexts(format, withEmbed)), format).not.toContain('embedded.example.org')
  })
})

describe('paper', () => {
  it('needs 40, tldraw #5320: the PDF is vectors and searchable words, on the paper that was chosen', async () => {
    const long: Record<string, number> = { A4: 297, A3: 420, A2: 594, A1: 841, A0: 1_189 }
    for (const paper of paperNames) {
      const bytes = await exportedFile('pdf', input, { paper })
      const [map] = readPdf(bytes).pages
      if (paper in long)
        expect(Math.max(map?.width ?? 0, map?.height ?? 0), paper).toBeCloseTo((long[paper] ?? 0) * MM, 0)
      expect(map?.paths, paper).toBeGreaterThan(150)
      expect(map?.words, paper).toContain('Transition class')
      expect(Buffer.from(bytes).toString('latin1'), paper).not.toContain('/Subtype /Image')
    }
  })

  it('needs 41, pdfarranger #1356, ganttproject #1642, bryntum #11083: a poster of A0 comes on sheets that overlap', async () => {
    const whole = readPdf(await exportedFile('pdf', input, { paper: 'A0' })).pages
    const sheets = readPdf(await exportedFile('pdf', input, { paper: 'A0', tiled: true })).pages
    const tiles = sheets.length - whole.length + 1
    const [poster] = whole
    const area = (poster?.width ?? 0) * (poster?.height ?? 0)
    const [sheet] = sheets
    expect([210, 297]).toEqual(
      expect.arrayContaining([sheet?.width, sheet?.height].map((points) => Math.round((points ?? 0) / MM))),
    )
    // Each sheet shows its window; the windows together are larger than the poster's inside by what overlaps.
    const inside = (210 * MM - 2 * PAGE_MARGIN) * (297 * MM - 2 * PAGE_MARGIN)
    expect(tiles).toBeGreaterThan(10)
    expect(tiles * inside).toBeGreaterThan(0.5 * area * 0.9)
    expect(TILE_OVERLAP / MM).toBeGreaterThanOrEqual(5)
    const words = sheets.slice(0, tiles).map((page) => new Set(page.words.split('\n')))
    const onTwo = [...(words[0] ?? [])].filter((word) => word.length > 3 && words[1]?.has(word))
    expect(onTwo.length, 'words at the cut are on both sheets').toBeGreaterThan(0)
  })
})

describe('words of people in files that are read', () => {
  it('reliability 43: no tag of theirs survives in Markdown, slides and drawings', async () => {
    const md = await text('md', maximal)
    expect(md).not.toMatch(/<(script|b|i|br|img)\b/i)
    expect(md).not.toMatch(/(^|[^\\])\[link\]\(javascript:/)
    const svg = await text('svg', maximal)
    expect(svg).not.toMatch(/<(script|b)\b/)
    const slides = readOfficeFile(await exportedFile('pptx', maximal))
    const names = new Set([...slides.parts.values()].flatMap(everyElement).map(({ name }) => name))
    for (const tag of ['script', 'b', 'i']) expect([...names]).not.toContain(tag)
  })

  it('needs 50, TheyDo: for those who were not there, one finding a slide and no messy board', async () => {
    const slides = Object.entries(await exportedTexts('pptx', input))
      .filter(([part]) => /^ppt\/slides\/slide\d+\.xml$/.test(part))
      .map(([, xml]) => xml)
    for (const words of ['Which pains should we solve first?', 'Ana Silva', '1 February 2027'])
      expect(
        slides.some((xml) => xml.includes(words)),
        words,
      ).toBe(true)
    expect(slides.length).toBeLessThanOrEqual(12)
  })
})
