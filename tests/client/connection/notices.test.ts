// What the server tells in passing, as the screen has it.
import { expect, it } from 'vitest'
import { RoomState } from '../../../client/connection/RoomState.ts'
import { newWorkshopState, PROTOCOL_VERSION, type ServerMessage } from '../../../shared/protocol/messages.ts'

const joined = { workshopId: 'w', participantId: 'anna', role: 'facilitator', token: 't', title: 'T' } as const
const welcome: ServerMessage = {
  type: 'welcome',
  protocol: PROTOCOL_VERSION,
  participantId: 'anna',
  role: 'facilitator',
  epoch: 'e',
  nowMs: 0,
  workshop: newWorkshopState('T'),
  roster: [],
}

it('keeps what is nearly full until the server says otherwise, or is greeted anew', () => {
  const room = new RoomState(joined)
  room.apply(welcome, 0)
  room.apply({ type: 'filling', filling: [{ quota: 'pictures', percent: 85 }] }, 0)
  expect(room.filling.get()).toEqual([{ quota: 'pictures', percent: 85 }])
  room.apply({ type: 'filling', filling: [] }, 0)
  expect(room.filling.get()).toEqual([])
  room.apply({ type: 'filling', filling: [{ quota: 'file', percent: 80 }] }, 0)
  room.apply(welcome, 0)
  expect(room.filling.get()).toEqual([])
})

it('an event is another one each time, also if it says the same', () => {
  const room = new RoomState(joined)
  const event = () => ({ kind: 'restored' as const, by: 'ben', takenAtMs: 1, label: '' })
  room.apply({ type: 'event', event: event() }, 0)
  const first = room.lastEvent.get()
  room.apply({ type: 'event', event: event() }, 0)
  expect(room.lastEvent.get()).toEqual(first)
  expect(room.lastEvent.get()).not.toBe(first)
})
