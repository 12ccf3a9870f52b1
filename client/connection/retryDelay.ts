// When to try again after a lost connection. Full jitter: after a restart of the server 300 browsers must not come
// back in the same second (facts: reconnect stampedes keep a restarted server down).

export const MIN_RETRY_MS = 500
export const MAX_RETRY_MS = 30_000

/** `attempt` counts failures since the last good connection, from 0; `random` is in [0, 1). */
export function retryDelayMs(attempt: number, random: number): number {
  const ceiling = Math.min(MAX_RETRY_MS, MIN_RETRY_MS * 2 ** Math.min(attempt + 1, 16))
  return MIN_RETRY_MS + random * (ceiling - MIN_RETRY_MS)
}
