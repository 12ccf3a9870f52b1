// Rounds and ballots of one workshop, outside every shared document. While a round is open each ballot is one record
// under its voter; when it ends the ballots are rewritten in random order, and those of a secret round keep no voter.
// Plain memory; every change is noted for the disk in the same step. The clock is an argument.
import { newSecret } from '../auth/secrets.ts'
import type { LaterMerge, RoundResult } from '../../shared/workshop/results.ts'
import { type Allocation, plainAllocation, type Round } from '../../shared/workshop/rounds.ts'
import { tallyRound } from '../../shared/workshop/tally.ts'
import type { Note } from './Facilitation.ts'
import { makeReceipt } from './makeReceipt.ts'
import { type ClosingFacts, resultAtClose } from './resultAtClose.ts'
import {
  type BallotRecord,
  ballotRecordSchema,
  type ResultRecord,
  resultRecordSchema,
  roundKeys,
  type RoundRecord,
  roundRecordSchema,
} from './roundRecords.ts'

/** Participant ids are base 62: no proxy can stand under somebody's own id. */
const PROXY_PREFIX = 'proxy-'
export const MAX_PROXIES = 100

export class Rounds {
  private readonly note: Note
  private readonly records = new Map<string, RoundRecord>()
  private readonly ballots = new Map<string, Map<string, BallotRecord>>()
  private readonly results = new Map<string, ResultRecord>()
  private order: string[] = []
  /** At most one; not always the last: rounds that come with a file are numbered behind it. */
  private openId: string | null = null
  /** Rises with every change. */
  revision = 0

  constructor(note: Note) {
    this.note = note
  }

  /** Takes a record from disk: `round.<id>`, `ballot.<round>.<voter>` or `result.<round>`. False: cannot be read. */
  read(key: string, value: unknown): boolean {
    const [kind, roundId = '', voterId = ''] = key.split('.')
    if (kind === 'round') {
      const record = roundRecordSchema.safeParse(value)
      if (record.success) this.keep(record.data)
      return record.success
    }
    if (kind === 'ballot') {
      const ballot = ballotRecordSchema.safeParse(value)
      if (ballot.success) this.ballotsOf(roundId).set(voterId, ballot.data)
      return ballot.success
    }
    const result = resultRecordSchema.safeParse(value)
    if (result.success) this.results.set(roundId, result.data)
    return result.success
  }

  /** In the order they were opened. */
  list(): Round[] {
    return this.order.flatMap((id) => this.records.get(id)?.round ?? [])
  }

  find(roundId: string): RoundRecord | null {
    return this.records.get(roundId) ?? null
  }

  open(): RoundRecord | null {
    return this.openId === null ? null : this.find(this.openId)
  }

  start(round: Round, eligible: Readonly<Record<string, string>>): void {
    this.put({ round, eligible: { ...eligible }, receiptKey: newSecret() })
  }

  admit(record: RoundRecord, participantId: string, department: string): void {
    const eligible = { ...record.eligible, [participantId]: department }
    this.put({ ...record, eligible, round: { ...record.round, eligible: Object.keys(eligible).length } })
  }

  /** A round that came with an imported file: closed, with its ballots as they were published. */
  restore(result: RoundResult): void {
    const { round, candidates, tally, merges } = result
    const last = this.list().at(-1)?.number ?? 0
    const number = Math.max(round.number, last + 1)
    this.put({ round: { ...round, number, state: 'closed' }, eligible: {}, receiptKey: '' })
    const ballots = result.ballots.map((ballot) => ({ ...ballot, group: null }))
    const { weightsDropped = false } = result
    this.putResult(round.id, { candidates, ballots, groups: null, weightsDropped, counted: { tally, merges } })
  }

  /** A round that came with a file is gone with it. One that people voted in here never goes. */
  forgetRestored(roundId: string): void {
    if (this.results.get(roundId)?.counted === undefined) return
    this.results.delete(roundId)
    this.records.delete(roundId)
    this.order = this.order.filter((id) => id !== roundId)
    this.revision++
    this.note(roundKeys.round(roundId), null)
    this.note(roundKeys.result(roundId), null)
  }

  ballotOf(roundId: string, voterId: string): BallotRecord | null {
    return this.ballots.get(roundId)?.get(voterId) ?? null
  }

