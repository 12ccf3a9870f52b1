import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import type { CardId, ParticipantId, StageId } from '../../../shared/journey/ids.ts'
import { emotionConsensus } from '../../../shared/insight/emotionConsensus.ts'
import { type CurveQuery, type EmotionCurve, emotionCurve } from '../../../shared/layout/emotionCurve.ts'
import { labelWidth, medianWords, valueFont } from '../../../shared/layout/emotionLabels.ts'
import { emotionAtY, emotionY } from '../../../shared/layout/emotionScale.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { measureText } from '../../../shared/layout/wrapText.ts'
import { type DrawnJourney, drawJourney, idOf } from '../../support/journeyBuilder.ts'

function curveOf(journey: DrawnJourney, more: Partial<CurveQuery> = {}): EmotionCurve {
  const board = journey.board()
  const layout = layoutBoard(board, new LayoutCache(fontMetrics)).journeys.get(journey.id)
  const rect = layout?.emotion[0]?.rect
  if (!layout || !rect) throw new Error('no emotion lane')
  const consensus = emotionConsensus(board, journey.id, null)
  return emotionCurve({ layout, rect, consensus, metrics: fontMetrics, ...more })
}

/** All of the room gives the same reading for a stage. */
function drawRoom(people: number, values: readonly (number | null)[], spread = 0): DrawnJourney {
  const names = values.map((_, at) => `S${at}`).join(' | ')
  const journey = drawJourney(`| ${names}\n emotion |`)
  values.forEach((value, at) => {
    if (value === null) return
    for (let who = 0; who < people; who++) {
      const place = {
        journeyId: journey.id,
        personaId: null,
        participantId: idOf<ParticipantId>(`p${who}`),
        about: journey.stage(`S${at}`),
      }
      const lean = people > 1 ? (who / (people - 1) - 0.5) * spread : 0
      setReading(journey.target, place, { value: Math.min(2, Math.max(-2, value + lean)), reason: `reason ${at}` })
    }
  })
  return journey
}

interface Bezier {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** The cubic pieces of a path made of M and C commands. */
function beziers(path: string): Bezier[] {
  const [start = '', ...pieces] = path.replace('M', '').split('C')
  let from = start.split(',').map(Number)
  return pieces.map((piece) => {
    const numbers = piece.split(/[ ,]/).map(Number)
    const all = [...from, ...numbers]
    from = all.slice(-2)
    return { xs: all.filter((_, at) => at % 2 === 0), ys: all.filter((_, at) => at % 2 === 1) }
  })
}

const at = ([a = 0, b = 0, c = 0, d = 0]: readonly number[], t: number): number =>
  a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t ** 3

describe('the scale', () => {
  test('+2 lies at 18, 0 at 72, −2 at 126', () => {
    expect([2, 0, -2].map(emotionY)).toEqual([18, 72, 126])
  })
  test('a y gives back its feeling in tenths, and never leaves the scale', () => {
    for (let tenths = -20; tenths <= 20; tenths++) expect(emotionAtY(emotionY(tenths / 10))).toBe(tenths / 10)
    expect([emotionAtY(-40), emotionAtY(400)]).toEqual([2, -2])
  })
})

describe('the line', () => {
  test('goes through the medians in the middle of the stages', () => {
    const curve = curveOf(drawRoom(12, [-0.5, -1.5, -1, 0.5]))
    expect(curve.median.points.map(({ x, y }) => [x, y])).toEqual([
      [180, 85.5],
      [540, 112.5],
      [900, 99],
      [1260, 58.5],
    ])
    expect(curve.median.paths).toHaveLength(1)
    expect(curve.median.paths[0]).toMatch(/^M180,85\.5C/)
  })

  test('touchpoints share their stage', () => {
    const journey = drawJourney('| One\n touchpoints | a; b; c; d\n emotion |')
    for (const [card, value] of [
      ['a', 1],
      ['b', 0],
      ['d', -1],
    ] as const)
      for (const who of ['anna', 'ben']) {
        const place = {
          journeyId: journey.id,
          personaId: null,
          participantId: idOf<ParticipantId>(who),
          about: journey.card(card),
        }
        setReading(journey.target, place, { value, reason: '' })
      }
    const curve = curveOf(journey)
    expect(curve.median.points.map(({ x }) => x)).toEqual([45, 135, 315])
    expect(curve.median.paths).toHaveLength(1)
  })

  test('breaks where a stage has no readings, and starts and ends with the readings', () => {
    const curve = curveOf(drawRoom(5, [null, 1, 0, null, -1, null, 1, 2, null]))
    expect(curve.median.paths).toHaveLength(2)
    expect(curve.median.points).toHaveLength(5)
    expect(curve.band).toHaveLength(3)
  })

  test('one person: no median and no band, but the own line', () => {
    const journey = drawRoom(1, [1, -1])
    const own = [...journey.board().emotions.values()][0]?.readings ?? null
    const curve = curveOf(journey, { own })
    expect(curve.median.points).toEqual([])
    expect(curve.band).toEqual([])
    expect(curve.labels).toEqual([])
    expect(curve.own.points.map(({ y }) => y)).toEqual([45, 99])
    expect(curve.lineEnds.map(({ line }) => line)).toEqual(['own'])
  })

  test('three people show as points instead of a band', () => {
    const curve = curveOf(drawRoom(3, [0, 1], 2))
    expect(curve.band).toEqual([])
    expect(curve.spread.map(({ y }) => y)).toEqual([99, 72, 45, 72, 45, 18])
  })

  test('the room is hidden until the own reading is in', () => {
    const curve = curveOf(drawRoom(9, [0, 1], 2), { hideMedian: true })
    expect(curve).toMatchObject({
      median: { points: [] },
      band: [],
      spread: [],
      labels: [],
      lowest: null,
      lineEnds: [],
    })
  })

  test('an own reading of a whole stage shows although the room speaks of touchpoints', () => {
    const journey = drawJourney('| One\n touchpoints | a; b\n emotion |')
    for (const who of ['anna', 'ben'])
      for (const card of ['a', 'b'])
        setReading(
          journey.target,
          {
            journeyId: journey.id,
            personaId: null,
            participantId: idOf<ParticipantId>(who),
            about: journey.card(card),
          },
          { value: 1, reason: '' },
        )
    const own = new Map<StageId | CardId, { value: number; reason: string }>([
      [journey.stage('One'), { value: -1, reason: '' }],
    ])
    expect(curveOf(journey, { own }).own.points).toEqual([{ target: journey.stage('One'), x: 180, y: 99, value: -1 }])
  })
})

const feelings = fc.array(
  fc.option(
    fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
    { freq: 6 },
  ),
  { minLength: 1, maxLength: 9 },
)

test('the line never overshoots: between two medians it stays between them', () => {
  fc.assert(
    fc.property(feelings, (values) => {
      for (const path of curveOf(drawRoom(2, values)).median.paths) {
        for (const { xs, ys } of beziers(path)) {
          const [from = 0, to = 0] = [ys[0], ys[3]]
          let x = -Infinity
          for (let step = 0; step <= 50; step++) {
            const y = at(ys, step / 50)
            // Path numbers are rounded to hundredths.
            expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 0.011)
            expect(y).toBeLessThanOrEqual(Math.max(from, to) + 0.011)
            expect(at(xs, step / 50)).toBeGreaterThan(x)
            x = at(xs, step / 50)
          }
        }
      }
    }),
    { seed: 5, numRuns: 120 },
  )
})

