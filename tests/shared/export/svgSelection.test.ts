import { assert, property, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { renderSelection } from '../../../shared/export/svgSelection.ts'
import { readSelection } from '../../../shared/export/svg/readSelection.ts'
import { createCards, deleteCards } from '../../../shared/journey/edit/editCards.ts'
import { groupCards } from '../../../shared/journey/edit/editClusters.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { parseXml } from '../../support/parseXml.ts'

const drawn = (): DrawnJourney => {
  const journey = drawJourney(
    `
               | Preparing        | Separating      | After
     touchpoints| Class; Website  | Final exam      | First job
     emotion   | anna -1 loud; ben 1 | anna 1; ben 2 | anna 0; ben 2
     pains     | Too much to read; No time | Long queue |
     gains     | One checklist    |                 | Alumni call
  `,
    { title: 'Leaving' },
  )
  createCards(journey.target, [
    { id: 'parked' as CardId, kind: 'note', place: { x: -900, y: 40 }, fields: { text: 'Parked' } },
  ])
  return journey
}

function pictureOf(journey: DrawnJourney, ids: readonly string[]): string | null {
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  return renderSelection(board, layout, ids, {
    metrics: fontMetrics,
    departments: [],
    title: 'Workshop',
    drawings: readDrawings(journey.doc),
  })
}

/** Words that can be read in the picture. */
const wordsOf = (svg: string | null): string[] =>
  [...(svg ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)

const sizeOf = (svg: string | null): number[] =>
  (/viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(svg ?? '') ?? []).slice(1).map(Number)

describe('what is drawn', () => {
  test('the chosen cards where they lie, cropped to them, and no others', () => {
    const journey = drawn()
    const ids = ['Class', 'Too much to read'].map((words) => journey.card(words))
    const svg = pictureOf(journey, ids)
    expect(wordsOf(svg)).toEqual(['Class', 'Too much to read'])
    const { cards } = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.get(journey.id) ?? {}
    const boxes = ids.map((id) => cards?.get(id))
    const left = Math.min(...boxes.map((box) => box?.x ?? 0))
    const bottom = Math.max(...boxes.map((box) => (box?.y ?? 0) + (box?.h ?? 0)))
    const [x = 0, y = 0, , h = 0] = sizeOf(svg)
    expect(left - x).toBe(32)
    expect(y + h - bottom).toBeCloseTo(32, -1)
  })

  test('a stage is its column with the names of the lanes, its cards and its part of the curve', () => {
    const journey = drawn()
    const svg = pictureOf(journey, [journey.stage('Separating')])
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['Separating', 'Final exam', 'Long queue', 'Pains', '+1.5']))
    for (const other of ['Preparing', 'Class', 'First job', 'Leaving']) expect(wordsOf(svg)).not.toContain(other)
  })

  test('stages side by side are one piece, others one each', () => {
    const journey = drawn()
    const lanesNamed = (stages: readonly string[]) =>
      wordsOf(
        pictureOf(
          journey,
          stages.map((name) => journey.stage(name)),
        ),
      ).filter((words) => words === 'Pains').length
    expect(lanesNamed(['Preparing', 'Separating'])).toBe(1)
    expect(lanesNamed(['Preparing', 'After'])).toBe(2)
  })

  test('a lane is its row with the names of the stages; a curve is its lane', () => {
    const journey = drawn()
    const row = wordsOf(pictureOf(journey, [journey.lane('pains')]))
    expect(row).toEqual(expect.arrayContaining(['Pains', 'Preparing', 'After', 'Too much to read', 'Long queue']))
    expect(row).not.toContain('Class')
    const curve = wordsOf(pictureOf(journey, [`${journey.lane('emotion')}curve`]))
    expect(curve).toEqual(expect.arrayContaining(['Median of 2', 'Preparing']))
  })

  test('with a card chosen, stages and lanes are names only', () => {
    const journey = drawn()
    const ids = [journey.stage('Preparing'), journey.lane('pains'), journey.card('No time')]
    expect(wordsOf(pictureOf(journey, ids)).toSorted()).toEqual(['No time', 'Pains', 'Preparing'])
  })

  test('a map is the whole map without what lies beside it; with cards chosen, only these are on it', () => {
    const journey = drawn()
    const whole = wordsOf(pictureOf(journey, [journey.id]))
    expect(whole).toEqual(expect.arrayContaining(['Leaving', 'Class', 'Alumni call', 'Median of 2']))
    expect(whole).not.toContain('Parked')
    const some = wordsOf(pictureOf(journey, [journey.id, journey.card('Class'), 'parked']))
    expect(some).toEqual(expect.arrayContaining(['Leaving', 'Class', 'Parked']))
    expect(some).not.toContain('Alumni call')
  })

  test('a group is its frame with its cards', () => {
    const journey = drawn()
    groupCards(journey.target, {
      id: 'reading' as ClusterId,
      name: 'Reading',
      cardIds: [journey.card('Too much to read'), journey.card('No time')],
    })
    const frame = `reading${journey.stage('Preparing')}${journey.lane('pains')}`
    expect(wordsOf(pictureOf(journey, [frame])).toSorted()).toEqual(['No time', 'Reading', 'Too much to read'])
  })
})

describe('what is not there', () => {
  test('cards that are gone are left out; nothing left is no picture', () => {
    const journey = drawn()
    const ids = [journey.card('Class'), journey.card('Website')]
    deleteCards(journey.target, ids.slice(0, 1))
    expect(wordsOf(pictureOf(journey, ids))).toEqual(['Website'])
    deleteCards(journey.target, ids)
    expect(pictureOf(journey, ids)).toBeNull()
    expect(pictureOf(journey, [])).toBeNull()
    expect(pictureOf(journey, ['__proto__', 'curve', ''])).toBeNull()
  })

  test('the ids that nothing was found for are named', () => {
    const journey = drawn()
    const board = journey.board()
    const layout = layoutBoard(board, new LayoutCache(fontMetrics))
    const ids = [journey.id, journey.stage('After'), journey.card('Class'), 'gone', `${journey.lane('emotion')}curve`]
    expect(readSelection(board, layout, [], ids).missing).toEqual(['gone'])
  })
})

test('[seed 5] any part of the maximal workshop is well-formed, the same each time, and shows each chosen card and no other', () => {
  const { input } = maximalWorkshop()
  const { board, drawings } = input
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  const all = [...board.cards.keys()]
  const others = [...board.stages.keys(), ...board.lanes.keys(), ...drawings.map(({ id }) => id.replace(/^\w+:/, ''))]
  const options = { metrics: fontMetrics, departments: input.workshop.departments, title: 'T', drawings }
  assert(
    property(subarray(all), subarray(others), (cards, rest) => {
      const ids = [...cards, ...rest]
      const svg = renderSelection(board, layout, ids, options)
      expect(renderSelection(board, layout, ids.toReversed(), options)).toBe(svg)
      const selection = readSelection(board, layout, drawings, ids)
      if (svg === null) return expect(ids.length - selection.missing.length).toBe(0)
      parseXml(svg)
      for (const map of layout.journeys.values()) {
        const chosen = cards.filter((id) => map.cards.has(id))
        const shown = [...selection.cards.keys()].filter((id) => map.cards.has(id))
        if (chosen.length > 0) expect(new Set(shown)).toEqual(new Set(chosen))
      }
      return undefined
    }),
    { seed: 5, numRuns: 40 },
  )
})
