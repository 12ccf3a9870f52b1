// Files as somebody reads them who wants to know whose a feeling, a note or a ballot is: through a whole server, every
// format, the recap and the snapshots. What is a person's own number leads from one to the other, so it stands in no file
// but on the list of people, and beside ballots that were given with names.
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { formatNames } from '../../../shared/export/catalog.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import type { CardId, ParticipantId } from '../../../shared/journey/ids.ts'
import { journeysOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'
import { textsOf } from '../../support/textsOf.ts'

let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined
const people: { readonly joined: Joined; readonly name: string; readonly doc: Y.Doc }[] = []
const named = { id: '' }
let files: Readonly<Record<string, string>> = {}
/** Every format is made once, each in a thread of its own. */
const FILES_MS = 240_000

beforeAll(async () => {
  server = await TestServer.start()
  workshop = await server.workshop('Identities', 'service-blueprint')
  maya = await server.join(workshop, 'facilitator', 'Maya')
  for (const name of ['Personanna', 'Personben', 'Personcem']) {
    const joined = await server.join(workshop, 'participant', name)
    people.push({ joined, name, doc: (await server.stockClient(workshop, joined.token)).doc })
  }
  const [writer] = people
  if (!writer) throw new Error('nobody came')
  await untilDoc(writer.doc, () => journeysOf(readBoard(writer.doc)).length > 0)
  const pains = ['pain1', 'pain2'].map((id) => ({ id: id as CardId, kind: 'note', place: { x: 0, y: 0 } }) as const)
  createCards(
    { doc: writer.doc, origin: 'me' },
    pains.map((card) => ({ ...card, fields: { text: card.id, type: 'pain' } })),
  )
  for (const [at, { doc, joined }] of people.entries()) {
    const board = readBoard(doc)
    const [journey] = journeysOf(board)
    const [stage] = journey ? stagesOf(board, journey.id) : []
    if (!journey || !stage) throw new Error('no map')
    const place = { journeyId: journey.id, personaId: null, participantId: joined.participantId as ParticipantId }
    setReading({ doc, origin: 'me' }, { ...place, about: stage.id }, { value: at - 1, reason: `because ${at}` })
  }
  for (const { doc } of people) await untilDoc(doc, () => doc.getMap('emotions').size === 3)
  for (const secret of [true, false]) {
    const round = { type: 'round.open', question: `Secret: ${secret}`, cardIds: ['pain1', 'pain2'], secret }
    const opened = await server.command(workshop, maya.token, round)
    if (!secret) named.id = String(opened.body['roundId'])
    for (const { joined } of people)
      await server.vote(workshop, joined.token, String(opened.body['roundId']), { pain1: 1 })
    await server.command(workshop, maya.token, { type: 'round.close' })
  }
  files = await everyFile()
}, FILES_MS)
afterAll(() => server.stop())

/** By "format/part". */
async function everyFile(): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  const at = `/api/workshops/${workshop.id}`
  const get = (path: string) => fetch(server.url + at + path, { headers: { authorization: `Bearer ${maya.token}` } })
  for (const format of formatNames) {
    const parts = textsOf(format, new Uint8Array(await (await get(`/export/${format}`)).arrayBuffer()))
    for (const [part, text] of Object.entries(parts)) texts[`${format}/${part}`] = text
  }
  texts['recap'] = await (await get('/recap')).text()
  const taken = await server.call('POST', `${at}/snapshots`, { token: maya.token, body: { label: 'Now' } })
  const snapshot = textsOf(
    'json',
    new Uint8Array(await (await get(`/snapshots/${String(taken.body['sid'])}`)).arrayBuffer()),
  )
  for (const [part, text] of Object.entries(snapshot)) texts[`snapshot/${part}`] = text
  return texts
}

it('[EX7] nobody’s number is in a file, but on the list of people and beside ballots with names', () => {
  expect(files['json/journeys']).toContain('because 2')
  const withNumber = (numbers: readonly string[]) =>
    Object.entries(files).flatMap(([part, text]) => (numbers.some((number) => text.includes(number)) ? [part] : []))
  const participantIds = people.map(({ joined }) => joined.participantId)
  expect(withNumber(participantIds).toSorted()).toEqual(['json/rounds', 'json/workshop', 'snapshot/workshop'])
  const rounds = JSON.parse(files['json/rounds'] ?? '') as { round: { id: string } }[]
  const others = rounds.filter(({ round }) => round.id !== named.id)
  expect(others).toHaveLength(1)
  for (const id of participantIds) expect(JSON.stringify(others)).not.toContain(id)
  // The numbers under which their browsers write.
  expect(withNumber(people.map(({ doc }) => String(doc.clientID)))).toEqual([])
})

it('[EX7] their names stand on lists of people and beside ballots with names, and nowhere else', () => {
  const parts = Object.entries(files).flatMap(([part, text]) => (text.includes('Personanna') ? [part] : []))
  const lists = ['csv/participants.csv', 'json/workshop', 'snapshot/workshop', 'xlsx/participants']
  expect(parts.toSorted()).toEqual([...lists, 'csv/ballots.csv', 'json/rounds', 'xlsx/ballots'].toSorted())
})
