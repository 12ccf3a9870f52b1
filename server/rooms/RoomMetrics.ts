// What the rooms count. The implementation (Prometheus) is in server/ops; tests pass an object that remembers.

export interface RoomMetrics {
  tick(durationMs: number): void
  bytesIn(bytes: number): void
  bytesOut(bytes: number): void
  refused(reason: string): void
  closed(reason: string): void
  presenceSkipped(): void
  commit(durationMs: number): void
  commitFailed(): void
}

export const silentMetrics: RoomMetrics = {
  tick() {},
  bytesIn() {},
  bytesOut() {},
  refused() {},
  closed() {},
  presenceSkipped() {},
  commit() {},
  commitFailed() {},
}
