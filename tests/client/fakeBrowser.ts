// The two things of a browser that the client's logic reaches for: storage and fetch. Both under the test's control.
import { vi } from 'vitest'

/** An empty localStorage; `failing` behaves like a browser whose storage is turned off. */
export function stubStorage(failing = false): Map<string, string> {
  const items = new Map<string, string>()
  const guard = () => {
    if (failing) throw new Error('storage is off')
  }
  vi.stubGlobal('localStorage', {
    get length() {
      guard()
      return items.size
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => {
      guard()
      return items.get(key) ?? null
    },
    setItem: (key: string, value: string) => {
      guard()
      items.set(key, value)
    },
    removeItem: (key: string) => {
      guard()
      items.delete(key)
    },
  })
  return items
}

export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
  /** Without "Bearer ". */
  readonly bearer: string | null
}
export interface FakeAnswer {
  readonly status?: number
  readonly body?: unknown
}

/** Answers every fetch with what `answer` returns; 'offline' rejects as browsers do. Returns the requests made. */
export function stubServer(answer: (request: FakeRequest) => FakeAnswer | 'offline'): FakeRequest[] {
  const requests: FakeRequest[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const bearer = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? null
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
    const request = { method: init.method ?? 'GET', path, body, bearer }
    requests.push(request)
    const result = answer(request)
    if (result === 'offline') return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(JSON.stringify(result.body ?? {}), { status: result.status ?? 200 }))
  })
  return requests
}

/** An error answer in the form of the contract. */
export function refusal(status: number, code: string, message = ''): FakeAnswer {
  return { status, body: { error: { code, message } } }
}