  /** Stores a whole ballot in the place of the one before. The caller has checked round, voter and allocation. */
  cast(
    record: RoundRecord,
    voterId: string,
    allocation: Allocation,
    nowMs: number,
    proxy: BallotRecord['proxy'],
  ): BallotRecord {
    const { id } = record.round
    const ballot: BallotRecord = {
      allocation: plainAllocation(allocation),
      receipt: this.receiptFor(record, voterId),
      storedAtMs: nowMs,
      proxy,
    }
    this.revision++
    this.ballotsOf(id).set(voterId, ballot)
    this.note(roundKeys.ballot(id, voterId), ballot)
    return ballot
  }

  proxyVoterId(proxyId: string): string {
    return PROXY_PREFIX + proxyId
  }

  proxyCount(roundId: string): number {
    return [...this.ballotsOf(roundId).values()].filter(({ proxy }) => proxy !== null).length
  }

  /** Ballots with at least one dot, of proxies and of those who still count. */
  votedCount(roundId: string, counts: (voterId: string) => boolean): number {
    let voted = 0
    for (const [voterId, { allocation, proxy }] of this.ballotsOf(roundId))
      if (Object.keys(allocation).length > 0 && (proxy !== null || counts(voterId))) voted++
    return voted
  }

  /** Ends a round: one step for the disk, after which nothing tells whose a secret ballot was. */
  close(record: RoundRecord, nowMs: number, facts: ClosingFacts): void {
    const { round } = record
    const result = resultAtClose(record, this.ballotsOf(round.id), facts)
    this.put({
      round: { ...round, state: 'closed', closedAtMs: nowMs },
      eligible: round.secret ? {} : record.eligible,
      receiptKey: '',
    })
    this.putResult(round.id, result)
    for (const voterId of this.ballotsOf(round.id).keys()) this.note(roundKeys.ballot(round.id, voterId), null)
    this.ballots.delete(round.id)
  }

  /** Null while the round is open. Counted anew with the notes that were merged since. */
  result(roundId: string, mergesOf: (candidateIds: readonly string[]) => readonly LaterMerge[]): RoundResult | null {
    const record = this.records.get(roundId)
    const result = this.results.get(roundId)
    if (!record || !result || record.round.state !== 'closed') return null
    const { round } = record
    const merges = [...mergesOf(round.candidateIds)]
    const { candidates, ballots, groups, weightsDropped = false, counted } = result
    const isAsCounted = counted !== undefined && JSON.stringify(counted.merges) === JSON.stringify(merges)
    const tally = isAsCounted
      ? counted.tally
      : tallyRound({ capPerCard: round.capPerCard, candidates, ballots, groups, merges })
    const published = ballots.map(({ receipt, allocation, weight, proxy, voterId, voterName }) => {
      return { receipt, allocation, weight, proxy, voterId, voterName }
    })
    return { round, candidates, tally, ballots: published, merges, ...(weightsDropped ? { weightsDropped } : {}) }
  }

  /** The same for every ballot of a voter in a round. */
  private receiptFor(record: RoundRecord, voterId: string): string {
    const ballots = this.ballotsOf(record.round.id)
    const kept = ballots.get(voterId)
    if (kept) return kept.receipt
    return makeReceipt(record.receiptKey, voterId, new Set([...ballots.values()].map(({ receipt }) => receipt)))
  }

  private ballotsOf(roundId: string): Map<string, BallotRecord> {
    let ballots = this.ballots.get(roundId)
    if (!ballots) this.ballots.set(roundId, (ballots = new Map()))
    return ballots
  }

  private put(record: RoundRecord): void {
    this.keep(record)
    this.note(roundKeys.round(record.round.id), record)
  }

  private putResult(roundId: string, result: ResultRecord): void {
    this.results.set(roundId, result)
    this.note(roundKeys.result(roundId), result)
  }

  private keep(record: RoundRecord): void {
    this.revision++
    const { id, state } = record.round
    this.records.set(id, record)
    if (state === 'open') this.openId = id
    else if (this.openId === id) this.openId = null
    this.order = [...this.records.values()]
      .toSorted((a, b) => a.round.number - b.round.number)
      .map(({ round }) => round.id)
  }
}
