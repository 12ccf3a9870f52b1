// What files say about who wrote a note: what its phase promised, and nothing more. Through a whole server, as people
// take them home.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatNames } from '../../../shared/export/catalog.ts'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { parseCsv } from '../../support/parseCsv.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'
import { textsOf } from '../../support/textsOf.ts'

let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined

beforeAll(async () => {
  server = await TestServer.start()
  workshop = await server.workshop('Authors')
  maya = await server.join(workshop, 'facilitator', 'Maya')
})
afterAll(() => server.stop())

const command = (body: object) => server.command(workshop, maya.token, body)

const drafts = async (token: string) => (await server.stockClient(workshop, token, { document: 'drafts' })).doc

/** By "format/part". */
async function everyFile(): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const format of formatNames) {
    const address = `${server.url}/api/workshops/${workshop.id}/export/${format}`
    const response = await fetch(address, { headers: { authorization: `Bearer ${maya.token}` } })
    expect(response.status, format).toBe(200)
    const parts = textsOf(format, new Uint8Array(await response.arrayBuffer()))
    for (const [part, text] of Object.entries(parts)) texts[`${format}/${part}`] = text
  }
  return texts
}

it('[EX6] a note revealed with names carries its author in tables and in the lossless file; one of any other phase never', async () => {
  const board = (await server.stockClient(workshop, maya.token)).doc
  const before = board.getMap('cards').size
  const reveals = ['names', 'anonymous', 'departments'] as const
  const pattern = readyAgenda(60).find((phase) => phase.private)
  const phases = [...reveals, 'end'].map((id, at) => ({ ...pattern, id, title: id, reveal: reveals[at] ?? 'names' }))
  expect((await command({ type: 'agenda.set', phases })).status).toBe(200)
  for (const reveal of reveals) {
    const writer = await server.join(workshop, 'participant', `Writer-${reveal}`)
    await command({ type: 'phase.goto', phaseId: reveal })
    const [laptop, phone] = [await drafts(writer.token), await drafts(writer.token)]
    addNote(laptop, `draft${reveal}`, `Note of ${reveal}`)
    // Where the server has it, the other device has it too.
    await untilDoc(phone, () => phone.getMap('cards').has(`draft${reveal}`))
    expect((await command({ type: 'phase.next' })).body).toMatchObject({ revealed: 1 })
  }
  await untilDoc(board, () => board.getMap('cards').size === before + reveals.length)
  const files = await everyFile()
  const naming = (name: string) =>
    Object.entries(files).flatMap(([part, text]) => (text.includes(`Writer-${name}`) ? [part] : []))
  const lists = ['xlsx/participants', 'csv/participants.csv', 'json/workshop']
  expect(naming('anonymous').toSorted()).toEqual(lists.toSorted())
  expect(naming('departments').toSorted()).toEqual(lists.toSorted())
  expect(naming('names').toSorted()).toEqual([...lists, 'csv/notes.csv', 'xlsx/notes', 'json/authors'].toSorted())
  const [header = [], ...rows] = parseCsv(files['csv/notes.csv'] ?? '')
  const [text, author] = [header.indexOf('text'), header.indexOf('author')]
  expect(Object.fromEntries(rows.map((row) => [row[text], row[author]]))).toEqual({
    'Note of names': 'Writer-names',
    'Note of anonymous': '',
    'Note of departments': '',
  })
})
