// Five people do random things at the same time, with partitions, reloads and undo; in the end everybody has the same
// valid board. `FUZZ_SEEDS=20000` runs more, `FUZZ_FIRST_SEED=4711 FUZZ_SEEDS=1` one again; a failing seed is printed
// with everything that happened, and stays below as a test of its own.
import { describe, it } from 'vitest'
import { canvasOperations } from './operations/canvasOperations.ts'
import { cardOperations } from './operations/cardOperations.ts'
import { clusterOperations } from './operations/clusterOperations.ts'
import type { Operation } from './operations/Operation.ts'
import { structureOperations } from './operations/structureOperations.ts'
import { runFuzz } from './runFuzz.ts'

const seedCount = Number(process.env['FUZZ_SEEDS'] ?? 500)
const firstSeed = Number(process.env['FUZZ_FIRST_SEED'] ?? 1)

const families: readonly (readonly [string, readonly Operation[]])[] = [
  ['cards', cardOperations],
  ['structure and cards', [...structureOperations, ...cardOperations]],
  ['everything', [...structureOperations, ...cardOperations, ...canvasOperations, ...clusterOperations]],
  ['clusters and cards', [...clusterOperations, ...cardOperations]],
]

/** A block of seeds is one test, so that the report stays short. A seed belongs to the same family in every run. */
const BLOCK = 25
const familyOf = (seed: number) => families[Math.floor((seed - 1) / BLOCK) % families.length] ?? ['', []]

describe('five people at once', () => {
  for (let first = firstSeed; first < firstSeed + seedCount; first += BLOCK) {
    const [name, operations] = familyOf(first)
    const last = Math.min(first + BLOCK, firstSeed + seedCount) - 1
    it(`${name}, seeds ${first} to ${last}: all end equal and whole`, () => {
      for (let seed = first; seed <= last; seed++) runFuzz({ seed, operations })
    })
  }
})
