// What people are told in passing: the whole board changed by one of them, a quota that is nearly used up.
import { expect, it } from 'vitest'
import { addNote, TestRoom } from '../../support/room/TestRoom.ts'

/** Until it is looked at again. */
const aMinute = (test: TestRoom) => test.clock.advance(60_000)

it('[SN5] who is there hears once who went back to which board; newcomers do not', async () => {
  const test = await TestRoom.create()
  const [anna, ben, stock] = [
    test.person('facilitator', 'Anna').connect(),
    test.person('participant', 'Ben').connect(),
    test.person('participant', 'Stock').connect('stock'),
  ]
  await test.settle()
  const event = { kind: 'restored', by: anna.participant.id, takenAtMs: 5, label: 'Start' } as const
  test.room.workshop.notices.tell(event)
  test.room.announce()
  await test.settle()
  const chris = test.person('participant', 'Chris').connect()
  addNote(ben.doc, 'later')
  await test.settle()
  for (const peer of [anna, ben])
    expect(peer.heard.filter(({ type }) => type === 'event')).toEqual([{ type: 'event', event }])
  expect([stock.heard, chris.last('event')]).toEqual([[], undefined])
})

it('[LI4] from 80 % of a quota on facilitators hear of it, once for each step, and when it is over', async () => {
  const test = await TestRoom.create({ limits: { maxRecordsPerRoom: 100, maxAssetBytesPerRoom: 1_000 } })
  const [anna, ben] = [test.person('facilitator', 'Anna').connect(), test.person('participant', 'Ben').connect()]
  await test.settle()
  const there = test.room.board.sizes(1).records
  const put = (from: number, to: number) => {
    for (let at = from; at < to; at++) addNote(ben.doc, `note${at}`)
  }
  const filling = (peer: typeof anna) => peer.heard.filter(({ type }) => type === 'filling')
  put(there, 79)
  await aMinute(test)
  await test.settle()
  expect(filling(anna)).toEqual([])

  put(79, 83)
  await aMinute(test)
  await aMinute(test)
  await test.settle()
  expect(filling(anna)).toEqual([{ type: 'filling', filling: [{ quota: 'records', percent: 80 }] }])
  put(83, 86)
  await test.storage.saveAsset(test.id, 'a'.repeat(64), { type: 'image/png', bytes: new Uint8Array(950) })
  await aMinute(test)
  await test.settle()
  const both = [
    { quota: 'records', percent: 85 },
    { quota: 'pictures', percent: 95 },
  ]
  expect(anna.last('filling')?.filling).toEqual(both)
  // Who comes later hears it behind the welcome; nobody but facilitators does.
  const chris = test.person('facilitator', 'Chris').connect()
  const dora = test.person('viewer', 'Dora').connect()
  await test.settle()
  expect(chris.last('filling')?.filling).toEqual(both)
  expect([...filling(ben), ...filling(dora)]).toEqual([])

  for (let at = there; at < 86; at++) ben.doc.getMap('cards').delete(`note${at}`)
  await aMinute(test)
  await test.settle()
  expect(anna.last('filling')?.filling).toEqual([{ quota: 'pictures', percent: 95 }])
})

it('[LI4] what the server puts in counts too, for the notice and for the limit', async () => {
  const test = await TestRoom.create({ limits: { maxRecordsPerRoom: 100 } })
  const anna = test.person('facilitator', 'Anna').connect()
  test.room.edit((doc) => {
    for (let at = 0; at < 99; at++) addNote(doc, `note${at}`)
  })
  await aMinute(test)
  await test.settle()
  expect(anna.last('filling')?.filling).toMatchObject([{ quota: 'records' }])
  for (let at = 0; at < 3; at++) addNote(anna.doc, `more${at}`)
  await test.settle()
  expect(test.refusals).toContain('tooLarge')
})

it('[LI4] the file of a workshop and the size of its board have their ends too', async () => {
  const limits = { maxFileBytesPerRoom: 10_000, maxRoomBytes: 20_000 }
  const test = await TestRoom.create({ limits })
  const anna = test.person('facilitator', 'Anna').connect()
  test.storage.sizes = () => Promise.resolve({ fileBytes: 9_000, assetBytes: 0 })
  for (let at = 0; at < 9; at++) addNote(anna.doc, `note${at}`, 'x'.repeat(1_900))
  await aMinute(test)
  await test.settle()
  expect(anna.last('filling')?.filling).toMatchObject([{ quota: 'board' }, { quota: 'file', percent: 90 }])
})

it('[LI4] looking fails where the disk does: nothing is said, and it is looked at again', async () => {
  const test = await TestRoom.create({ limits: { maxAssetBytesPerRoom: 1_000 } })
  const anna = test.person('facilitator', 'Anna').connect()
  await test.storage.saveAsset(test.id, 'b'.repeat(64), { type: 'image/png', bytes: new Uint8Array(900) })
  const sizes = test.storage.sizes.bind(test.storage)
  test.storage.sizes = () => Promise.reject(new Error('no disk'))
  await aMinute(test)
  await test.settle()
  expect(anna.last('filling')).toBeUndefined()
  test.storage.sizes = sizes
  await aMinute(test)
  await test.settle()
  expect(anna.last('filling')?.filling).toEqual([{ quota: 'pictures', percent: 90 }])
})
