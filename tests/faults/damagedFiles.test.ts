// Workshop files cut and flipped at many places: every start serves a true prefix and says so, or refuses. Nothing is
// ever served empty, and the file as it was found is kept.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBoard } from '../../server/rooms/loadBoard.ts'
import { WorkshopFiles } from '../../server/storage/WorkshopFiles.ts'
import { Random } from '../support/Random.ts'

const ID = 'workshop00000001'
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-damage-'))
const pristine = join(folder, 'pristine')
const path = join(folder, `${ID}.sqlite`)
/** The board after every update, as text, by number of updates. */
const history: string[] = []
/** What the last start showed, and what it said was wrong. */
let served = ''
let reported: readonly string[] = []

beforeAll(() => {
  const files = new WorkshopFiles(folder)
  const doc = new Y.Doc()
  // Drawn by chance it moves everything in the file, and a cut that hurts one file spares the next.
  doc.clientID = 1
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getMap('meta').set('schemaVersion', 1)
  files.create(ID, {
    updates: updates.splice(0).map((bytes) => ({ document: 'board', bytes })),
    records: [{ key: 'workshop', value: '{}' }],
  })
  history.push(JSON.stringify(doc.getMap('cards').toJSON()))
  for (let at = 0; at < 120; at++) {
    doc.getMap('cards').set(`card${at}`, `${at} ${'text '.repeat(at % 30)}`)
    files.append(ID, {
      updates: updates.splice(0).map((bytes) => ({ document: 'board', bytes })),
      records: [{ key: `participant.p${at}`, value: `{"at":${at}}` }],
    })
    history.push(JSON.stringify(doc.getMap('cards').toJSON()))
    if (SNAPSHOTS_AFTER.includes(at)) {
      files.saveSnapshot(ID, {
        document: 'board',
        kind: 'auto',
        label: '',
        takenAtMs: at,
        cards: at,
        state: Y.encodeStateAsUpdate(doc),
      })
    }
  }
  files.releaseAll()
  copyFileSync(path, pristine)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function startOver(): void {
  for (const name of readdirSync(folder)) if (name !== 'pristine') rmSync(join(folder, name))
  copyFileSync(pristine, path)
}

/** Snapshots are taken after these; what is older than the last stands in it. */
const SNAPSHOTS_AFTER = [40, 80]

type Outcome = 'whole' | 'prefix' | 'refused'

/** Opens the file as a start does and checks the promise; answers which way it went. */
function open(): Outcome {
  const files = new WorkshopFiles(folder)
  const found = readFileSync(path)
  const result = files.load(ID, 1)
  files.releaseAll()
  reported = result.ok ? result.workshop.damage : []
  if (!result.ok) {
    expect(result.reason).toBe('damaged')
    expect(readFileSync(path).equals(found)).toBe(true)
    return 'refused'
  }
  const board = loadBoard(result.workshop.documents.get('board') ?? [])
  if (!board.ok) return 'refused'
  const cards = JSON.stringify(board.board.doc.getMap('cards').toJSON())
  served = cards
  const isWhole = cards === history.at(-1)
  if (!isWhole) {
    expect(result.workshop.damage.length + board.board.skipped).toBeGreaterThan(0)
    // The board as it once was: nothing that was never there, and no hole.
    expect(history.indexOf(cards)).toBeGreaterThan(0)
  }
  if (result.workshop.damage.length > 0) {
    expect(existsSync(`${path}.damaged-1`)).toBe(true)
    expect(readFileSync(`${path}.damaged-1`).equals(found)).toBe(true)
  }
  return isWhole ? 'whole' : 'prefix'
}

describe('damaged files', () => {
  it('[DF1] cut at any length: refused, or a true part that is reported', () => {
    const size = readFileSync(pristine).length
    const lengths = new Set([0, 1, 16, 99, 100, 101, 511, 512, size - 1, size - 7, size - 100, size >> 1])
    const random = new Random(1)
    while (lengths.size < 60) lengths.add(random.below(size))
    const outcomes = [...lengths].map((length) => {
      startOver()
      truncateSync(path, length)
      const outcome = open()
      // What is cut off may stand in a newer snapshot too; it is reported all the same.
      if (outcome === 'whole') expect(reported).not.toEqual([])
      return outcome
    })
    expect(outcomes).toContain('prefix')
    expect(outcomes).toContain('refused')
  })

  it('[DF2] flipped bits anywhere: never a wrong word, never an empty board', () => {
    const size = readFileSync(pristine).length
    const random = new Random(2)
    const counts = { whole: 0, prefix: 0, refused: 0 }
    for (let round = 0; round < 300; round++) {
      startOver()
      const bytes = readFileSync(path)
      const at = random.below(size)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      writeFileSync(path, bytes)
      counts[open()]++
    }
    expect(counts.whole + counts.prefix).toBeGreaterThan(0)
  })

  it('[DF2] whatever update is hurt, everything before it is served', () => {
    const lastSnapshot = SNAPSHOTS_AFTER.at(-1) ?? 0
    for (let at = lastSnapshot + 1; at < 120; at++) {
      startOver()
      const bytes = readFileSync(path)
      // The key of the card: in no other update, and in none of the snapshots.
      const place = bytes.indexOf(`card${at}`)
      expect(place).toBeGreaterThan(0)
      bytes[place] = 0x43
      writeFileSync(path, bytes)
      expect(open()).toBe('prefix')
      expect(served).toBe(history[at])
    }
  })

  it('[DF3] zeroed pages and junk are found', () => {
    const size = readFileSync(pristine).length
    const silent: number[] = []
    for (let page = 0; page * 4096 < size; page++) {
      startOver()
      const bytes = readFileSync(path)
      bytes.fill(page % 2 === 0 ? 0 : 0xa5, page * 4096, (page + 1) * 4096)
      writeFileSync(path, bytes)
      if (open() !== 'refused' && reported.length === 0) silent.push(page)
    }
    expect(silent).toEqual([])
  })

  it('[DF4] a workshop rebuilt after damage opens without complaint the next time and takes changes', () => {
    startOver()
    const bytes = readFileSync(path)
    const at = bytes.indexOf('119 text')
    expect(at).toBeGreaterThan(0)
    bytes[at] = 0x58
    writeFileSync(path, bytes)
    expect(open()).toBe('prefix')
    const files = new WorkshopFiles(folder)
    files.append(ID, { updates: [], records: [{ key: 'later', value: '1' }] })
    const again = files.load(ID, 2)
    files.releaseAll()
    expect(again.ok && again.workshop.damage).toEqual([])
    expect(again.ok && again.workshop.records.get('later')).toBe('1')
  })

  it('[DF6] a log that was damaged before it reached the database is noticed, and what stands before it is served', () => {
    const random = new Random(6)
    for (let round = 0; round < 40; round++) {
      startOver()
      const files = new WorkshopFiles(folder)
      for (let at = 0; at < 10; at++)
        files.append(ID, { updates: [], records: [{ key: `log${at}`, value: String(at) }] })
      // Copied while open: as a kill leaves it, with everything in the log.
      const [database, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
      files.releaseAll()
      startOver()
      const at = random.below(log.length)
      log[at] = (log[at] ?? 0) ^ (1 << random.below(8))
      writeFileSync(path, database)
      writeFileSync(`${path}-wal`, log)
      const again = new WorkshopFiles(folder)
      const result = again.load(ID, 3)
      again.releaseAll()
      if (!result.ok) throw new Error('the database itself is whole')
      const kept = [...result.workshop.records.keys()].filter((key) => key.startsWith('log'))
      expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => `log${index}`))
      if (kept.length < 10) expect(result.workshop.damage.length).toBeGreaterThan(0)
    }
  })

  it('[DF7] a log cut short anywhere serves what was committed before the cut', () => {
    startOver()
    const files = new WorkshopFiles(folder)
    for (let at = 0; at < 10; at++) files.append(ID, { updates: [], records: [{ key: `log${at}`, value: String(at) }] })
    const [database, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
    files.releaseAll()
    for (let length = 0; length <= log.length; length += 997) {
      startOver()
      writeFileSync(path, database)
      writeFileSync(`${path}-wal`, log.subarray(0, length))
      const again = new WorkshopFiles(folder)
      const result = again.load(ID, 3)
      again.releaseAll()
      if (!result.ok) throw new Error('the database itself is whole')
      const kept = [...result.workshop.records.keys()].filter((key) => key.startsWith('log'))
      expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => `log${index}`))
    }
  })
})
