import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import type { CardId, ParticipantId, StageId } from '../../../shared/journey/ids.ts'
import { commonestReason, emotionConsensus } from '../../../shared/insight/emotionConsensus.ts'
import { medianOf, quartilesOf } from '../../../shared/insight/medianAndQuartiles.ts'
import { type DrawnJourney, drawJourney, idOf } from '../../support/journeyBuilder.ts'

function read(journey: DrawnJourney, about: StageId | CardId, who: string, value: number, reason = ''): void {
  const place = { journeyId: journey.id, personaId: null, participantId: idOf<ParticipantId>(who), about }
  setReading(journey.target, place, { value, reason })
}

const consensus = (journey: DrawnJourney, departments?: ReadonlyMap<ParticipantId, string>) =>
  emotionConsensus(journey.board(), journey.id, null, departments)

describe('how much is said with how many readings', () => {
  const journey = drawJourney(`
            | None | One        | Two            | Three                  | Four
    emotion |      | anna -1    | anna -1; ben 1 | anna -2; ben 0; cem 1  | anna -2; ben -1; cem 0; dora 1
  `)
  const targets = consensus(journey).targets

  test('one reading has no median, two and three show themselves, four have a band', () => {
    expect(targets.map(({ count, median, band, spread }) => ({ count, median, band, spread }))).toEqual([
      { count: 0, median: null, band: null, spread: [] },
      { count: 1, median: null, band: null, spread: [] },
      { count: 2, median: 0, band: null, spread: [-1, 1] },
      { count: 3, median: 0, band: null, spread: [-2, 0, 1] },
      { count: 4, median: -0.5, band: { lower: -1, upper: 0 }, spread: [] },
    ])
  })

  test('people are counted once', () => {
    expect(consensus(journey).people).toBe(4)
  })
})

test('readings for another persona or journey do not count', () => {
  const journey = drawJourney('| One\n emotion | anna -1; ben -1')
  const place = { journeyId: journey.id, participantId: idOf<ParticipantId>('cem'), about: journey.stage('One') }
  setReading(journey.target, { ...place, personaId: 'somebody' as CardId }, { value: 2, reason: '' })
  expect(consensus(journey).targets[0]).toMatchObject({ count: 2, median: -1 })
})

describe('stage or touchpoints', () => {
  test('touchpoints take over where more people rated them', () => {
    const journey = drawJourney('| One | Two\n touchpoints | Class; Website | Exam\n emotion | anna -1 | anna 1')
    for (const who of ['anna', 'ben']) read(journey, journey.card('Website'), who, 1)
    expect(consensus(journey).targets.map(({ target, slot, slots, count }) => [target, slot, slots, count])).toEqual([
      [journey.card('Class'), 0, 2, 0],
      [journey.card('Website'), 1, 2, 2],
      [journey.stage('Two'), 0, 1, 1],
    ])
  })

  test('one person’s touchpoint does not hide what the room says of the stage', () => {
    const journey = drawJourney('| One\n touchpoints | Class\n emotion | anna -1; ben -1')
    read(journey, journey.card('Class'), 'anna', 2)
    expect(consensus(journey).targets.map(({ target }) => target)).toEqual([journey.stage('One')])
  })
})

describe('what stands out', () => {
  const both = (value: number): string => `anna ${value}; ben ${value}`
  const draw = (...values: (number | null)[]): DrawnJourney => {
    const row = (cells: readonly string[]) => cells.map((cell) => `| ${cell}`).join(' ')
    const names = values.map((_, at) => `S${at}`)
    return drawJourney(`${row(names)}\n emotion ${row(values.map((value) => (value === null ? '' : both(value))))}`)
  }
  const stand = (...values: (number | null)[]) => {
    const journey = draw(...values)
    const { lowest, peaks, end } = consensus(journey)
    const name = (id: StageId | CardId | null) => journey.board().stages.get(id as StageId)?.name ?? null
    return { lowest: name(lowest), peaks: peaks.map(name), end: name(end) }
  }

  test('the first of equal lows is the lowest', () => {
    expect(stand(0, -2, 1, -2)).toEqual({ lowest: 'S1', peaks: ['S0', 'S2'], end: 'S3' })
  })

  test('a level stretch peaks where it begins', () => {
    expect(stand(0, 1, 1, 0)).toEqual({ lowest: 'S0', peaks: ['S1'], end: 'S3' })
    expect(stand(-1, 0, 0, 2)).toEqual({ lowest: 'S0', peaks: ['S3'], end: 'S3' })
  })

  test('nothing stands out in a flat or lonely curve', () => {
    expect(stand(1, 1, 1)).toEqual({ lowest: null, peaks: [], end: 'S2' })
    expect(stand(-1)).toEqual({ lowest: null, peaks: [], end: 'S0' })
    expect(stand(null, null)).toEqual({ lowest: null, peaks: [], end: null })
  })

  test('a stage nobody rated is stepped over', () => {
    expect(stand(1, null, -1, null)).toEqual({ lowest: 'S2', peaks: ['S0'], end: 'S2' })
  })
})

