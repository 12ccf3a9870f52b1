// The results of the rounds that have ended, as this browser has them. Each is fetched once when the server says that
// its round is closed, and again when notes were merged since (the server then counts anew). Knows no canvas and no
// React: the board and the phone page use the same. Nothing polls, every failure is a sentence in `of`.
import { atom, type Computed, computed, react, type Signal, unsafe__withoutCapture } from '@tldraw/state'
import type * as Y from 'yjs'
import type { RoundInfo } from '../../../shared/protocol/api.ts'
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import { mergesAmong } from '../../../shared/workshop/mergesAmong.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { latestResult } from '../../../shared/workshop/voteTotals.ts'
import { readRound } from '../../connection/api.ts'
import type { Answer, Failure, FailureKind } from '../../connection/callServer.ts'
import { retryDelayMs } from '../../connection/retryDelay.ts'
import { resultWords as words } from '../../ui/resultWords.ts'

export type ResultState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly sentence: string }
  | { readonly at: 'ready'; readonly result: RoundResult }

/** What of a Connection is needed here. */
export interface ResultSource {
  readonly joined: { readonly workshopId: string; readonly token: string }
  readonly workshop: Signal<WorkshopState>
  readonly document: Signal<Y.Doc>
  /** Own changes that the server does not have: it cannot count with a merge that is still on its way. */
  readonly unsavedCount: Signal<number>
}

interface ResultPorts {
  readonly read: (roundId: string) => Promise<Answer<RoundInfo>>
  /** Runs later; returns the way to cancel. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

/** Then it waits for the person to press "Try again". */
const MAX_ATTEMPTS = 6
const passing: ReadonlySet<FailureKind> = new Set(['unreachable', 'failed', 'stopping', 'tooMany'])

export class RoundResults {
  /** Every result that is here, in the order the rounds were opened. */
  readonly all: Computed<readonly RoundResult[]>
  /** Of the round that ended last. */
  readonly latest: Computed<RoundResult | null>
  /** Whose totals stand on the cards; null: the latest's. */
  readonly chosenRoundId = atom<string | null>('chosen round', null)
  readonly onMap = atom('votes on the map', true)
  /** Totals for the cards; null: none to show. While a vote is open earlier ones must not lead anybody. */
  readonly shownOnMap: Computed<RoundResult | null>
  readonly #source: ResultSource
  readonly #ports: ResultPorts
  readonly #states = atom<ReadonlyMap<string, ResultState>>('results', new Map())
  readonly #underWay = new Set<string>()
  /** Asked for once more while the call was under way. */
  readonly #again = new Set<string>()
  readonly #waits = new Set<() => void>()
  readonly #stops: (() => void)[] = []

  constructor(source: ResultSource, ports: ResultPorts = serverPorts(source)) {
    this.#source = source
    this.#ports = ports
    this.all = computed('all results', () => {
      const states = this.#states.get()
      return source.workshop.get().rounds.flatMap(({ id }) => {
        const state = states.get(id)
        return state?.at === 'ready' ? [state.result] : []
      })
    })
    this.latest = computed('latest result', () => latestResult(this.all.get()))
    this.shownOnMap = computed('result on the map', () => {
      const isVoting = source.workshop.get().rounds.some(({ state }) => state === 'open')
      if (!this.onMap.get() || isVoting) return null
      const chosen = this.chosenRoundId.get()
      return this.all.get().find(({ round }) => round.id === chosen) ?? this.latest.get()
    })
    this.#stops.push(
      react('closed rounds', () => this.#loadMissing()),
      react('later merges', () => this.#watchMerges()),
    )
  }

  /** Reactive. Null for a round that is open or unknown. */
  of(roundId: string): ResultState | null {
    return this.#states.get().get(roundId) ?? null
  }

  /** After a failure. */
  retry(roundId: string): void {
    if (this.of(roundId)?.at !== 'failed') return
    this.#put(roundId, { at: 'loading' })
    void this.#load(roundId, 0)
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    for (const cancel of this.#waits) cancel()
    this.#stopMerges()
  }

  #loadMissing(): void {
    const closed = this.#source.workshop.get().rounds.filter(({ state }) => state === 'closed')
    for (const { id } of closed) {
      // Not followed: only the list of rounds decides what is asked for.
      if (unsafe__withoutCapture(() => this.of(id))) continue
      this.#put(id, { at: 'loading' })
      void this.#load(id, 0)
    }
  }

  #stopMerges: () => void = () => undefined

  /** Follows the document's clusters, and the moment when what this browser did to them is on the server. */
  #watchMerges(): void {
    this.#stopMerges()
    const doc = this.#source.document.get()
    const roots = ['clusters', 'cards'].map((root) => doc.getMap(root))
    const [clusters, cards] = roots
    const look = (): void => this.#refetchMerged(doc)
    clusters?.observeDeep(look)
    // Cards that come or go, never what is typed in them: a merge ends with its card.
    cards?.observe(look)
    const stop = react('saved', () => {
      if (this.#source.unsavedCount.get() === 0) look()
    })
    this.#stopMerges = () => {
      clusters?.unobserveDeep(look)
      cards?.unobserve(look)
      stop()
    }
  }

  /** At most one call per change: if the answer is still another, the next change or the next save asks again. */
  #refetchMerged(doc: Y.Doc): void {
    const { unsaved, states } = unsafe__withoutCapture(() => {
      return { unsaved: this.#source.unsavedCount.get(), states: this.#states.get() }
    })
    if (unsaved > 0) return
    for (const [id, state] of states) {
      if (state.at !== 'ready') continue
      const { round, merges } = state.result
      if (sameMerges(mergesAmong(doc, round.candidateIds), merges)) continue
      void this.#load(id, 0)
    }
  }

  async #load(roundId: string, attempt: number): Promise<void> {
    if (this.#underWay.has(roundId)) {
      this.#again.add(roundId)
      return
    }
    this.#underWay.add(roundId)
    const answer = await this.#ports.read(roundId)
    this.#underWay.delete(roundId)
    if (this.#again.delete(roundId)) void this.#load(roundId, 0)
    else if (!answer.ok) this.#fail(roundId, attempt, answer.failure)
    // The server tells of the end first and has the result in the same step: without one it is another server.
    else if (!answer.value.result) this.#fail(roundId, attempt, { kind: 'failed', sentence: words.failed })
    else this.#put(roundId, { at: 'ready', result: answer.value.result })
  }

  #fail(roundId: string, attempt: number, { kind, sentence }: Failure): void {
    if (passing.has(kind) && attempt + 1 < MAX_ATTEMPTS) this.#tryAgain(roundId, attempt)
    // A result that is shown stays while it cannot be had anew.
    else if (this.of(roundId)?.at !== 'ready') this.#put(roundId, { at: 'failed', sentence })
  }

  #tryAgain(roundId: string, attempt: number): void {
    const cancel = this.#ports.after(retryDelayMs(attempt, Math.random()), () => {
      this.#waits.delete(cancel)
      void this.#load(roundId, attempt + 1)
    })
    this.#waits.add(cancel)
  }

  #put(roundId: string, state: ResultState): void {
    this.#states.update((states) => new Map(states).set(roundId, state))
  }
}

function sameMerges(a: RoundResult['merges'], b: RoundResult['merges']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function serverPorts({ joined }: ResultSource): ResultPorts {
  return {
    read: (roundId) => readRound(joined.workshopId, joined.token, roundId),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  }
}
