// Counters of one server in Prometheus form. Nothing global: two servers in a process count apart.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { RoomMetrics } from '../rooms/RoomMetrics.ts'

/** Read when somebody asks for the metrics. */
export interface Gauges {
  rooms(): number
  connections(): number
  unsavedBytes(): number
  /** Age of the oldest change that is not on disk, ms. */
  unsavedMs(): number
  bufferedBytes(): number
}

const DURATION_BUCKETS_MS = [0.5, 1, 2, 5, 10, 20, 50, 100, 250, 1_000]

export class Metrics implements RoomMetrics {
  private readonly registry = new Registry()
  private readonly loop = monitorEventLoopDelay({ resolution: 20 })
  private readonly ticks = this.histogram('journeyboard_tick_ms', 'Duration of a tick of a room')
  private readonly commits = this.histogram('journeyboard_commit_ms', 'From handing a batch to the disk to its commit')
  private readonly received = this.counter('journeyboard_received_bytes_total', 'Bytes of messages received')
  private readonly sent = this.counter('journeyboard_sent_bytes_total', 'Bytes of frames sent')
  private readonly refusals = this.counter('journeyboard_refused_total', 'What was refused, by reason', 'reason')
  private readonly closes = this.counter(
    'journeyboard_closed_total',
    'Connections the server ended, by reason',
    'reason',
  )
  private readonly skipped = this.counter(
    'journeyboard_presence_skipped_total',
    'Presence frames left out for slow readers',
  )
  private readonly failures = this.counter('journeyboard_commit_failed_total', 'Commits the disk did not take')

  constructor(gauges: Gauges) {
    this.loop.enable()
    this.gauge('journeyboard_rooms', 'Rooms in memory', () => gauges.rooms())
    this.gauge('journeyboard_connections', 'Open connections', () => gauges.connections())
    this.gauge('journeyboard_unsaved_bytes', 'Changes that are not on disk yet', () => gauges.unsavedBytes())
    this.gauge('journeyboard_unsaved_ms', 'Age of the oldest change that is not on disk', () => gauges.unsavedMs())
    this.gauge('journeyboard_buffered_bytes', 'Written to sockets and not taken by the readers yet', () =>
      gauges.bufferedBytes(),
    )
    this.gauge('journeyboard_loop_delay_ms', 'Event loop delay, 99th percentile since the last reading', () =>
      this.loopDelayMs(),
    )
    this.gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss())
    this.gauge(
      'process_cpu_seconds_total',
      'CPU time used',
      () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    )
  }

  tick(durationMs: number): void {
    this.ticks.observe(durationMs)
  }
  commit(durationMs: number): void {
    this.commits.observe(durationMs)
  }
  bytesIn(bytes: number): void {
    this.received.inc(bytes)
  }
  bytesOut(bytes: number): void {
    this.sent.inc(bytes)
  }
  refused(reason: string): void {
    this.refusals.inc({ reason })
  }
  closed(reason: string): void {
    this.closes.inc({ reason })
  }
  presenceSkipped(): void {
    this.skipped.inc()
  }
  commitFailed(): void {
    this.failures.inc()
  }

  /** Prometheus text. */
  text(): Promise<string> {
    return this.registry.metrics()
  }

  stop(): void {
    this.loop.disable()
  }

  private loopDelayMs(): number {
    const delayMs = this.loop.percentile(99) / 1e6
    this.loop.reset()
    return delayMs
  }

  private counter(name: string, help: string, ...labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] })
  }

  private histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: DURATION_BUCKETS_MS, registers: [this.registry] })
  }

  private gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(read()) })
  }
}
