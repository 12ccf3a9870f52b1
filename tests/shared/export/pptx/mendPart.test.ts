// Where the schema of slides (ISO/IEC 29500-4) has a place for things, by the finished decks: the library's own order
// broke it in four ways, found by checking every part against that schema.
import { describe, expect, it } from 'vitest'
import { fontMetrics } from '../../../../client/board/fontMetrics.ts'
import { renderPptx } from '../../../../shared/export/pptx.ts'
import { demonstrationWorkshop } from '../../../support/demonstrationWorkshop.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { elementsOf, type XmlElement } from '../../../support/parseXml.ts'
import { readOfficeFile } from '../../../support/readOfficeFile.ts'

const namesOf = ({ children }: XmlElement) => children.flatMap((child) => (typeof child === 'string' ? [] : child.name))
const decks = [demonstrationWorkshop(), maximalWorkshop()].map(async ({ input }) =>
  readOfficeFile(await renderPptx(input, fontMetrics)),
)
const parts = async (path: RegExp): Promise<XmlElement[]> =>
  (await Promise.all(decks)).flatMap((deck) => [...deck.parts].flatMap(([name, part]) => (path.test(name) ? part : [])))

describe('every part of a deck has its elements where the schema has a place for them', () => {
  it('the presentation names the master of notes before its slides', async () => {
    for (const presentation of await parts(/^ppt\/presentation\.xml$/))
      expect(namesOf(presentation).slice(0, 3)).toEqual(['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst'])
  })

  it('a paragraph has its properties once and first, also with several runs', async () => {
    const paragraphs = (await parts(/^ppt\/slides\/slide\d+\.xml$/)).flatMap((slide) => elementsOf(slide, 'a:p'))
    const withRuns = paragraphs.map(namesOf).filter((names) => names.filter((name) => name === 'a:r').length > 1)
    expect(withRuns.length).toBeGreaterThan(3)
    for (const names of paragraphs.map(namesOf)) expect(names.lastIndexOf('a:pPr')).toBeLessThanOrEqual(0)
  })

  it('a line chart says how lines go together, has two axes, and its points look before they are labelled', async () => {
    const charts = (await parts(/^ppt\/charts\/chart\d+\.xml$/)).flatMap((chart) => elementsOf(chart, 'c:lineChart'))
    expect(charts.length).toBeGreaterThan(1)
    for (const chart of charts) {
      expect(namesOf(chart)).toEqual(['c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:marker', 'c:axId', 'c:axId'])
      for (const series of elementsOf(chart, 'c:ser')) {
        const order = [
          'c:idx',
          'c:order',
          'c:tx',
          'c:spPr',
          'c:marker',
          'c:dPt',
          'c:dLbls',
          'c:cat',
          'c:val',
          'c:smooth',
        ]
        const places = namesOf(series).map((name) => order.indexOf(name))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places).not.toContain(-1)
      }
    }
  })
})
