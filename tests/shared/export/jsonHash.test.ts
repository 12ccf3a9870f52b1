// The hash in the lossless file, and what the file says of the workshop beside its board.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { jsonFormat, toJourneyFile } from '../../../shared/export/json.ts'
import { parseJourneyFile } from '../../../shared/import/parseJourneyFile.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'

const { input } = maximalWorkshop()

it('is of everything else in the file, and changes with a word', () => {
  const read = (title: string) =>
    JSON.parse(String(jsonFormat.render({ ...input, workshop: { ...input.workshop, title } }))) as Record<
      string,
      unknown
    >
  const { sha256, ...rest } = read('One')
  expect(sha256).toBe(createHash('sha256').update(JSON.stringify(rest)).digest('hex'))
  expect(read('One')['sha256']).toBe(sha256)
  expect(read('Two')['sha256']).not.toBe(sha256)
})

it('comes with participation, and with agenda and review, which are read again', () => {
  const agenda = readyAgenda(90)
  const text = String(
    jsonFormat.render({ ...input, workshop: { ...input.workshop, agenda, reviewDate: '2027-03-01' } }),
  )
  const parsed = parseJourneyFile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.file.workshop).toMatchObject({ agenda, reviewDate: '2027-03-01' })
  const { participation } = JSON.parse(text) as { participation: { people: number }[] }
  const people = participation.reduce((sum, group) => sum + group.people, 0)
  expect(people).toBe(input.workshop.participants.length)
  const { agenda: _none, ...without } = input.workshop
  expect(toJourneyFile({ ...input, workshop: without }).workshop.agenda).toBeUndefined()
})
