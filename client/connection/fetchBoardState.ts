// The board's whole encoded state over HTTP: cached and compressed by the server, so that a hundred people joining at
// once cost it one encoding. If this fails the socket brings everything; nothing here throws or retries.

export interface FetchedState {
  readonly update: Uint8Array
  /** Named in the hello, so that the server sends only what came after it. */
  readonly etag: string | null
}

/** A big board on a bad network; after that the socket tries. */
const TIMEOUT_MS = 20_000

/** Null when there was no usable answer. */
export async function fetchBoardState(
  origin: string,
  workshopId: string,
  token: string,
  fetchHttp: typeof fetch,
): Promise<FetchedState | null> {
  try {
    const response = await fetchHttp(`${origin}/api/workshops/${encodeURIComponent(workshopId)}/state`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok) return null
    return { update: new Uint8Array(await response.arrayBuffer()), etag: response.headers.get('etag') }
  } catch {
    return null
  }
}
