// One random session of five people: edits, deliveries, partitions, reloads, undo and redo, then the comparison.
import { drawJourney } from '../support/journeyBuilder.ts'
import { Random } from '../support/Random.ts'
import { TestNetwork, type TestPeer } from '../support/TestNetwork.ts'
import { compareDocs } from './compareDocs.ts'
import type { Operation } from './operations/Operation.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly operations: readonly Operation[]
  /** Things that happen, deliveries and partitions included. */
  readonly steps?: number
}

const names = ['anna', 'ben', 'chi', 'dora', 'emil']
const start = `
              | Preparing     | Separating
  touchpoints | Class; Site   | Exam
  pains       | Too much      |
  free        | Something     |
  emotion     | anna -1       | ben 1
`

/** Throws what is wrong together with everything that happened before. */
export function runFuzz({ seed, operations, steps = 60 }: FuzzOptions): void {
  const random = new Random(seed)
  const network = new TestNetwork(names)
  const log: string[] = []
  try {
    const [host] = network.peers
    if (host) drawJourney(start, { doc: host.doc })
    network.settle()
    let ids = 0
    const newId = <Id extends string>() => `new${++ids}` as Id
    for (let step = 0; step < steps; step++) {
      const peer = random.pick(network.peers)
      if (peer) log.push(`${peer.name} ${happens(network, peer, random, operations, newId)}`)
    }
    network.settle()
    compareDocs(network.peers)
  } catch (error) {
    throw new Error(`seed ${seed}:\n${log.join('\n')}\n${String(error)}`, { cause: error })
  } finally {
    network.destroy()
  }
}

function happens(
  network: TestNetwork,
  peer: TestPeer,
  random: Random,
  operations: readonly Operation[],
  newId: <Id extends string>() => Id,
): string {
  const chance = random.next()
  if (chance < 0.25) return delivered(network, random)
  if (chance < 0.29)
    return peer.isOnline ? (network.disconnect(peer), 'goes offline') : (network.connect(peer), 'is back')
  if (chance < 0.31) return (network.reload(peer), 'reloads')
  if (chance < 0.39) return `undoes: ${peer.undo.undo() !== null}`
  if (chance < 0.42) return `redoes: ${peer.undo.redo() !== null}`
  peer.model.refresh()
  const operation = random.pick(operations)
  return operation?.({ peer, random, board: peer.model.board, newId }) ?? 'does nothing'
}

function delivered(network: TestNetwork, random: Random): string {
  const wires: string[] = []
  for (let count = random.below(8); count > 0; count--) {
    const wire = random.pick(network.busy)
    if (wire === undefined) break
    network.deliver(wire)
    wires.push(wire)
  }
  return `sees delivered: ${wires.join(' ')}`
}
