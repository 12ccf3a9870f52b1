// One recap for all who ask, and a new one as soon as there is something new to show. The files here are ready when the
// test says so.
import { describe, expect, it } from 'vitest'
import { ExportQueue } from '../../../server/export/ExportQueue.ts'
import type { ExportedFile } from '../../../server/export/ExportOrder.ts'
import type { OpenRoom } from '../../../server/rooms/RoomRegistry.ts'
import { Recaps } from '../../../server/workshop/Recaps.ts'
import { addNote, TestRoom } from '../../support/room/TestRoom.ts'

async function start() {
  const test = await TestRoom.create()
  const ends: ((fails?: Error) => void)[] = []
  const make = () =>
    new Promise<ExportedFile>((resolve, reject) => {
      const made = ends.length + 1
      const file = { name: `recap ${made}`, content: new Uint8Array(), extension: 'json', contentType: '' }
      ends.push((error) => (error ? reject(error) : resolve(file)))
    })
  const open = { room: test.room, commands: test.commands } as OpenRoom
  const { storage, clock } = test
  const registry = { open: () => Promise.resolve({ ok: true as const, room: open }) }
  const recaps = new Recaps({ exports: new ExportQueue(make), registry, storage, clock })
  const ask = () => recaps.of(open).then(({ name }) => name)
  const end = async (at: number, error?: Error) => {
    ends[at]?.(error)
    await settled()
  }
  return { test, ask, end, made: () => ends.length }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('[HT14] a recap', () => {
  it('is made once for sixty who ask while it is made, and for who asks hours later', async () => {
    const { test, ask, end, made } = await start()
    const early = Array.from({ length: 30 }, ask)
    await settled()
    // However long it takes.
    await test.clock.advance(60_000)
    const late = Array.from({ length: 30 }, ask)
    await settled()
    expect(made()).toBe(1)
    await end(0)
    await test.clock.advance(3 * 3_600_000)
    const names = new Set(await Promise.all([...early, ...late, ask()]))
    expect([...names]).toEqual(['recap 1'])
    expect(made()).toBe(1)
  })

  it('shows what was there when it was asked for: after a change while one is made, all who ask get the next', async () => {
    const { test, ask, end, made } = await start()
    const before = ask()
    await settled()
    test.room.edit((doc) => addNote(doc, 'meanwhile'))
    const after = Array.from({ length: 60 }, ask)
    await settled()
    expect(made()).toBe(2)
    await end(1)
    await end(0)
    expect(await before).toBe('recap 1')
    expect(new Set(await Promise.all(after))).toEqual(new Set(['recap 2']))
    expect(await ask()).toBe('recap 2')
    expect(made()).toBe(2)
  })

  it.each([
    ['a card', (test: TestRoom) => test.room.edit((doc) => addNote(doc, 'new'))],
    ['the title', (test: TestRoom) => test.room.workshop.change({ title: 'Other' })],
    ['somebody more', (test: TestRoom) => void test.person('participant', 'Ruth')],
  ])('is made again after a change: %s', async (_what, change) => {
    const { test, ask, end, made } = await start()
    const first = ask()
    await settled()
    await end(0)
    expect(await first).toBe('recap 1')
    change(test)
    const second = ask()
    await settled()
    await end(1)
    expect(await second).toBe('recap 2')
    expect(made()).toBe(2)
  })

  it('that could not be made is tried again by the next who asks', async () => {
    const { ask, end } = await start()
    const first = Promise.allSettled([ask(), ask()])
    await settled()
    await end(0, new Error('no thread'))
    expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const second = ask()
    await settled()
    await end(1)
    expect(await second).toBe('recap 2')
  })
})
