// What a connection needs from the browser, so that tests can bring their own.
import type { RequestFrame } from './PresenceChannel.ts'
import type { WebSocketClass } from './RoomSocket.ts'

export interface ConnectionPorts {
  /** `https://host`, without a slash at the end. */
  readonly origin: string
  readonly WebSocket: WebSocketClass
  readonly fetch: typeof fetch
  /** In [0, 1); spreads reconnects. */
  readonly random: () => number
  readonly requestFrame: RequestFrame
  /** Where 'online', 'offline' and 'pagehide' are heard; null outside of a page. */
  readonly page: EventTarget | null
}

export function browserPorts(): ConnectionPorts {
  return {
    origin: location.origin,
    WebSocket,
    fetch: (input, init) => fetch(input, init),
    random: Math.random,
    requestFrame: (callback) => requestAnimationFrame(callback),
    page: window,
  }
}
