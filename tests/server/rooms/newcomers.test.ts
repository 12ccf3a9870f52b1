// A hundred people who come in at once: what is the same for all of them is made once.
import { expect, it, vi } from 'vitest'
import { TestRoom } from '../../support/room/TestRoom.ts'

const NOTES = 500

it('[CO4] newcomers share where revealed notes come from, and are told the counts of the moment', async () => {
  const test = await TestRoom.create()
  const maya = test.person('facilitator', 'Maya').connect()
  const anna = test.person('participant', 'Anna').connect()
  await test.settle()
  const { reveals } = test.room.workshop
  const note = (at: number) => ({
    author: anna.participant.id,
    draftId: `draft${at}`,
    named: true,
    late: false,
    changeId: 'reveal',
  })
  for (let at = 0; at < NOTES; at++) reveals.put(`card${at}`, note(at))
  await test.settle()

  const origins = vi.spyOn(reveals, 'origins')
  const newcomers = Array.from({ length: 100 }, (_, at) => test.person('participant', `P${at}`).connect())
  await test.settle()
  expect(origins.mock.calls.length).toBeLessThanOrEqual(2)
  for (const peer of newcomers) {
    expect(Object.keys(peer.last('origins')?.origins ?? {})).toHaveLength(NOTES)
    expect(peer.last('activity')?.activity).toMatchObject({ done: 0, of: 101 })
  }

  // Who comes after a change hears of it.
  reveals.put('later', note(NOTES))
  const late = test.person('participant', 'Late').connect()
  await test.settle()
  expect(late.last('origins')?.origins['later']).toEqual({ by: anna.participant.id, late: false })
  expect(maya.last('activity')?.activity).toMatchObject({ of: 102 })
})
