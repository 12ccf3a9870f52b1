// Whose ballot was whose leaves the disk, also when another program reads the workshop's file while a round ends.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkshopFiles } from '../../../server/storage/WorkshopFiles.ts'
import { DirectStorage } from '../../support/DirectStorage.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestWorkshop } from '../../support/room/TestWorkshop.ts'

let folder: string
let reader: DatabaseSync | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyboard-log-'))
})
afterEach(() => {
  reader?.close()
  reader = null
  rmSync(folder, { recursive: true, force: true })
})

/** All bytes on the disk. */
const onDisk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('')

/** Somebody who looks at the file and keeps what they see. */
function startReading(id: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, `${id}.sqlite`), { readOnly: true })
  database.exec('BEGIN')
  database.prepare('SELECT count(*) FROM records').get()
  return database
}

describe('[VO17] the file', () => {
  it('says that the log could not be cut while somebody reads, at once, and cuts it afterwards', () => {
    const files = new WorkshopFiles(folder)
    const id = 'workshop0123'
    const secret = 'whose ballot it was'
    files.create(id, { updates: [], records: [{ key: 'ballot', value: secret }] })
    files.append(id, { updates: [], records: [{ key: 'ballot', value: `${secret} again` }] })
    reader = startReading(id)
    files.append(id, { updates: [], records: [{ key: 'ballot', value: null }] })
    expect(() => files.cutLog(id)).toThrow('Another program is reading this workshop.')
    expect(onDisk()).toContain(secret)
    // Writing goes on meanwhile.
    files.append(id, { updates: [], records: [{ key: 'other', value: 'x' }] })
    reader.exec('COMMIT')
    files.cutLog(id)
    expect(onDisk()).not.toContain(secret)
    files.releaseAll()
  })
})

describe('[VO17] a room', () => {
  async function vote() {
    const room = await TestWorkshop.create({ storage: new DirectStorage(folder) })
    const [maya, anna] = [room.person('Maya', 'facilitator'), room.person('Anna', 'participant')]
    await room.settle()
    addNote(anna.doc, 'late', 'late')
    await room.settle()
    const { roundId = '' } = await room.do(maya, { type: 'round.open', question: 'Q', kind: 'note' })
    room.votes(anna, roundId, { late: 2 })
    await room.settle()
    const voter = `ballot.${roundId}.${anna.participant.id}`
    expect(onDisk()).toContain(voter)
    return { room, maya, voter }
  }

  it('ends a round without waiting for a reader, and cuts the log when the reader has gone', async () => {
    const { room, maya, voter } = await vote()
    reader = startReading(room.test.id)
    expect(await room.does(maya, { type: 'round.close' })).toMatchObject({ ok: true })
    expect(onDisk()).toContain(voter)
    await room.test.clock.advance(60_000)
    expect(onDisk()).toContain(voter)
    reader.exec('COMMIT')
    await room.test.clock.advance(60_000)
    expect(onDisk()).not.toContain(voter)
  })

  it('cuts the log of a server that ended before it could', async () => {
    const { room, maya, voter } = await vote()
    reader = startReading(room.test.id)
    await room.do(maya, { type: 'round.close' })
    await room.test.crash()
    expect(onDisk()).toContain(voter)
    reader.exec('COMMIT')
    await room.test.clock.advance(60_000)
    expect(onDisk()).not.toContain(voter)
  })
})
