// One person's ballot in one round: dots as placed here, what of it the server has, and the requests that bring the two
// together. The whole ballot is sent each time and at most one request is under way; what is placed meanwhile goes with
// the next one. Not sent is not lost: dots wait in this browser and are sent again until the server answers.
import { type Atom, atom, type Computed, computed } from '@tldraw/state'
import type { OwnBallot } from '../../../shared/protocol/api.ts'
import { type Allocation, plainAllocation, type Round } from '../../../shared/workshop/rounds.ts'
import type { Failure } from '../../connection/callServer.ts'
import { retryDelayMs } from '../../connection/retryDelay.ts'
import { type BallotPlace, recallBallot, rememberBallot, type StoredBallot } from './ballotMemory.ts'
import type { BallotPorts } from './BallotPorts.ts'

export type BallotState =
  /** Open, and the server has not said yet what it has of this person: nothing can be placed. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'notEligible' }
  /** The server has what is shown. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Nobody answers; tried again by itself. */
  | { readonly kind: 'waiting' }
  /** The server did not take the last change, for a reason that does not go away; its own ballot is shown. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The server says the round is over, whatever the pushed state says. */
  | { readonly kind: 'over' }

/** What the requests have found out; `waiting` and `ready` differ in whether somebody answers. */
type Footing = Exclude<BallotState, { kind: 'saved' | 'saving' }> | { readonly kind: 'ready' }

interface RoundBallotOptions {
  readonly roundId: string
  readonly place: BallotPlace
  readonly ports: BallotPorts
  /** Server's clock. */
  readonly nowMs: () => number
}

export class RoundBallot {
  readonly roundId: string
  readonly state: Computed<BallotState>
  /** As shown: with what is not sent yet. */
  readonly allocation: Computed<Allocation>
  /** The ballot that counts if nothing more arrives. */
  readonly saved: Atom<StoredBallot | null>
  readonly unsent: Atom<Allocation | null>
  /** Cards that may not get this person's dots. */
  readonly ownCardIds = atom<ReadonlySet<string>>('own candidates', new Set())
  readonly #place: BallotPlace
  readonly #ports: BallotPorts
  readonly #nowMs: () => number
  readonly #footing = atom<Footing>('footing', { kind: 'loading' })
  #isBusy = false
  #underWay: Promise<void> = Promise.resolve()
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** No new request is made; one under way is still taken in. */
  #isStopped = false

  constructor({ roundId, place, ports, nowMs }: RoundBallotOptions) {
    const memory = recallBallot(place)
    this.roundId = roundId
    this.#place = place
    this.#ports = ports
    this.#nowMs = nowMs
    this.saved = atom('saved ballot', memory.saved)
    this.unsent = atom<Allocation | null>('unsent ballot', memory.unsent)
    this.allocation = computed('allocation', () => this.unsent.get() ?? this.saved.get()?.allocation ?? {})
    this.state = computed('ballot state', () => {
      const footing = this.#footing.get()
      if (footing.kind === 'ready') return { kind: this.unsent.get() === null ? 'saved' : 'saving' }
      // Nothing of one's own waits: what is shown is what the server has, as far as anybody knows.
      return footing.kind === 'waiting' && this.unsent.get() === null && this.saved.get() ? { kind: 'saved' } : footing
    })
  }

  /** Dots may be placed: the server has said so, or nobody answers and it will decide later. */
  get takesDots(): boolean {
    const { kind } = this.#footing.get()
    return kind === 'ready' || kind === 'waiting' || kind === 'refused'
  }

