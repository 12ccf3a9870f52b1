import { expect, test } from 'vitest'
import { joinWorkshop } from '../../../server/workshop/joinWorkshop.ts'
import * as Y from 'yjs'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { relistDepartments } from '../../../server/workshop/listDepartment.ts'
import { runCommand } from '../../../server/workshop/runCommand.ts'
import { Workshop } from '../../../server/workshop/Workshop.ts'

const nowMs = 1_800_000_000_000

function workshopWithLink() {
  const workshop = Workshop.create('w1', 'First order', 'e1', nowMs)
  const { key } = workshop.links.issue({ role: 'participant' }, nowMs)
  const join = (name: string, department: string) => {
    const joined = joinWorkshop(workshop, { key, name, department, earlierToken: null }, nowMs, 100)
    if (!joined.ok) throw new Error(joined.code)
    return joined.participant
  }
  return { workshop, join }
}

test('departments are listed in the order in which they come, once, as first spelled', () => {
  const { workshop, join } = workshopWithLink()
  join('Maya', 'Support')
  join('Ruth', 'Sales')
  expect(join('Tom', 'SUPPORT').department).toBe('Support')
  join('Kofi', '')
  expect(workshop.state().departments).toEqual(['Support', 'Sales'])
})

test('a ninth department stays with its person and has no mark', () => {
  const { workshop, join } = workshopWithLink()
  for (let n = 1; n <= 9; n++) expect(join(`Person ${n}`, `Department ${n}`).department).toBe(`Department ${n}`)
  expect(workshop.state().departments).toHaveLength(8)
})

test('changing one’s department lists it too', () => {
  const { workshop, join } = workshopWithLink()
  const actor = join('Maya', 'Support')
  const context = {
    workshop,
    actor,
    nowMs,
    linkUrl: (key: string) => key,
    readBoard: () => readBoard(new Y.Doc()),
    shortOfRoom: () => null,
    reveal: () => ({ revealed: 0, changeId: '' }),
    undoReveal: () => false,
    undoImport: () => ({ ok: true as const, answer: {} }),
  }
  runCommand(context, { type: 'participant.rename', department: 'Product' })
  expect(workshop.state().departments).toEqual(['Support', 'Product'])
  expect(workshop.participant(actor.id)?.department).toBe('Product')
})

test('another list keeps the departments of those who take part, spelled as the list has them', () => {
  const { workshop, join } = workshopWithLink()
  const [maya, ruth] = [join('Maya', 'Support'), join('Ruth', 'sales')]
  join('Kofi', '')
  workshop.change({ departments: ['Legal', 'Sales'] })
  relistDepartments(workshop)
  expect(workshop.state().departments).toEqual(['Legal', 'Sales', 'Support'])
  expect([maya, ruth].map(({ id }) => workshop.participant(id)?.department)).toEqual(['Support', 'Sales'])
  expect(workshop.takeParticipantChanges()).toContain(ruth.id)
})
