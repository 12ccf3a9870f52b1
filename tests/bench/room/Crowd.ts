// People in rooms, a fifth of them active: 15 pointer moves and 5 edits a second each. Measures from the edit at its
// author to the bytes at the listeners.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Bot } from './Bot.ts'
import type { Door } from './Door.ts'
import { Marks } from './Marks.ts'
import { machineLoad, ms, pause, percentile, print, spread } from './report.ts'
import type { ServerUnderTest } from './ServerUnderTest.ts'

const MOVES_PER_SECOND = 15
const EDITS_PER_SECOND = 5
const ONE_IN = 5
/** Joined at the same time; more only queue up in the load generator. */
const AT_ONCE = 20
const LAG_RESOLUTION_MS = 5
const SIGN_OF_LIFE_MS = 10_000
const WARM_UP_MS = 1_500

export interface CrowdResult {
  readonly p95Ms: number
  readonly savedP95Ms: number
  /** Cores the server used. */
  readonly cpu: number
}

export interface CrowdWatched extends CrowdResult {
  readonly delaysMs: readonly number[]
  readonly savedMs: readonly number[]
  readonly rssMb: number
  /** Of the edits that were due. */
  readonly sentShare: number
  /** Of what was sent, by those who listen. */
  readonly seenShare: number
  /** How late the load generator itself was at its 95th percentile. */
  readonly lateMs: number
}

export class Crowd {
  private readonly server: ServerUnderTest
  private readonly name: string
  private readonly bots: Bot[] = []
  private readonly active: Bot[] = []
  private readonly marks = new Marks()
  private timers: (() => void)[] = []
  private listeners = 0
  /** Listeners who should see one mark. */
  private perMark = 0

  private constructor(server: ServerUnderTest, name: string) {
    this.server = server
    this.name = name
  }

  /** N people in one room; some of those who watch listen for edits. */
  static async inOneRoom(door: Door, people: number, maxListeners: number): Promise<Crowd> {
    const crowd = new Crowd(door.server, `${String(people).padStart(5)} people`)
    await crowd.enter(
      Array.from({ length: people }, () => door),
      (at) => at % ONE_IN !== 0 && crowd.listeners < maxListeners,
    )
    return crowd
  }

  /** Five people in each room, one active and one listening. */
  static async inManyRooms(doors: readonly Door[]): Promise<Crowd> {
    const [first] = doors
    if (!first) throw new Error('No room')
    const crowd = new Crowd(first.server, `${doors.length} rooms × ${ONE_IN}`)
    await crowd.enter(
      doors.flatMap((door) => Array.from({ length: ONE_IN }, () => door)),
      (at) => at % ONE_IN === 1,
    )
    return crowd
  }

  private async enter(doors: readonly Door[], isListener: (at: number) => boolean): Promise<void> {
    for (let from = 0; from < doors.length; from += AT_ONCE) {
      const joined = doors
        .slice(from, from + AT_ONCE)
        .map(async ({ socketUrl, newToken }) => Bot.join(socketUrl, await newToken()))
      this.bots.push(...(await Promise.all(joined)))
    }
    this.bots.forEach((bot, at) => {
      if (at % ONE_IN === 0) this.active.push(bot)
      if (!isListener(at)) return
      this.listeners++
      bot.socket.onBytes = this.marks.reader()
    })
    this.perMark = new Set(doors).size === 1 ? this.listeners : 1
    for (const bot of this.active) bot.start()
    // Who is new writes on after the owner of the client id is on disk. Relays say nothing about saving.
    if (doors[0]?.stateUrl) await Promise.all(this.active.map((bot) => bot.whenSaved()))
  }

  /** Prints a line and sends everybody home. */
  async measure(seconds: number): Promise<CrowdResult> {
    await this.act()
    const result = await this.watch(() => pause(seconds * 1_000))
    const { delaysMs, savedMs, cpu, rssMb, sentShare, seenShare, lateMs } = result
    const saved = savedMs.length > 0 ? `  saved p95 ${ms(result.savedP95Ms)} ms` : ''
    const generator = `sent ${(sentShare * 100).toFixed(0)} %, late by ${ms(lateMs)} ms at p95`
    print(
      `${this.server.name.padEnd(12)} ${this.name.padEnd(12)} ${spread(delaysMs)}  cpu ${cpu.toFixed(2)} core ${rssMb.toFixed(0).padStart(4)} MB${saved}  (seen ${(seenShare * 100).toFixed(0)} %; load generator: ${generator}; ${machineLoad()})`,
    )
    await this.leave()
    return result
  }

  /** From now on the active ones edit and move. */
  async act(): Promise<void> {
    this.timers = this.active.flatMap((bot) => [
      startEvery(1_000 / EDITS_PER_SECOND, () => bot.edit(this.marks.next())),
      startEvery(1_000 / MOVES_PER_SECOND, () => bot.movePointer()),
    ])
    this.timers.push(...this.bots.map((bot) => startEvery(SIGN_OF_LIFE_MS, () => bot.socket.sendPong())))
    await pause(WARM_UP_MS)
  }

  /** What the room was like while that went on. */
  async watch(meanwhile: () => Promise<unknown>): Promise<CrowdWatched> {
    const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS })
    this.marks.delaysMs = []
    for (const bot of this.active) bot.savedDelaysMs = []
    const [before, sentBefore, startedMs] = [this.server.usage(), this.marks.sentCount, performance.now()]
    lag.enable()
    await meanwhile()
    const measuredS = (performance.now() - startedMs) / 1_000
    const after = this.server.usage()
    const sent = this.marks.sentCount - sentBefore
    const { delaysMs } = this.marks
    const savedMs = this.active.flatMap((bot) => bot.savedDelaysMs)
    lag.disable()
    return {
      delaysMs,
      savedMs,
      p95Ms: percentile(delaysMs, 0.95),
      savedP95Ms: percentile(savedMs, 0.95),
      cpu: (after.cpuS - before.cpuS) / measuredS,
      rssMb: after.rssMb,
      sentShare: sent / (this.active.length * EDITS_PER_SECOND * measuredS),
      seenShare: delaysMs.length / (sent * this.perMark),
      lateMs: lag.percentile(95) / 1e6 - LAG_RESOLUTION_MS,
    }
  }

  async leave(): Promise<void> {
    for (const stop of this.timers) stop()
    for (const bot of this.bots) bot.socket.close()
    await pause(500)
  }
}

/** Spread evenly, so that bots do not all act in the same millisecond. */
function startEvery(intervalMs: number, run: () => void): () => void {
  let timer: NodeJS.Timeout
  const start = setTimeout(() => {
    timer = setInterval(run, intervalMs)
  }, Math.random() * intervalMs)
  return () => {
    clearTimeout(start)
    clearInterval(timer)
  }
}
