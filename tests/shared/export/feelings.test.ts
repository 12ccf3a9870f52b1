// How people feel, in files: what the canvas shows to everybody and nothing closer to one person. The lossless file alone
// has every reading, because it has to bring them back; whose they are it tells nobody (fileFeelings.test.ts).
import { expect, it } from 'vitest'
import { formatNames } from '../../../shared/export/catalog.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { exportedTexts } from '../../support/exportedFile.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { parseCsv } from '../../support/parseCsv.ts'

const journey = drawJourney(`
            | Preparing                                | Separating
  emotion   | anna -1 overloaded; ben -2 overloaded    | anna 1.237 relievedalone
`)
const input: ExportInput = {
  board: journey.board(),
  drawings: [],
  workshop: {
    title: 'Feelings',
    departments: ['Labor'],
    participants: [{ id: 'anna', name: 'Anna', department: 'Labor' }],
  },
  nowMs: 0,
}

it.each(formatNames.filter((name) => name !== 'json'))(
  '%s shows a feeling of two or more, and of one alone neither value nor reason',
  async (format) => {
    const text = Object.values(await exportedTexts(format, input)).join('\n')
    expect(text).not.toContain('relievedalone')
    expect(text).not.toContain('1.237')
  },
)

it('the table says that somebody felt something, and not what', async () => {
  const [header = [], ...rows] = parseCsv((await exportedTexts('csv', input))['emotion.csv'] ?? '')
  const [about, n, mean, reasons] = ['about', 'n', 'mean', 'reasons'].map((name) => header.indexOf(name))
  expect(rows.map((row) => [row[about ?? 0], row[n ?? 0], row[mean ?? 0], row[reasons ?? 0]])).toEqual([
    ['Preparing', '2', '-1.5', 'overloaded'],
    ['Separating', '1', '', ''],
  ])
})

it('the lossless file has both, of a person without a name', async () => {
  const journeys = (await exportedTexts('json', input))['journeys'] ?? ''
  expect(journeys).toContain('relievedalone')
  expect(journeys).not.toMatch(/anna|ben|Labor/)
})
