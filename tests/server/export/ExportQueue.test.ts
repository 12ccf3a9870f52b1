// Whose file is made next: the files here are ready when the test says so.
import { describe, expect, it } from 'vitest'
import {
  ExportQueue,
  MAX_UNREAD_BYTES,
  MAX_WAITING,
  MAX_WAITING_PER_PERSON,
  MAX_WAITING_PER_WORKSHOP,
} from '../../../server/export/ExportQueue.ts'
import { type ExportedFile, ExportError, type ExportOrder } from '../../../server/export/ExportOrder.ts'

const orderOf = (title: string): ExportOrder => ({
  board: [],
  workshop: { title, departments: [], participants: [] },
  nowMs: 0,
  job: { kind: 'recap' },
})

class Bench {
  /** Titles of the files under way, in the order they were begun. */
  readonly begun: string[] = []
  readonly given: string[] = []
  private readonly ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()
  readonly queue = new ExportQueue(({ workshop: { title } }, signal) => {
    this.begun.push(title)
    return new Promise((resolve, reject) => {
      const give = (error: Error) => {
        this.given.push(title)
        reject(error)
      }
      signal?.addEventListener('abort', () => give(new ExportError('gone', title)))
      this.ends.set(title, { resolve: () => resolve(fileOf(title)), reject: give })
    })
  })

  ask(workshopId: string, title: string, participantId: string | null = 'maya', signal?: AbortSignal) {
    const wish = { workshopId, participantId, subject: title, ...(signal ? { signal } : {}) }
    const file = this.queue.run(wish, () => Promise.resolve(orderOf(title)))
    const seen = file.then(
      ({ name }) => name,
      (error: unknown) => (error instanceof ExportError ? error.code : String(error)),
    )
    return { file, seen }
  }

  async end(title: string): Promise<void> {
    this.ends.get(title)?.resolve()
    await settled()
  }

  async fail(title: string, error: Error): Promise<void> {
    this.ends.get(title)?.reject(error)
    await settled()
  }
}

