// Two things at once: facilitators against each other, the end of a vote against its ballots, people who leave or are let
// out meanwhile, a board taken back under an open vote. Time moved by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../shared/protocol/api.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { hour, phaseIdOf, TestWorkshop } from '../../support/room/TestWorkshop.ts'

let room: TestWorkshop
let maya: TestPeer
let otto: TestPeer
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  room = await TestWorkshop.create()
  maya = room.person('Maya', 'facilitator')
  otto = room.person('Otto', 'facilitator')
  anna = room.person('Anna')
  ben = room.person('Ben')
  await room.settle()
  for (const id of ['late', 'login']) addNote(anna.doc, id, id)
  await room.settle()
})

/** Both are under way before either is answered. */
async function atOnce(...orders: readonly [TestPeer, Command][]) {
  const running = orders.map(([{ participant }, command]) => {
    const actor = room.test.room.workshop.participant(participant.id)
    if (!actor) throw new Error('nobody')
    return room.test.commands.run(actor, command, String)
  })
  await room.settle()
  const results = await Promise.all(running)
  return results.map(({ result }) => (result.ok ? 'ok' : result.code))
}

const open = async (terms: object = {}): Promise<string> =>
  (await room.do(maya, { type: 'round.open', question: 'Which?', kind: 'note', ...terms })).roundId ?? ''
const resultOf = (roundId: string) => room.resultOf(roundId)

describe('[VO18] two facilitators', () => {
  it('move on together: one phase, not two', async () => {
    await room.do(maya, { type: 'agenda.set', phases: hour() })
    const next = { type: 'phase.next', from: null } as const
    expect(await atOnce([maya, next], [otto, next])).toEqual(['ok', 'moved'])
    expect(room.state.agenda.currentIndex).toBe(0)
  })

  it('open, or end, a vote together: one does', async () => {
    const order = { type: 'round.open', question: 'Which?', kind: 'note' } as const
    expect(await atOnce([maya, order], [otto, order])).toEqual(['ok', 'roundOpen'])
    const end = { type: 'round.close', roundId: room.state.rounds[0]?.id ?? '' } as const
    expect(await atOnce([maya, end], [otto, end])).toEqual(['ok', 'roundClosed'])
    expect(room.state.rounds).toHaveLength(1)
  })

  it('one of them is let out, or leads no longer, while an order of theirs waits for the disk', async () => {
    await room.do(maya, { type: 'agenda.set', phases: hour() })
    const { id } = otto.participant
    const next = { type: 'phase.next' } as const
    expect(
      await atOnce([otto, next], [maya, { type: 'participant.promote', participantId: id, role: 'participant' }]),
    ).toEqual(['notAllowed', 'ok'])
    await room.do(maya, { type: 'participant.promote', participantId: id })
    expect(await atOnce([otto, next], [maya, { type: 'participant.remove', participantId: id }])).toEqual([
      'notAllowed',
      'ok',
    ])
    expect(room.state.agenda.currentIndex).toBeNull()
  })

  it('change the agenda while people vote: the phase that is on goes on taking votes', async () => {
    await room.do(maya, { type: 'agenda.set', phases: hour() })
    await room.do(maya, { type: 'phase.goto', phaseId: phaseIdOf('Vote') })
    await open()
    const without = hour().map((phase) => ({ ...phase, rights: { ...phase.rights, vote: false } }))
    expect(await room.does(otto, { type: 'agenda.set', phases: without })).toMatchObject({
      status: 409,
      code: 'roundOpen',
    })
    const others = hour().map((phase) => ({ ...phase, minutes: 3 }))
    expect(await room.does(otto, { type: 'agenda.set', phases: others })).toMatchObject({ ok: true })
  })
})

