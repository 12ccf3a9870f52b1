// Results of rounds that have ended, each counted once: everybody asks for them at the same moment. Notes that are merged
// later change a result, nothing else does.
import type * as Y from 'yjs'
import { mergesAmong } from '../../shared/workshop/mergesAmong.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import type { Rounds } from './Rounds.ts'

interface Counted {
  readonly result: RoundResult
  /** As of when it was last found right. */
  mergeRevision: number
}

export class RoundResults {
  private readonly rounds: Rounds
  private readonly doc: Y.Doc
  private readonly counted = new Map<string, Counted>()
  /** Rises when notes may have been merged, or taken apart. */
  private mergeRevision = 0

  constructor(rounds: Rounds, doc: Y.Doc) {
    this.rounds = rounds
    this.doc = doc
    const clusters = doc.getMap('clusters')
    clusters.observeDeep(() => this.mergeRevision++)
    // A merge counts as long as its note is there. Words of cards change without being heard here.
    doc.getMap('cards').observe(() => {
      if (clusters.size > 0) this.mergeRevision++
    })
  }

  /** Null: there is no such round, or it is open. */
  of(roundId: string): RoundResult | null {
    const known = this.counted.get(roundId)
    if (known?.mergeRevision === this.mergeRevision) return known.result
    const merges = mergesAmong(this.doc, this.rounds.find(roundId)?.round.candidateIds ?? [])
    if (known && JSON.stringify(known.result.merges) === JSON.stringify(merges)) {
      known.mergeRevision = this.mergeRevision
      return known.result
    }
    const result = this.rounds.result(roundId, () => merges)
    if (result) this.counted.set(roundId, { result, mergeRevision: this.mergeRevision })
    return result
  }
}
