import { expect, it } from 'vitest'
import { HiddenCounts, type HiddenNote } from '../../../server/workshop/HiddenCounts.ts'
import { Random } from '../../support/Random.ts'

/** The slow way: all notes there are, counted from the start. */
function countAll(notes: ReadonlyMap<string, HiddenNote>) {
  if (notes.size === 0) return null
  const shown = [...notes.values()].filter(({ hasPlaceholder }) => hasPlaceholder)
  const cells = new Map<string, number>()
  for (const { cell } of shown)
    if (cell) cells.set(`${cell.stageId}/${cell.laneId}`, (cells.get(`${cell.stageId}/${cell.laneId}`) ?? 0) + 1)
  const sorted = [...cells.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    notes: notes.size,
    writers: new Set([...notes.keys()].map((key) => key.split(' ')[0])).size,
    cells:
      shown.length === 0
        ? null
        : sorted.map(([key, count]) => ({ stageId: key.split('/')[0], laneId: key.split('/')[1], notes: count })),
  }
}

it.each([1, 2, 3])('[DR8] sums kept note by note are those of counting all, seed %i', (seed) => {
  const random = new Random(seed)
  const counts = new HiddenCounts()
  const notes = new Map<string, HiddenNote>()
  for (let step = 0; step < 2_000; step++) {
    const [person, draft] = [`p${random.below(5)}`, `d${random.below(6)}`]
    const note = random.chance(0.4)
      ? null
      : {
          cell: random.chance(0.2) ? null : { stageId: `s${random.below(3)}`, laneId: `l${random.below(2)}` },
          hasPlaceholder: random.chance(0.7),
        }
    const before = JSON.stringify(counts.counts())
    const isChanged = counts.set(person, draft, note)
    if (note) notes.set(`${person} ${draft}`, note)
    else notes.delete(`${person} ${draft}`)
    expect(counts.counts()).toEqual(countAll(notes))
    // Who is told of changes is told of every one.
    if (!isChanged) expect(JSON.stringify(counts.counts())).toBe(before)
  }
})
