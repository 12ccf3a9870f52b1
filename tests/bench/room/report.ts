// How the benchmark of rooms prints: one line per figure, with the load of the machine beside it.
import { loadavg } from 'node:os'

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0).padStart(5)

export function spread(delaysMs: readonly number[]): string {
  return `p50 ${ms(percentile(delaysMs, 0.5))}  p95 ${ms(percentile(delaysMs, 0.95))}  p99 ${ms(percentile(delaysMs, 0.99))} ms`
}

/** Processes that wanted to run in the last minute: above the number of cores, times are too long. */
export const machineLoad = (): string => `load ${(loadavg()[0] ?? 0).toFixed(1)}`

export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs))