const fileOf = (name: string, bytes = 1): ExportedFile => ({
  name,
  content: new Uint8Array(bytes),
  extension: 'x',
  contentType: 'x/x',
})
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('[HT15] turns', () => {
  it('two are made at once, and workshops take turns however much one of them asks for', async () => {
    const bench = new Bench()
    for (const title of ['a1', 'a2', 'a3', 'a4']) void bench.ask('a', title)
    void bench.ask('b', 'b1')
    await settled()
    expect(bench.begun).toEqual(['a1', 'a2'])
    await bench.end('a1')
    await bench.end('a2')
    await bench.end('a3')
    expect(bench.begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4'])
  })

  it('what waits is asked for the board when its turn comes, not before', async () => {
    const bench = new Bench()
    void bench.ask('a', 'a1')
    void bench.ask('a', 'a2')
    let asked = 0
    const wish = { workshopId: 'a', participantId: 'maya', subject: 'a3' }
    const waiting = bench.queue.run(wish, () => Promise.resolve(orderOf(`asked ${++asked}`)))
    await settled()
    expect(asked).toBe(0)
    await bench.end('a1')
    expect(asked).toBe(1)
    await bench.end('asked 1')
    expect((await waiting).name).toBe('asked 1')
  })

  it('a file that fails, or whose board cannot be read, is told and leaves its place', async () => {
    const bench = new Bench()
    const first = bench.ask('a', 'a1')
    const wish = { workshopId: 'a', participantId: 'maya', subject: 'a2' }
    const second = bench.queue.run(wish, () => Promise.reject(new Error('no room')))
    const third = bench.ask('a', 'a3')
    await expect(second).rejects.toThrow('no room')
    await bench.fail('a1', new ExportError('failed', 'no'))
    expect(await first.seen).toBe('failed')
    await bench.end('a3')
    expect(await third.seen).toBe('a3')
  })
})

describe('[HT15] the same file', () => {
  it('is made once for all who wait for it, and again for those who ask after its board was read', async () => {
    const bench = new Bench()
    const before = bench.ask('a', 'pdf', 'anna')
    const atOnce = bench.ask('a', 'pdf', 'ben')
    await settled()
    const later = bench.ask('a', 'pdf', 'carla')
    await settled()
    expect(bench.begun).toEqual(['pdf', 'pdf'])
    const first = Promise.race([before.seen, atOnce.seen, settled().then(() => 'waits')])
    expect(await first).toBe('waits')
    // The bench knows one end for each title: of the one begun last.
    await bench.end('pdf')
    expect(await later.seen).toBe('pdf')
  })

  it('of another workshop is another one', async () => {
    const bench = new Bench()
    void bench.ask('a', 'pdf')
    void bench.ask('b', 'pdf')
    await settled()
    expect(bench.begun).toHaveLength(2)
  })
})

describe('[HT15] limits', () => {
  it('somebody who asks for ever more is told to wait; others of the workshop are not', async () => {
    const bench = new Bench()
    const all = Array.from({ length: MAX_WAITING_PER_PERSON }, (_, at) => bench.ask('a', `a${at}`))
    expect(await bench.ask('a', 'one more').seen).toBe('busy')
    const other = bench.ask('a', 'other', 'ben')
    expect(await Promise.race([other.seen, settled().then(() => 'waits')])).toBe('waits')
    await bench.end('a0')
    expect(await all[0]?.seen).toBe('a0')
    expect(await Promise.race([bench.ask('a', 'again').seen, settled().then(() => 'waits')])).toBe('waits')
  })

  it('a workshop that asks for too much is told to wait, others and the recap are not', async () => {
    const bench = new Bench()
    for (let at = 0; at < MAX_WAITING_PER_WORKSHOP + 2; at++) {
      void bench.ask('a', `a${at}`, `person ${at}`)
      await settled()
    }
    expect(await bench.ask('a', 'one more').seen).toBe('busy')
    for (const asked of [bench.ask('b', 'b1'), bench.ask('a', 'recap', null)])
      expect(await Promise.race([asked.seen, settled().then(() => 'waits')])).toBe('waits')
  })

  it('however many workshops ask, so many files wait and no more; the recap always may', async () => {
    const bench = new Bench()
    for (let at = 0; at < MAX_WAITING + 2; at++) {
      void bench.ask(`workshop ${at}`, `w${at}`, `person ${at}`)
      await settled()
    }
    expect(await bench.ask('one more', 'm1').seen).toBe('busy')
    const recap = bench.ask('one more', 'recap', null)
    expect(await Promise.race([recap.seen, settled().then(() => 'waits')])).toBe('waits')
  })

  it('while files of a workshop lie unread in memory its next one waits, those of others do not', async () => {
    const bench = new Bench()
    const release = bench.queue.hold('a', fileOf('large', MAX_UNREAD_BYTES + 1))
    void bench.ask('a', 'a1')
    void bench.ask('b', 'b1')
    await settled()
    expect(bench.begun).toEqual(['b1'])
    release()
    await settled()
    expect(bench.begun).toEqual(['b1', 'a1'])
  })

  it('one file that many read lies in memory once', async () => {
    const bench = new Bench()
    const file = fileOf('half', MAX_UNREAD_BYTES / 2 + 1)
    const releases = [bench.queue.hold('a', file), bench.queue.hold('a', file)]
    void bench.ask('a', 'a1')
    await settled()
    expect(bench.begun).toEqual(['a1'])
    const other = bench.queue.hold('a', fileOf('other half', MAX_UNREAD_BYTES / 2))
    void bench.ask('a', 'a2')
    releases[0]?.()
    await settled()
    expect(bench.begun).toEqual(['a1'])
    releases[1]?.()
    other()
    await settled()
    expect(bench.begun).toEqual(['a1', 'a2'])
  })
})

describe('[HT15] who goes away', () => {
  it('while waiting: nothing is made for them', async () => {
    const bench = new Bench()
    void bench.ask('a', 'a1')
    void bench.ask('a', 'a2')
    const leaving = new AbortController()
    const left = bench.ask('a', 'a3', 'ben', leaving.signal)
    void bench.ask('a', 'a4')
    await settled()
    leaving.abort()
    expect(await left.seen).toBe('gone')
    await bench.end('a1')
    expect(bench.begun).toEqual(['a1', 'a2', 'a4'])
  })

  it('while it is made: it is given up, unless somebody else waits for it too', async () => {
    const bench = new Bench()
    const [anna, ben] = [new AbortController(), new AbortController()]
    const both = [bench.ask('a', 'a1', 'anna', anna.signal), bench.ask('a', 'a1', 'ben', ben.signal)]
    await settled()
    anna.abort()
    await settled()
    expect(bench.given).toEqual([])
    ben.abort()
    expect(await Promise.all(both.map(({ seen }) => seen))).toEqual(['gone', 'gone'])
    expect(bench.given).toEqual(['a1'])
    void bench.ask('a', 'a2')
    void bench.ask('a', 'a3')
    await settled()
    expect(bench.begun).toEqual(['a1', 'a2', 'a3'])
  })

  it('before asking: they are not even counted', async () => {
    const bench = new Bench()
    expect(await bench.ask('a', 'a1', 'ben', AbortSignal.abort()).seen).toBe('gone')
    expect(bench.begun).toEqual([])
  })

  it('with the server: everybody is told, and nothing begins any more', async () => {
    const bench = new Bench()
    const all = ['a1', 'a2', 'a3', 'a4'].map((title) => bench.ask('a', title))
    await settled()
    bench.queue.stop()
    expect(await Promise.all(all.map(({ seen }) => seen))).toEqual(['gone', 'gone', 'gone', 'gone'])
    expect(await bench.ask('a', 'a5').seen).toBe('gone')
    expect(bench.begun).toEqual(['a1', 'a2'])
    expect(bench.given).toEqual(['a1', 'a2'])
  })
})
