// Rounds and ballots of one workshop, outside every shared document. While a round is open each ballot is one record
// under its voter; when it ends the ballots are rewritten in random order, and those of a secret round keep no voter.
// Plain memory; every change is noted for the disk in the same step. The clock is an argument.
import { createHmac } from 'node:crypto'
import { z } from 'zod/mini'
import { newSecret } from '../auth/secrets.ts'
import {
  candidateSchema,
  type Candidate,
  type LaterMerge,
  laterMergeSchema,
  publishedBallotSchema,
  type RoundResult,
  tallySchema,
} from '../../shared/workshop/results.ts'
import { type Allocation, plainAllocation, type Round, roundSchema, weightOf } from '../../shared/workshop/rounds.ts'
import { tallyRound } from '../../shared/workshop/tally.ts'
import { isEveryWeightShared, voterGroups } from '../../shared/workshop/voterGroups.ts'
import { shuffle } from './shuffle.ts'
import type { Note } from './Facilitation.ts'

const roundRecordSchema = z.object({
  round: roundSchema,
  /** Who may vote, with their department at the opening. Emptied when a secret round ends. */
  eligible: z.record(z.string(), z.string()),
  /** Receipts are made from it; removed at the end, so that no receipt can be led back to its voter. */
  receiptKey: z.string(),
})
export type RoundRecord = Readonly<z.infer<typeof roundRecordSchema>>

const ballotRecordSchema = z.object({
  allocation: z.record(z.string(), z.number()),
  receipt: z.string(),
  storedAtMs: z.number(),
  /** Entered by a facilitator for somebody without a device. */
  proxy: z.nullable(z.object({ name: z.string(), department: z.string() })),
})
export type BallotRecord = Readonly<z.infer<typeof ballotRecordSchema>>

const resultRecordSchema = z.object({
  candidates: z.array(candidateSchema),
  /** The group a ballot counts for in the split (each has at least three voters); never published. */
  ballots: z.array(z.extend(publishedBallotSchema, { group: z.nullable(z.string()) })),
  groups: z.nullable(z.array(z.string())),
  weightsDropped: z.optional(z.boolean()),
  /** Of a round that came with a file: its split by department cannot be counted again. */
  counted: z.optional(z.object({ tally: tallySchema, merges: z.array(laterMergeSchema) })),
})
type ResultRecord = Readonly<z.infer<typeof resultRecordSchema>>

/** Letters and digits that are not mistaken for one another when read out. */
const RECEIPT_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECEIPT_LENGTH = 8
/** Participant ids are base 62: no proxy can stand under somebody's own id. */
const PROXY_PREFIX = 'proxy-'
export const MAX_PROXIES = 100

interface ClosingFacts {
  readonly candidates: readonly Candidate[]
  readonly departments: readonly string[]
  /** Name of a voter who still belongs to the workshop; null: their ballot does not count. */
  readonly nameOf: (participantId: string) => string | null
}

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
    for (const kind of ['round', 'result'] as const) this.note(`${kind}.${roundId}`, null)
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
    this.note(ballotKey(id, voterId), ballot)
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
    const counted = this.countedBallots(record, facts)
    const people = counted.filter(({ ballot }) => ballot.proxy === null).map(({ department }) => department)
    const proxies = counted.flatMap(({ ballot }) => ballot.proxy?.department ?? [])
    const groups = voterGroups(people, facts.departments, proxies)
    // A weight that one or two voted under would lead to them, on their ballots and in the totals. In a named round
    // there is nothing to hide.
    const areWeightsKept = !round.secret || isEveryWeightShared(people.map((department) => weightOf(round, department)))
    const ballots = shuffle(counted).map(({ ballot, voterId, name, department }) => ({
      receipt: ballot.receipt,
      allocation: ballot.allocation,
      weight: areWeightsKept ? weightOf(round, department) : 1,
      proxy: ballot.proxy !== null,
      voterId: round.secret || ballot.proxy ? null : voterId,
      voterName: round.secret ? null : name,
      group: groups?.groupOf(department) ?? null,
    }))
    this.put({
      round: { ...round, state: 'closed', closedAtMs: nowMs },
      eligible: round.secret ? {} : record.eligible,
      receiptKey: '',
    })
    this.putResult(round.id, {
      candidates: [...facts.candidates],
      ballots,
      groups: groups && [...groups.names],
      weightsDropped: !areWeightsKept && round.weights !== null,
    })
    for (const voterId of this.ballotsOf(round.id).keys()) this.note(ballotKey(round.id, voterId), null)
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

  /** Of those who may vote and were not removed, and of proxies; ballots without a dot are none. */
  private countedBallots(record: RoundRecord, { nameOf }: ClosingFacts) {
    return [...this.ballotsOf(record.round.id)].flatMap(([voterId, ballot]) => {
      const name = ballot.proxy ? ballot.proxy.name : nameOf(voterId)
      if (name === null || Object.keys(ballot.allocation).length === 0) return []
      const department = ballot.proxy?.department ?? record.eligible[voterId] ?? ''
      return [{ voterId, ballot, name, department }]
    })
  }

  /** The same for every ballot of a voter in a round; nobody without the round's key can make or read it. */
  private receiptFor(record: RoundRecord, voterId: string): string {
    const kept = this.ballotOf(record.round.id, voterId)
    if (kept) return kept.receipt
    const taken = new Set([...this.ballotsOf(record.round.id).values()].map(({ receipt }) => receipt))
    for (let attempt = 0; ; attempt++) {
      const bytes = createHmac('sha256', record.receiptKey).update(`${voterId}/${attempt}`).digest()
      const letters = [...bytes.subarray(0, RECEIPT_LENGTH)].map(
        (byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length],
      )
      const receipt = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
      if (!taken.has(receipt)) return receipt
    }
  }

  private ballotsOf(roundId: string): Map<string, BallotRecord> {
    let ballots = this.ballots.get(roundId)
    if (!ballots) this.ballots.set(roundId, (ballots = new Map()))
    return ballots
  }

  private put(record: RoundRecord): void {
    this.keep(record)
    this.note(`round.${record.round.id}`, record)
  }

  private putResult(roundId: string, result: ResultRecord): void {
    this.results.set(roundId, result)
    this.note(`result.${roundId}`, result)
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

const ballotKey = (roundId: string, voterId: string): string => `ballot.${roundId}.${voterId}`
