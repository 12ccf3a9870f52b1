import { expect, it } from 'vitest'
import { workshopFacts } from '../../../server/workshop/exportOrder.ts'
import { VotingRoom } from '../../support/room/VotingRoom.ts'

const DAY_MS = 86_400_000

it('the day of the meeting is the one of the last vote, before any vote the one on which the workshop was made', async () => {
  const voting = await VotingRoom.create()
  const { room, clock } = voting.room.test
  const { workshop } = room
  const heldOn = () => workshopFacts(workshop, () => null).workshop.heldOn
  const dayOf = (ms: number) => new Intl.DateTimeFormat('sv-SE').format(ms)
  await clock.advance(3 * DAY_MS)
  expect(heldOn()).toBe(dayOf(workshop.info.createdAtMs))
  await voting.open()
  expect(heldOn(), 'a vote that is open is not the end').toBe(dayOf(workshop.info.createdAtMs))
  await voting.close()
  expect(heldOn()).toBe(dayOf(clock.nowMs()))
})