describe('labels', () => {
  test('stand where the design puts them', () => {
    const journey = drawRoom(12, [-0.5, -1.5, -1, 0.5])
    const curve = curveOf(journey)
    expect(curve.labels.map(({ x, y, value, isLowest }) => [x, y, value, isLowest])).toEqual([
      [180, 74.5, '−0.5', false],
      [540, 82, '−1.5', true],
      [900, 88, '−1', false],
      [1260, 75.5, '+0.5', false],
    ])
    expect(curve.lowest).toBe(journey.stage('S1'))
  })

  test('say the commonest reason', () => {
    expect(curveOf(drawRoom(5, [1, 0])).labels.map(({ reason }) => reason)).toEqual(['reason 0', 'reason 1'])
  })

  test('60 people: one label per stage, the name says how many', () => {
    const curve = curveOf(drawRoom(60, [1, 0, -1], 3))
    expect(curve.labels).toHaveLength(3)
    expect(curve.lineEnds).toMatchObject([{ line: 'median', people: 60 }])
  })

  test('stay inside the lane, off the points, and off each other', () => {
    fc.assert(
      fc.property(feelings, fc.integer({ min: 2, max: 7 }), fc.constantFrom(0, 1, 4), (values, people, spread) => {
        const curve = curveOf(drawRoom(people, values, spread))
        const width = 360 * values.length
        const spans = curve.labels.map(({ x, value, reason, isLowest }) => {
          const half = labelWidth(value, reason, isLowest, fontMetrics) / 2
          return [x - half, x + half] as const
        })
        curve.labels.forEach((label, index) => {
          const [left, right] = spans[index] ?? [0, 0]
          expect(left).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(width)
          expect(left).toBeGreaterThanOrEqual((spans[index - 1]?.[1] ?? -Infinity) - 0.01)
          const lines = label.isLowest && label.reason !== '' ? [label.y, label.y + 15] : [label.y]
          for (const y of lines) {
            expect(y).toBeGreaterThanOrEqual(12)
            expect(y).toBeLessThanOrEqual(139)
          }
          const point = curve.median.points.find(({ target }) => target === label.target)
          if (spread > 1 || !point) return
          // Cap height 9, descent 3: no line of words runs through its own point.
          for (const y of lines) expect(point.y < y - 9 || point.y > y + 3).toBe(true)
        })
        for (const end of curve.lineEnds) {
          const right = end.x + measureText(medianWords(people), valueFont, fontMetrics)
          expect(right).toBeLessThanOrEqual(width)
          // No label of a point runs through the line's name.
          curve.labels.forEach((label, index) => {
            const [from, to] = spans[index] ?? [0, 0]
            if (from >= right || to <= end.x) return
            const lines = label.isLowest && label.reason !== '' ? [label.y, label.y + 15] : [label.y]
            for (const y of lines) expect(Math.abs(y - end.y)).toBeGreaterThanOrEqual(12)
          })
        }
      }),
      { seed: 6, numRuns: 150 },
    )
  })
})