describe('the reason', () => {
  const reasons = (median: number | null, ...given: [number, string][]) =>
    commonestReason(
      given.map(([value, reason]) => ({ value, reason })),
      median,
    )

  test('given most often, whatever its case and spaces', () => {
    expect(reasons(0, [2, 'Too slow'], [0, 'unclear'], [1, ' too  slow '])).toBe('Too slow')
  })
  test('of equals the one nearest to the median, then the first in the alphabet', () => {
    expect(reasons(-1, [2, 'a'], [-1, 'b'])).toBe('b')
    expect(reasons(0, [1, 'b'], [-1, 'a'])).toBe('a')
    expect(reasons(null, [1, 'b'], [-1, 'a'])).toBe('a')
  })
  test('none given is none', () => {
    expect(reasons(0, [0, ' '], [1, ''])).toBe('')
  })
})

test('a department’s curve is the median of its people', () => {
  const journey = drawJourney('| One | Two\n emotion | anna -1; ben -2; cem 2 | anna 1; cem 0')
  const departments = new Map(['anna', 'ben'].map((who) => [idOf<ParticipantId>(who), 'Sales']))
  expect(consensus(journey, departments).departments).toEqual([
    { department: 'Sales', people: 2, medians: new Map([[journey.stage('One'), -1.5]]) },
  ])
})

describe('the slow way', () => {
  const tenths = fc.integer({ min: -20, max: 20 }).map((value) => value / 10)

  test('median and quartiles against counting', () => {
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 1, maxLength: 61 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const median = medianOf(sorted)
        const { lower, upper } = quartilesOf(sorted)
        const half = values.length / 2
        expect(values.filter((value) => value < median - 1e-9).length).toBeLessThanOrEqual(half)
        expect(values.filter((value) => value > median + 1e-9).length).toBeLessThanOrEqual(half)
        expect(lower).toBeLessThanOrEqual(median)
        expect(upper).toBeGreaterThanOrEqual(median)
        // "Half of the room is inside" may be read aloud: at least half of the readings are.
        const inside = values.filter((value) => value >= lower - 1e-9 && value <= upper + 1e-9).length
        expect(inside).toBeGreaterThanOrEqual(half)
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  test('60 people, any readings: the consensus equals one made stage by stage from the raw readings', () => {
    const reading = fc.record({ who: fc.nat(59), stage: fc.nat(2), value: tenths })
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 120 }), (readings) => {
        const journey = drawJourney('| A | B | C\n emotion | | |')
        const last = new Map<string, number>()
        for (const { who, stage, value } of readings) {
          read(journey, journey.stage('ABC'.charAt(stage)), `p${who}`, value)
          last.set(`${stage}/${who}`, value)
        }
        const { targets, people } = consensus(journey)
        expect(people).toBe(new Set(readings.map(({ who }) => who)).size)
        targets.forEach((target, stage) => {
          const values = [...last].filter(([key]) => key.startsWith(`${stage}/`)).map(([, value]) => value)
          values.sort((a, b) => a - b)
          const middle = values.length >> 1
          const median = values.length % 2 ? values[middle] : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2
          expect(target.count).toBe(values.length)
          if (values.length >= 2) expect(target.median).toBeCloseTo(median ?? Number.NaN, 6)
          else expect(target.median).toBeNull()
        })
      }),
      { seed: 12, numRuns: 40 },
    )
  })
})
