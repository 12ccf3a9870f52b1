import { expect, test } from 'vitest'
import { serverFormat } from '../../../server/export/mapFormats.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

function input(): ExportInput {
  const journey = drawJourney('| Preparing\n touchpoints | Transition class', { title: 'Leaving' })
  const workshop = { title: 'Leaving & arriving', departments: ['Defense'], participants: [] }
  return { board: journey.board(), drawings: [], workshop, nowMs: 0 }
}

test('the map as a drawing', async () => {
  const svg = await serverFormat('svg')?.render(input())
  expect(svg).toContain('>Transition class</text>')
  expect(svg).toContain('<title>Leaving &amp; arriving</title>')
})

test('the map as a picture', async () => {
  const png = await serverFormat('png')?.render(input())
  expect(png).toBeInstanceOf(Uint8Array)
  expect(Buffer.from(png as Uint8Array).toString('latin1', 1, 4)).toBe('PNG')
})

test('the pure formats are offered too, unknown ones are not', () => {
  expect(serverFormat('json')?.extension).toBe('json')
  expect(serverFormat('exe')).toBeNull()
})
