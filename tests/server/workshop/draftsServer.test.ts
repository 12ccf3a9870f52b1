// Private writing on a whole server: what everybody else's sockets and calls receive before the reveal, a hard stop of
// the room in between, and who can reach whose drafts.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined
let anna: Joined
let ben: Joined

beforeAll(async () => {
  server = await TestServer.start()
  workshop = await server.workshop('Private')
  maya = await server.join(workshop, 'facilitator', 'Maya')
  anna = await server.join(workshop, 'participant', 'Anna')
  ben = await server.join(workshop, 'participant', 'Ben')
})
afterAll(() => server.stop())

const command = (body: object) => server.command(workshop, maya.token, body)

/** A stock client; everything its socket receives is kept as text. */
async function open(token: string, document: 'board' | 'drafts'): Promise<{ doc: Y.Doc; heard: () => string }> {
  let text = ''
  class Heard extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      this.on('message', (data: Buffer) => (text += Buffer.from(data).toString('utf8')))
    }
  }
  const { doc } = await server.stockClient(workshop, token, { document, Socket: Heard as typeof WebSocket })
  return { doc, heard: () => text }
}

it('[DR1] drafts reach their author’s devices and nobody else before the reveal; then everybody at once', async () => {
  const phases = readyAgenda(60).map((phase) => ({ ...phase, reveal: 'anonymous' as const }))
  await command({ type: 'agenda.set', phases })
  await command({ type: 'phase.goto', phaseId: phases.find((phase) => phase.private)?.id })
  const laptop = await open(anna.token, 'drafts')
  const phone = await open(anna.token, 'drafts')
  const others = await Promise.all([ben, maya].flatMap(({ token }) => [open(token, 'board'), open(token, 'drafts')]))
  addNote(laptop.doc, 'draft1', 'Nobody may read this yet')
  await untilDoc(phone.doc, () => phone.doc.getMap('cards').has('draft1'))
  // Something everybody gets, after the draft: what was to come has come.
  const own = await open(maya.token, 'board')
  addNote(own.doc, 'public1', 'Everybody reads this')
  await Promise.all(
    others.filter((_, at) => at % 2 === 0).map(({ doc }) => untilDoc(doc, () => doc.getMap('cards').has('public1'))),
  )
  const texts = await Promise.all(
    ['', '/state', '/export/json', '/snapshots', '/links'].flatMap((path) =>
      [ben, maya].map(async ({ token }) => {
        const address = `${server.url}/api/workshops/${workshop.id}${path}`
        return (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).text()
      }),
    ),
  )
  const received = [...others.map(({ heard }) => heard()), ...texts].join('')
  expect(received).toContain('Everybody reads this')
  expect(received).not.toContain('Nobody may read this yet')
  expect(received).not.toContain('draft1')

  await server.restart()
  const again = await open(anna.token, 'drafts')
  expect(noteText(again.doc, 'draft1').toString()).toBe('Nobody may read this yet')
  const bens = await open(ben.token, 'drafts')
  expect(bens.doc.getMap('cards').size).toBe(0)

  const board = await open(ben.token, 'board')
  expect((await command({ type: 'phase.next' })).body).toMatchObject({ revealed: 1 })
  await untilDoc(board.doc, () => board.heard().includes('Nobody may read this yet'))
  expect(board.heard()).not.toContain('draft1')
  expect(board.heard()).not.toContain(anna.participantId)
})
