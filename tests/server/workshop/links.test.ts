// Links: how long they are good, and for whom. Time moved by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import { joinWorkshop } from '../../../server/workshop/joinWorkshop.ts'
import { previewWorkshop } from '../../../server/workshop/previewWorkshop.ts'
import type { Workshop } from '../../../server/workshop/Workshop.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { TestWorkshop } from '../../support/room/TestWorkshop.ts'

const HOUR_MS = 3_600_000
let room: TestWorkshop
let workshop: Workshop
let maxParticipants = 100
let maya: TestPeer

beforeEach(async () => {
  room = await TestWorkshop.create()
  workshop = room.test.room.workshop
  maxParticipants = 100
  maya = room.person('Maya', 'facilitator')
  await room.settle()
})

const issue = async (terms: object) => {
  const { key = '', linkId = '' } = await room.do(maya, { type: 'link.issue', role: 'participant', ...terms })
  return { key, linkId }
}
const joins = (key: string, name: string, earlierToken: string | null = null) =>
  joinWorkshop(workshop, { key, name, department: '', earlierToken }, room.test.clock.nowMs(), maxParticipants)
const shows = (key: string) => previewWorkshop(room.test.room, key, room.test.clock.nowMs())

describe('[HT16] a link with an end', () => {
  it('lets in until then; who is in stays in', async () => {
    const { key } = await issue({ expiresInHours: 2 })
    await room.test.clock.advance(2 * HOUR_MS - 10_000)
    const ben = joins(key, 'Ben')
    expect(ben).toMatchObject({ ok: true })
    expect(shows(key)).not.toBeNull()
    await room.test.clock.advance(10_000)
    expect(joins(key, 'Late')).toEqual({ ok: false, code: 'linkInvalid' })
    expect(shows(key)).toBeNull()
    expect(ben.ok && workshop.participantByToken(ben.token)?.name).toBe('Ben')
  })
})

describe('[HT16] a link for one person', () => {
  it('is theirs from the first join on, for joining and for looking', async () => {
    const { key } = await issue({ oneUse: true, label: 'Ben' })
    expect(shows(key)).toMatchObject({ isPersonal: true })
    expect(shows(room.test.keys.participant)).toMatchObject({ isPersonal: false })
    const ben = joins(key, 'Ben')
    if (!ben.ok) throw new Error(ben.code)
    expect(joins(key, 'Eve')).toEqual({ ok: false, code: 'linkInvalid' })
    expect(shows(key)).toBeNull()
    // Their own browser comes back with it, as the same person.
    expect(joins(key, '', ben.token)).toMatchObject({ ok: true, participant: { id: ben.participant.id } })
    expect(joins(key, 'Maya', 'a token of nobody')).toEqual({ ok: false, code: 'linkInvalid' })
  })

  it('is not good again for somebody who was removed, nor after a restart for anybody else', async () => {
    const { key } = await issue({ oneUse: true })
    const ben = joins(key, 'Ben')
    if (!ben.ok) throw new Error(ben.code)
    await room.do(maya, { type: 'participant.remove', participantId: ben.participant.id })
    expect(joins(key, 'Ben', ben.token)).toEqual({ ok: false, code: 'linkInvalid' })
    await room.settle()
    await room.test.crash()
    workshop = room.test.room.workshop
    expect(joins(key, 'Ben')).toEqual({ ok: false, code: 'linkInvalid' })
    expect(workshop.listLinks().find(({ oneUse }) => oneUse)).toMatchObject({ participants: 0 })
  })

  it('cannot be used twice in one moment', async () => {
    const { key } = await issue({ oneUse: true })
    const both = [joins(key, 'Ben'), joins(key, 'Eve')]
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
  })
})

it('[LI5] a workshop has an end to its people; who is in comes back, facilitators come in, revoking makes room', async () => {
  maxParticipants = 3
  const { key, linkId } = await issue({})
  const crowd = ['One', 'Two', 'Three'].map((name) => joins(key, name))
  expect(crowd.map((joined) => (joined.ok ? 'in' : joined.code))).toEqual(['in', 'in', 'full'])
  const [one] = crowd
  expect(joins(key, 'One', one?.ok ? one.token : null)).toMatchObject({ ok: true })
  expect(joins(room.test.keys.participant, 'Honest')).toEqual({ ok: false, code: 'full' })
  expect(joins(room.test.keys.facilitator, 'Otto')).toMatchObject({ ok: true })
  await room.do(maya, { type: 'link.revoke', linkId })
  expect(joins(room.test.keys.participant, 'Honest')).toMatchObject({ ok: true })
})

it('[HT16] a facilitator who lost the laptop leads on from another with the facilitators’ link', async () => {
  const anna = room.person('Anna')
  await room.settle()
  const { phases } = room.state.agenda
  await room.do(maya, { type: 'lock.set', locked: true })
  maya.disconnect()
  const again = room.person('Maya', 'facilitator')
  await room.settle()
  expect(again.participant.id).not.toBe(maya.participant.id)
  expect(room.state).toMatchObject({ structureLocked: true, agenda: { phases } })
  await room.do(again, { type: 'lock.set', locked: false })
  // The old laptop, found again or stolen, is let out; the workshop has its facilitator.
  await room.do(again, { type: 'participant.remove', participantId: maya.participant.id })
  expect(anna.last('workshop')?.workshop.structureLocked).toBe(false)
  expect(workshop.isWelcome(maya.participant.id)).toBe(false)
})