describe('[VO18] while people vote', () => {
  it('a ballot that was answered counts, one that comes after the end does not', async () => {
    const roundId = await open()
    const before = room.votes(anna, roundId, { late: 1 })
    const [ended] = await atOnce([maya, { type: 'round.close' }])
    expect([before, ended, room.votes(ben, roundId, { late: 1 })]).toEqual([
      expect.objectContaining({ used: 1 }),
      'ok',
      'roundClosed',
    ])
    expect(resultOf(roundId).tally).toMatchObject({ voted: 1, dots: 1 })
    await room.test.crash()
    expect(resultOf(roundId).tally).toMatchObject({ voted: 1, dots: 1 })
  })

  it('a link is revoked: who came with it is out, and so are their ballots; nobody votes again under another name', async () => {
    const { key = '', linkId = '' } = await room.do(maya, { type: 'link.issue', role: 'participant' })
    const { keys } = room.test
    room.test.keys = { ...keys, participant: key }
    const crowd = [1, 2, 3].map((at) => room.person(`Sock ${at}`))
    room.test.keys = keys
    await room.settle()
    const roundId = await open()
    for (const one of crowd) expect(room.votes(one, roundId, { login: 3 })).toMatchObject({ used: 3 })
    room.votes(anna, roundId, { late: 1 })
    await room.do(maya, { type: 'link.revoke', linkId })
    expect(anna.last('activity')?.activity).toMatchObject({ of: 4, round: { voted: 1 } })
    await room.do(maya, { type: 'round.close' })
    expect(resultOf(roundId).tally).toMatchObject({ voted: 1, dots: 1 })
    // Nor do they count as voters of the next one.
    await open()
    expect(room.state.rounds.at(-1)?.eligible).toBe(4)
    const [sock] = crowd
    expect(
      await room.does(maya, { type: 'participant.admit', participantId: sock?.participant.id ?? '' }),
    ).toMatchObject({ status: 404 })
  })

  it('the workshop is closed: nothing more is cast, entered or opened, and the vote can be ended', async () => {
    const roundId = await open()
    room.votes(anna, roundId, { late: 1 })
    const late = room.person('Late')
    await room.do(maya, { type: 'workshop.close' })
    const admission = { type: 'participant.admit', participantId: late.participant.id } as const
    expect(await room.does(maya, admission)).toMatchObject({ code: 'closed' })
    expect(room.votes(ben, roundId, { late: 1 })).toBe('closed')
    expect(await room.does(maya, { type: 'round.proxy', allocation: { late: 1 } })).toMatchObject({ code: 'closed' })
    await room.do(maya, { type: 'round.close' })
    expect(resultOf(roundId).tally.voted).toBe(1)
  })

  it('the board goes back to before the cards were there: the vote goes on and is counted', async () => {
    const { sid } = await takeSnapshot('Before')
    for (const id of ['late', 'login']) room.test.room.edit((doc) => doc.getMap('cards').delete(id))
    const empty = await takeSnapshot('Empty')
    const restore = async (to: number) => {
      const restoring = room.test.snapshots.restore(to, 'Before restoring')
      await room.settle()
      await restoring
    }
    await restore(sid)
    const roundId = await open()
    room.votes(anna, roundId, { late: 2 })
    await restore(empty.sid)
    expect(room.test.room.board.doc.getMap('cards').has('late')).toBe(false)
    expect(room.votes(ben, roundId, { late: 1, login: 1 })).toMatchObject({ used: 2 })
    await room.do(maya, { type: 'round.close' })
    const result = resultOf(roundId)
    expect(result.tally.ranking.map(({ cardId, votes }) => [cardId, votes])).toEqual([
      ['late', 3],
      ['login', 1],
    ])
    expect(result.candidates.map(({ title }) => title)).toEqual(['', ''])
  })
})

async function takeSnapshot(label: string) {
  const taking = room.test.snapshots.take('named', label)
  await room.settle()
  return taking
}

it('[VO18] no more candidates than a ballot can show, and questions of one line', async () => {
  for (let at = 0; at < 1_000; at++) addNote(anna.doc, `n${at}`, 'Note')
  await room.settle()
  const order = { type: 'round.open', question: 'Which?' } as const
  expect(await room.does(maya, { ...order, kind: 'note' })).toMatchObject({ status: 422, code: 'tooManyCandidates' })
  expect(room.state.rounds).toEqual([])
  const roundId = await open({ cardIds: Array.from({ length: 500 }, (_, at) => `n${at}`), kind: undefined })
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`n${at}`, 1]))
  expect(room.votes(ben, roundId, many)).toBe('overBudget')
  expect(room.state.rounds[0]?.dotsPerPerson).toBe(10)
})
