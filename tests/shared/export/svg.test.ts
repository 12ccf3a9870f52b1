import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { renderSvg, type SvgOptions } from '../../../shared/export/svg.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { colorOf } from '../../../shared/layout/theme.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

function draw(): DrawnJourney {
  return drawJourney(
    `
                  | Preparing (6 months before) | Separating
     touchpoints  | Transition class; Website   | Final exam
     thoughts     | What do I need to know?     |
     emotion      | anna -1 overloaded; ben -1 overloaded; cem 0; dora -2 | anna 1; ben 1; cem 2; dora 0
     pains        | Too much to read            |
     process      | Separate intake             | Claim queue
     kpi          | Classes attended            |
     opportunities| One personal checklist      |
  `,
    { title: 'Leaving' },
  )
}

function render(journey: DrawnJourney, options: Partial<SvgOptions> = {}): string {
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  const departments = ['Defense', 'Benefits', 'Health']
  return renderSvg(board, layout, { metrics: fontMetrics, departments, title: 'Workshop', ...options })
}

/** Words between tags, as a reader sees them. */
const wordsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)

describe('what is in the picture', () => {
  test('every name, title, period and label', () => {
    const words = wordsOf(render(draw()))
    for (const expected of [
      'Leaving',
      'Preparing',
      '6 months before',
      'Transition class',
      'What do I need to know?',
      'Too much to read',
      'Claim queue',
      'Classes attended',
      'Process behind',
      'As-is',
      '−1',
      'overloaded',
      'Median of 4',
      'Lowest point −1',
      '+2',
    ])
      expect(words).toContain(expected)
  })

  test('the whole text of a card whose words are cut', () => {
    const journey = draw()
    setField(journey.target, 'cards', journey.card('Too much to read'), 'text', 'word '.repeat(80))
    expect(render(journey)).toContain(`<title>Note: ${'word '.repeat(80)}</title>`)
  })

  test('the department’s mark with shape, letter and name', () => {
    const journey = draw()
    setField(journey.target, 'cards', journey.card('Website'), 'department', 'Benefits')
    const svg = render(journey)
    expect(svg).toContain('<title>Benefits</title>')
    expect(svg).toContain(`fill="${colorOf('light', 'dept-2')}"`)
  })

  test('what the marks and the star mean, below the map and only if somebody asks', () => {
    const journey = draw()
    setField(journey.target, 'cards', journey.card('Transition class'), 'department', 'Defense')
    setField(journey.target, 'cards', journey.card('Too much to read'), 'department', 'Benefits')
    // No sign on the card: nothing to explain.
    setField(journey.target, 'cards', journey.card('Separate intake'), 'department', 'Health')
    setField(journey.target, 'cards', journey.card('Website'), 'momentOfTruth', true)
    const words = wordsOf(render(journey, { hasLegend: true }))
    expect(words.slice(-5)).toEqual(['D', 'Defense', 'B', 'Benefits', 'Moment of truth'])
    expect(wordsOf(render(journey))).not.toContain('Moment of truth')
    expect(render(draw(), { hasLegend: true })).toBe(render(draw()))
  })

  test('one journey alone, without what lies beside it', () => {
    const journey = draw()
    const other = drawJourney('| Other stage\n pains | Other pain', {
      doc: journey.doc,
      title: 'Second',
      place: { x: 3_000, y: 0 },
    })
    createCards(journey.target, [
      { id: 'free' as CardId, kind: 'note', place: { x: -900, y: 0 }, fields: { text: 'Parked' } },
    ])
    expect(wordsOf(render(journey))).toEqual(expect.arrayContaining(['Other pain', 'Parked', 'Too much to read']))
    const alone = wordsOf(render(journey, { journeyId: other.id }))
    expect(alone).toContain('Other pain')
    expect(alone).not.toContain('Parked')
    expect(alone).not.toContain('Too much to read')
  })

  test('an empty board is an empty picture', () => {
    const journey = draw()
    journey.doc.getMap('journeys').clear()
    journey.doc.getMap('cards').clear()
    expect(render(journey)).toMatch(/^<svg .*<\/svg>$/)
  })
})

describe('the file', () => {
  test('stands alone: no style, no script, nothing to load', () => {
    const svg = render(draw())
    expect(svg).not.toMatch(/foreignObject|<style|<script|<image|href|url\(|\son\w+=/)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="/)
  })

  test('the same board gives the same bytes', () => {
    expect(render(draw())).toBe(render(draw()))
  })

  test('elements are closed in order', () => {
    const open: string[] = []
    for (const [, slash, name = '', end] of render(draw()).matchAll(/<(\/?)([\w]+)[^>]*?(\/?)>/g)) {
      if (slash) expect(open.pop()).toBe(name)
      else if (!end) open.push(name)
    }
    expect(open).toEqual([])
  })

  test('markup and controls in people’s words do no harm', () => {
    const journey = draw()
    const nasty = `<script>alert("1")</script> & \u0000\u0008\ud800 ]]> "quotes" \ufffe`
    setField(journey.target, 'cards', journey.card('Website'), 'title', nasty)
    setField(journey.target, 'stages', journey.stage('Preparing'), 'name', nasty)
    setField(journey.target, 'journeys', journey.id, 'objective', nasty)
    const svg = render(journey, { title: nasty })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
    expect(svg.isWellFormed()).toBe(true)
    expect(svg).not.toMatch(/[^\P{Cc}\n\t]|\ufffe/u)
  })

  test('light on paper unless dark is asked for', () => {
    expect(render(draw())).toContain(`fill="${colorOf('light', 'sheet')}"`)
    const dark = render(draw(), { theme: 'dark' })
    expect(dark).toContain(`fill="${colorOf('dark', 'sheet')}"`)
    expect(dark).not.toContain(`fill="${colorOf('light', 'sheet')}"`)
  })
})
