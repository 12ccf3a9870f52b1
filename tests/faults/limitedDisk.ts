// A program for diskFull.test.ts, which lets it write small files only: stores a little, far too much, and a little again
// in the workshop and the folder of its arguments. Prints what the storage said to each.
import { SqliteStorage } from '../../server/storage/SqliteStorage.ts'

const [folder = '', workshopId = ''] = process.argv.slice(2)
const storage = new SqliteStorage(folder)
const said: string[] = []
await storage.create(workshopId, { updates: [], records: [{ key: 'workshop', value: '{}' }] })
for (const length of [10, 1_000_000, 20]) {
  const updates = [{ document: 'board', bytes: new Uint8Array(length) }]
  const answer = storage.append(workshopId, { updates, records: [] })
  said.push(
    await answer.then(
      () => 'stored',
      (error: { code?: string }) => String(error.code),
    ),
  )
}
await storage.stop()
process.stdout.write(JSON.stringify(said))
