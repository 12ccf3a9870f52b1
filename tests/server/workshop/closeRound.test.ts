// The end of rounds in a room with people, time moved by hand: when it comes, what survives a crash, what is forgotten.
import { beforeEach, describe, expect, it } from 'vitest'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import type { TestWorkshop } from '../../support/room/TestWorkshop.ts'
import { VotingRoom } from '../../support/room/VotingRoom.ts'

let voting: VotingRoom
let room: TestWorkshop
let maya: TestPeer
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  voting = await VotingRoom.create()
  ;({ room, maya, anna, ben } = voting)
})

const stored = async (): Promise<string> => {
  const loaded = await room.test.storage.load(room.test.id)
  return loaded.ok ? JSON.stringify([...loaded.workshop.records]) : ''
}

describe('the end', () => {
  it('[VO5] comes by time on the server’s clock, for late requests too', async () => {
    const roundId = await voting.open({ minutes: 2 })
    room.votes(anna, roundId, { late: 1 })
    await room.test.clock.advance(110_000)
    expect(room.votes(ben, roundId, { late: 1 })).toMatchObject({ used: 1 })
    // The time decides, also when the round is ended a moment late.
    room.test.clock.spend(10_000)
    expect(room.state.rounds[0]?.state).toBe('open')
    expect(room.votes(ben, roundId, { login: 1 })).toBe('roundClosed')
    await room.settle()
    expect(room.state.rounds[0]?.state).toBe('closed')
    expect(room.resultOf(roundId).tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2 })
  })

  it('[VO5] whose time passed while the server was down ends at the start', async () => {
    const roundId = await voting.open({ minutes: 1 })
    room.votes(anna, roundId, { late: 1 })
    await room.settle()
    room.test.clock.jumpWall(10 * 60_000)
    await room.test.crash()
    await room.settle()
    expect(room.state.rounds[0]).toMatchObject({ state: 'closed' })
    expect(room.resultOf(roundId).tally.voted).toBe(1)
  })

  it('[VO6] open rounds, ballots and receipts survive a crash', async () => {
    const roundId = await voting.open()
    const before = room.votes(anna, roundId, { late: 2, bens: 1 })
    const { receipt } = room.votes(ben, roundId, { login: 1 }) as { receipt: string }
    await room.settle()
    await room.test.crash()
    expect(room.test.room.workshop.rounds.ballotOf(roundId, ben.participant.id)).toMatchObject({
      allocation: { login: 1 },
      receipt,
    })
    expect(room.votes(anna, roundId, { late: 2, bens: 1 })).toEqual(before)
    const actor = room.test.room.workshop.participant(maya.participant.id)
    if (!actor) throw new Error('Maya is gone')
    const { result } = await room.test.commands.run(actor, { type: 'round.close' }, String)
    expect(result.ok).toBe(true)
    expect(room.resultOf(roundId).tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2, voters: 1 })
    expect(room.resultOf(roundId).tally.voted).toBe(2)
  })

  it('[VO7] of a secret round: nothing on disk or in memory links a voter to a ballot', async () => {
    const roundId = await voting.open()
    const { receipt } = room.votes(anna, roundId, { late: 3 }) as { receipt: string }
    room.votes(ben, roundId, { login: 2 })
    await room.settle()
    expect(await stored()).toContain(`ballot.${roundId}.${anna.participant.id}`)
    const { ballots } = await voting.close()
    await room.settle()
    const records = await stored()
    expect(records).not.toContain(`ballot.${roundId}`)
    const about = (JSON.parse(records) as [string, string][]).filter(([key]) => key.includes(roundId))
    expect(new Set(about.map(([key]) => key.split('.')[0]))).toEqual(new Set(['result', 'round']))
    expect(JSON.stringify(about)).not.toContain(anna.participant.id)
    expect(JSON.stringify(about)).not.toContain(ben.participant.id)
    // With the key receipts could be made again, and so led back.
    expect(room.test.room.workshop.rounds.find(roundId)).toMatchObject({ receiptKey: '', eligible: {} })
    expect(records).toContain('\\"receiptKey\\":\\"\\"')
    expect(room.test.room.workshop.rounds.ballotOf(roundId, anna.participant.id)).toBeNull()
    expect(ballots.find((ballot) => ballot.receipt === receipt)).toMatchObject({
      allocation: { late: 3 },
      voterId: null,
      voterName: null,
    })
  })

  it('[VO7] the list is in another order than people voted in', async () => {
    const people = Array.from({ length: 12 }, (_, at) => room.person(`Voter ${at}`))
    await room.settle()
    const roundId = await voting.open()
    const cast = people.map((person) => (room.votes(person, roundId, { late: 1 }) as { receipt: string }).receipt)
    const listed = (await voting.close()).ballots.map(({ receipt }) => receipt)
    expect(listed.toSorted()).toEqual(cast.toSorted())
    // By chance the same once in 479 million runs.
    expect(listed).not.toEqual(cast)
  })

  it('of a named round: says who voted how, after the end', async () => {
    const roundId = await voting.open({ secret: false })
    room.votes(anna, roundId, { late: 3 })
    const { ballots } = await voting.close()
    expect(ballots).toMatchObject([{ voterId: anna.participant.id, voterName: 'Anna', allocation: { late: 3 } }])
  })

  it('the ballot of somebody who was removed does not count', async () => {
    const roundId = await voting.open()
    room.votes(ben, roundId, { late: 3 })
    room.votes(anna, roundId, { login: 1 })
    await room.do(maya, { type: 'participant.remove', participantId: ben.participant.id })
    expect((await voting.close()).tally).toMatchObject({ voted: 1, dots: 1 })
  })

  it('all rounds are kept; a run-off names the one it decides', async () => {
    const first = await voting.open()
    room.votes(anna, first, { late: 1, login: 1 })
    const { tally } = await voting.close()
    const [tie] = tally.ties
    expect(tie?.cardIds).toEqual(['late', 'login'])
    const second = await voting.open({ cardIds: tie?.cardIds, runOffOf: first, question: 'Run-off' })
    room.votes(ben, second, { login: 1 })
    await voting.close()
    await room.settle()
    await room.test.crash()
    expect(room.state.rounds.map(({ number, state, runOffOf }) => ({ number, state, runOffOf }))).toEqual([
      { number: 1, state: 'closed', runOffOf: null },
      { number: 2, state: 'closed', runOffOf: first },
    ])
    expect(room.resultOf(first).tally.ties).toEqual(tally.ties)
    expect(room.resultOf(second).tally.ranking[0]?.cardId).toBe('login')
  })
})