  /** Takes the whole ballot. The caller has checked it against the round. */
  put(allocation: Allocation): void {
    if (this.#footing.get().kind === 'refused') this.#footing.set({ kind: 'ready' })
    this.unsent.set(plainAllocation(allocation))
    this.#remember()
    // While the server is not answering the next try is due anyway; taps must not become a storm.
    if (this.#timer === undefined) this.#exchange()
  }

  /** Sends what waits, else asks what the server has: on the way back, and when another tab has voted. */
  refresh(): void {
    if (this.#isStopped || this.#isBusy) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#failures = 0
    this.#exchange()
  }

  /**
   * The round is over. Resolves, when a request under way has been answered, with whether the last dots placed here
   * have not reached the server; they are then let go.
   */
  async end(): Promise<{ readonly saved: StoredBallot | null; readonly lost: boolean }> {
    this.stop()
    await this.#underWay
    const lost = this.unsent.get() !== null
    if (lost) {
      this.unsent.set(null)
      this.#remember()
    }
    return { saved: this.saved.get(), lost }
  }

  /** What is not sent stays in this browser. */
  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** One request at a time, until the server has what is shown. */
  #exchange(): void {
    if (this.#isBusy || this.#isStopped) return
    this.#isBusy = true
    this.#underWay = this.#requests()
  }

  async #requests(): Promise<void> {
    let isAnswered: boolean
    do {
      const sent = this.unsent.get()
      isAnswered = sent === null ? await this.#read() : await this.#cast(sent)
      if (isAnswered) this.#failures = 0
    } while (isAnswered && this.unsent.get() !== null && this.#footing.get().kind === 'ready' && !this.#isStopped)
    // In the same step as the look at `unsent`: a tap from now on starts a request of its own.
    this.#isBusy = false
    if (!isAnswered) this.#tryLater()
  }

  async #read(): Promise<boolean> {
    const answer = await this.#ports.read(this.roundId)
    if (!answer.ok) return this.#fails(answer.failure)
    const own = answer.value
    this.ownCardIds.set(new Set(own.ownCardIds))
    this.#footing.set({ kind: own.eligible ? 'ready' : 'notEligible' })
    // A stored ballot never goes away while a round is open; when it has just ended the server knows none any more.
    this.saved.update((saved) => storedOf(own) ?? saved)
    // What another tab of this person has not sent yet stays: this one has only looked.
    const unsent = this.unsent.get() ?? recallBallot(this.#place).unsent
    rememberBallot(this.#place, { saved: this.saved.get(), unsent })
    return true
  }

  async #cast(sent: Allocation): Promise<boolean> {
    const answer = await this.#ports.cast(this.roundId, sent)
    if (!answer.ok) return this.#fails(answer.failure)
    this.saved.set({ allocation: sent, receipt: answer.value.receipt, storedAtMs: this.#nowMs() })
    if (this.unsent.get() === sent) this.unsent.set(null)
    this.#footing.set({ kind: 'ready' })
    this.#remember()
    return true
  }

  /** Returns whether this was an answer at all; else it is worth another try. */
  #fails({ kind, sentence }: Failure): boolean {
    switch (kind) {
      case 'forbidden':
        this.#giveUp({ kind: 'notEligible' })
        return true
      case 'conflict':
      case 'closed':
        // The dots stay as unsent: `end` says what became of them.
        this.#footing.set({ kind: 'over' })
        return true
      case 'invalid':
        this.#giveUp({ kind: 'refused', sentence })
        return true
      case 'token':
      case 'link':
      case 'outdated':
        this.#footing.set({ kind: 'refused', sentence })
        return true
      default:
        this.#footing.set({ kind: 'waiting' })
        return false
    }
  }

  #giveUp(footing: Footing): void {
    this.#footing.set(footing)
    this.unsent.set(null)
    this.#remember()
  }

  #tryLater(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#exchange()
      },
      retryDelayMs(this.#failures++, this.#ports.random()),
    )
  }

  #remember(): void {
    rememberBallot(this.#place, { saved: this.saved.get(), unsent: this.unsent.get() })
  }
}

function storedOf({ allocation, receipt, storedAtMs }: OwnBallot): StoredBallot | null {
  return receipt === null ? null : { allocation, receipt, storedAtMs: storedAtMs ?? 0 }
}

/** Whether dots still count by the server's clock; it closes a moment later. */
export function isOver(round: Pick<Round, 'endsAtMs'>, serverNowMs: number): boolean {
  return round.endsAtMs !== null && serverNowMs >= round.endsAtMs
}
