// The store of results: asked for once, again after a failure, anew after notes were merged; nothing by a clock of its own.
import { atom } from '@tldraw/state'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { mergeCards, ungroup } from '../../../../shared/journey/edit/editClusters.ts'
import { newWorkshopState, type WorkshopState } from '../../../../shared/protocol/messages.ts'
import type { RoundInfo } from '../../../../shared/protocol/api.ts'
import type { LaterMerge, RoundResult } from '../../../../shared/workshop/results.ts'
import type { Round } from '../../../../shared/workshop/rounds.ts'
import type { Answer } from '../../../../client/connection/callServer.ts'
import { RoundResults } from '../../../../client/workshop/results/RoundResults.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { roundResult } from '../../../support/roundResult.ts'

const journey = () =>
  drawJourney(`
          | Preparing
    pains | Waits; Forms
  `)

/** A server with one answer at a time, and timers that run when told. */
class Bench {
  readonly map = journey()
  readonly workshop = atom<WorkshopState>('workshop', newWorkshopState('Test'))
  readonly unsavedCount = atom('unsaved', 0)
  readonly asked: string[] = []
  readonly waiting: (() => void)[] = []
  merges: LaterMerge[] = []
  failure: Answer<RoundInfo> | null = null
  readonly #answers: ((answer: Answer<RoundInfo>) => void)[] = []
  readonly results: RoundResults

  constructor() {
    const document = atom<Y.Doc>('document', this.map.doc)
    const joined = { workshopId: 'w', token: 't' }
    const { workshop, unsavedCount } = this
    this.results = new RoundResults(
      { joined, workshop, document, unsavedCount },
      {
        read: (roundId) => {
          this.asked.push(roundId)
          return new Promise((resolve) => this.#answers.push(resolve))
        },
        after: (_delay, run) => {
          this.waiting.push(run)
          return () => this.waiting.splice(this.waiting.indexOf(run), 1)
        },
      },
    )
  }

  resultOf(roundId: string): RoundResult {
    const [waits, forms] = [this.map.card('Waits'), this.map.card('Forms')]
    return roundResult({
      cards: [{ cardId: waits }, { cardId: forms }],
      ballots: [{ dots: { [waits]: 2, [forms]: 1 } }],
      merges: this.merges,
      round: { id: roundId, number: Number(roundId.slice('round'.length)) },
    })
  }

  rounds(...rounds: readonly (readonly [string, Round['state']])[]): void {
    this.workshop.update((state) => ({
      ...state,
      rounds: rounds.map(([id, state]) => ({ ...this.resultOf(id).round, state })),
    }))
  }

  /** The server answers what was asked first. */
  async answers(): Promise<void> {
    const roundId = this.asked.at(-1 - (this.#answers.length - 1)) ?? ''
    const result = this.resultOf(roundId)
    this.#answers.shift()?.(this.failure ?? { ok: true, value: { round: result.round, result } })
    // The answer is taken in by promises only.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

let bench: Bench
beforeEach(() => {
  bench = new Bench()
})

const offline: Answer<RoundInfo> = { ok: false, failure: { kind: 'unreachable', sentence: 'Nobody answers.' } }
const refused: Answer<RoundInfo> = { ok: false, failure: { kind: 'token', sentence: 'Not any more.' } }

describe('a round that has ended', () => {
  it('is asked for once, whatever else changes', async () => {
    bench.rounds(['round1', 'open'])
    expect(bench.asked).toEqual([])
    bench.rounds(['round1', 'closed'])
    expect(bench.results.of('round1')).toEqual({ at: 'loading' })
    await bench.answers()
    expect(bench.results.latest.get()?.round.id).toBe('round1')
    bench.workshop.update((state) => ({ ...state, title: 'Another' }))
    bench.rounds(['round1', 'closed'], ['round2', 'open'])
    expect(bench.asked).toEqual(['round1'])
  })

  it('all are kept in their order; the latest one counts', async () => {
    bench.rounds(['round1', 'closed'], ['round2', 'closed'])
    await bench.answers()
    await bench.answers()
    expect(bench.results.all.get().map(({ round }) => round.id)).toEqual(['round1', 'round2'])
    expect(bench.results.latest.get()?.round.id).toBe('round2')
  })

  it('is tried again while nobody answers, then on request', async () => {
    bench.failure = offline
    bench.rounds(['round1', 'closed'])
    await bench.answers()
    for (let attempt = 1; attempt < 6; attempt++) {
      expect(bench.results.of('round1')).toEqual({ at: 'loading' })
      bench.waiting.shift()?.()
      await bench.answers()
    }
    expect(bench.results.of('round1')).toEqual({ at: 'failed', sentence: 'Nobody answers.' })
    expect(bench.waiting).toEqual([])
    bench.failure = null
    bench.results.retry('round1')
    await bench.answers()
    expect(bench.results.of('round1')?.at).toBe('ready')
  })

  it('is not tried again where that is pointless', async () => {
    bench.failure = refused
    bench.rounds(['round1', 'closed'])
    await bench.answers()
    expect(bench.results.of('round1')).toEqual({ at: 'failed', sentence: 'Not any more.' })
    expect(bench.waiting).toEqual([])
  })
})

describe('notes merged after the vote', () => {
  const merge = () => {
    const [into, part] = [bench.map.card('Waits'), bench.map.card('Forms')]
    mergeCards(bench.map.target, { id: 'm1' as ClusterId, into, parts: [part] })
    return [{ into, parts: [part] }]
  }

  it('are counted again by the server, once it has the merge, and once they are taken apart', async () => {
    bench.rounds(['round1', 'closed'])
    await bench.answers()
    bench.unsavedCount.set(1)
    const merges = merge()
    expect(bench.asked).toHaveLength(1)
    bench.merges = merges
    bench.unsavedCount.set(0)
    expect(bench.asked).toHaveLength(2)
    await bench.answers()
    expect(bench.results.latest.get()?.merges).toEqual(merges)
    expect(bench.results.latest.get()?.tally.ranking).toHaveLength(1)
    bench.merges = []
    ungroup(bench.map.target, 'm1' as ClusterId)
    await bench.answers()
    expect(bench.results.latest.get()?.tally.ranking).toHaveLength(2)
    expect(bench.asked).toHaveLength(3)
  })

  it('while an answer is under way ask once more after it; an answer that stays behind ends it', async () => {
    bench.rounds(['round1', 'closed'])
    await bench.answers()
    const merges = merge()
    ungroup(bench.map.target, 'm1' as ClusterId)
    merge()
    expect(bench.asked).toHaveLength(2)
    await bench.answers()
    bench.merges = merges
    await bench.answers()
    expect(bench.asked).toHaveLength(3)
    expect(bench.results.latest.get()?.merges).toEqual(merges)
    bench.merges = []
    bench.map.doc.getMap('cards').delete('nothing')
    expect(bench.asked).toHaveLength(3)
  })

  it('of notes nobody voted on change nothing', async () => {
    bench.rounds(['round1', 'closed'])
    await bench.answers()
    const others = drawJourney('\n | One\n pains | New; Newer', { doc: bench.map.doc, title: 'Other' })
    mergeCards(bench.map.target, { id: 'm2' as ClusterId, into: others.card('New'), parts: [others.card('Newer')] })
    expect(bench.asked).toEqual(['round1'])
  })
})

it('on the map: the latest or the chosen one; none while a vote is open or when switched off', async () => {
  bench.rounds(['round1', 'closed'], ['round2', 'closed'])
  await bench.answers()
  await bench.answers()
  const { results } = bench
  expect(results.shownOnMap.get()?.round.id).toBe('round2')
  results.chosenRoundId.set('round1')
  expect(results.shownOnMap.get()?.round.id).toBe('round1')
  bench.rounds(['round1', 'closed'], ['round2', 'closed'], ['round3', 'open'])
  expect(results.shownOnMap.get()).toBeNull()
  bench.rounds(['round1', 'closed'], ['round2', 'closed'])
  results.onMap.set(false)
  expect(results.shownOnMap.get()).toBeNull()
})

it('destroyed: asks no more', async () => {
  bench.rounds(['round1', 'closed'])
  await bench.answers()
  bench.results.destroy()
  bench.rounds(['round1', 'closed'], ['round2', 'closed'])
  mergeCards(bench.map.target, {
    id: 'm1' as ClusterId,
    into: bench.map.card('Waits'),
    parts: [bench.map.card('Forms')],
  })
  expect(bench.asked).toEqual(['round1'])
})
